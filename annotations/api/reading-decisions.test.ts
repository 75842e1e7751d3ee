import { expect, it } from "vitest";
import type { LabelChoice } from "../exchange/reading/label-choice.ts";
import type { SourceChoice } from "../exchange/reading/source-match.ts";
import { ClaimId, SourceId } from "../model/id.ts";
import { knownId } from "../testing/known-id.ts";
import { choicesOf, decisionsOf, ReadingDecisions } from "./reading-decisions.ts";

const PLACE = { start: 0, end: 3, quote: "The", prefix: "", suffix: " ferry" };

it("gives choices back as they were, by way of JSON", () => {
  const choices = {
    from: new Set(["a"]),
    sources: new Map<string, SourceChoice>([
      ["s1", "add"],
      ["s2", knownId(SourceId, 1)],
    ]),
    labels: new Map<string, LabelChoice>([
      ["l1", { claim: { kind: "known", id: knownId(ClaimId, 1) }, stance: "refutes" }],
      ["l2", { claim: { kind: "none" }, stance: null }],
    ]),
    accepted: new Set(["moved" as const]),
    placed: new Map([[3, [PLACE]]]),
    conflicts: "theirs" as const,
  };
  const crossed = ReadingDecisions.parse(JSON.parse(JSON.stringify(decisionsOf(choices))));
  expect(choicesOf(crossed)).toEqual(choices);
  const everybody = { ...choices, from: undefined };
  expect(choicesOf(ReadingDecisions.parse(decisionsOf(everybody)))).toEqual(everybody);
});
