import { describe, expect, it } from "vitest";
import { draftedVerdict, verdictDraftOf } from "./verdict-draft.ts";

const BEFORE = {
  rating: "False",
  value: 1,
  explanation: "No ferry sank.",
  url: "https://example.org/r",
  at: "2022-01-01T00:00:00Z",
};
const LATER = "2022-02-02T00:00:00Z";

describe("a verdict’s form", () => {
  it("keeps a verdict that stays as it was, with its time", () => {
    expect(draftedVerdict(BEFORE, verdictDraftOf(BEFORE), LATER)).toBe(BEFORE);
  });

  it("dates a verdict that changes, and leaves out what was emptied", () => {
    const draft = { ...verdictDraftOf(BEFORE), rating: " Half true ", value: "", url: "" };
    expect(draftedVerdict(BEFORE, draft, LATER)).toEqual({
      rating: "Half true",
      explanation: "No ferry sank.",
      at: LATER,
    });
  });

  it("has none without words", () => {
    expect(draftedVerdict(BEFORE, { ...verdictDraftOf(BEFORE), rating: " " }, LATER)).toBeUndefined();
    expect(draftedVerdict(undefined, verdictDraftOf(undefined), LATER)).toBeUndefined();
  });
});
