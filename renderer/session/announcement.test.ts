import { describe, expect, it } from "vitest";
import { announcementOf } from "./announcement.ts";
import type { Saving } from "./saver.ts";

const saved: Saving = { kind: "saved" };
const short: Saving = { kind: "saving", long: false };
const long: Saving = { kind: "saving", long: true };
const failed: Saving = { kind: "failed", message: "The disk is full.", answered: true, retrying: false };
const retrying: Saving = { ...failed, retrying: true };

describe("announcementOf", () => {
  it.each<[string, Saving, Saving, string | null]>([
    ["nothing when a saving begins", saved, short, null],
    ["nothing when it is over at once", short, saved, null],
    ["that it lasts", short, long, "polite: Saving…"],
    ["when a long one is over", long, saved, "polite: Saved."],
    ["a failure at once", short, failed, "assertive: Not saved. The disk is full."],
    ["that it is tried again", failed, retrying, "polite: Saving…"],
    ["that trying again did not help", retrying, failed, "assertive: Still not saved. The disk is full."],
    ["that trying again helped", retrying, saved, "polite: Saved."],
  ])("says %s", (_, before, after, words) => {
    const said = announcementOf(before, after);
    expect(said && `${said.urgency}: ${said.words}`).toBe(words);
  });
});
