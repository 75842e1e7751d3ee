import { describe, expect, it } from "vitest";
import { AnalystId, ClaimId, MarkId, SourceId } from "../model/id.ts";
import { article } from "../testing/article.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, mark, speaker } from "../testing/project.ts";
import { Command, isShared } from "./command.ts";

const made = { analyst: knownId(AnalystId, 1), at: AT };
const removal: Command = { kind: "remove-mark", ...made, markId: knownId(MarkId, 1) };

describe("Command", () => {
  it.each<[string, unknown]>([
    ["an unknown kind", { ...removal, kind: "erase" }],
    ["an unknown field", { ...removal, really: true }],
    ["a missing time", { kind: "remove-mark", analyst: made.analyst, markId: removal.markId }],
    ["a time without a zone", { ...removal, at: "2022-01-01T00:00:00" }],
    ["an id that is none", { ...removal, markId: "__proto__" }],
    ["an empty batch", { kind: "batch", ...made, commands: [] }],
    ["a batch in a batch", { kind: "batch", ...made, commands: [{ kind: "batch", ...made, commands: [removal] }] }],
    [
      "a shared change in a batch",
      { kind: "batch", ...made, commands: [{ kind: "revise-project", ...made, title: "x" }] },
    ],
    ["new ranges that are none", { kind: "put-ranges", ...made, markId: removal.markId, ranges: [] }],
    ["a mark without ranges", { kind: "add-mark", ...made, mark: mark(1, article("plain")) }],
    [
      "a range that ends where it starts",
      {
        kind: "add-mark",
        ...made,
        mark: mark(1, { ...article("x"), ranges: [{ start: 1, end: 1, quote: "x", prefix: "", suffix: "" }] }),
      },
    ],
    ["a speaker without a name", { kind: "put-speaker", ...made, index: 0, speaker: speaker(1, " ") }],
    ["no origin at all", { kind: "revise-project", ...made, title: "x", corroboratedBy: 0 }],
    ["a title of blanks", { kind: "revise-project", ...made, title: "  " }],
  ])("refuses %s", (_, value) => {
    expect(Command.safeParse(value).success).toBe(false);
  });

  it("tells changes to shared files from changes to one analyst's set", () => {
    expect(isShared({ kind: "revise-project", ...made, title: "River" })).toBe(true);
    expect(isShared({ kind: "put-speaker", ...made, index: 0, speaker: speaker(1, "Omar") })).toBe(true);
    expect(isShared(removal)).toBe(false);
    expect(
      isShared({
        kind: "set-cell",
        ...made,
        claimId: knownId(ClaimId, 1),
        sourceId: knownId(SourceId, 1),
        state: "not-reviewed",
      }),
    ).toBe(false);
  });
});
