import { describe, expect, it } from "vitest";
import { apply } from "../../commands/apply.ts";
import { invert } from "../../commands/invert.ts";
import { cellKey } from "../../commands/set-draft.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import { AnalystId, ClaimId, SourceId } from "../../model/id.ts";
import { article } from "../../testing/article.ts";
import { frozen } from "../../testing/frozen.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { decidingCommand, type Verdict } from "./deciding.ts";
import { adjudicatedSet, decisionsOf } from "./decision.ts";

const FERRY = article("The [ferry] sank.", { id: knownId(SourceId, 1) });
const RIVER = article("The ferry [sank].", { id: knownId(SourceId, 1) });
const place = { claimId: knownId(ClaimId, 1), sourceId: knownId(SourceId, 1) };
const [ADA, BEN, JUDGE] = [1, 2, 9].map((n) => knownId(AnalystId, n));

function projectWith(judged: Partial<AnnotationSet> = {}) {
  return frozen(
    projectOf(
      [FERRY.source],
      [
        annotationsOf(1, {
          claims: [claim(1), claim(2)],
          marks: [mark(1, FERRY, tag(1, 1, "supports", { note: "clear" }), tag(2, 2, "refutes"))],
        }),
        annotationsOf(2),
        annotationsOf(9, judged),
      ],
      { settings: { corroboratedBy: 2, adjudicator: JUDGE } },
    ),
  );
}

function decided(project: ReturnType<typeof projectWith>, verdict: Verdict) {
  const stamp = { analyst: knownId(AnalystId, 9), at: AT };
  const command = decidingCommand(project, stamp, { place, verdict, reason: " It sank. " });
  const after = apply(project, command);
  expect(apply(after, invert(project, command))).toEqual(project);
  return { after, set: adjudicatedSet(after) };
}

describe("a decision", () => {
  it("copies what one analyst says of the cell, under fresh ids, with the reason as its note", () => {
    const { set } = decided(projectWith(), { kind: "as", analyst: ADA ?? knownId(AnalystId, 1) });
    const [only, ...others] = set?.marks ?? [];
    expect(others).toEqual([]);
    expect(only?.ranges).toEqual(FERRY.ranges);
    expect(only?.tags.map(({ claimId, stance, note }) => [claimId, stance, note])).toEqual([
      [place.claimId, "supports", "clear"],
    ]);
    expect(only?.tags[0]?.id).not.toBe(tag(1, 1, "supports").id);
    expect(set?.cellNotes).toEqual([{ ...place, text: "It sank.", at: AT }]);
    expect(decisionsOf(set).get(cellKey(place))).toMatchObject({ cell: { stance: "supports" }, reason: "It sank." });
  });

  it("takes the place of what the layer said before, and leaves other claims alone", () => {
    const before = projectWith({
      marks: [
        mark(5, FERRY, tag(5, 1, "refutes"), tag(6, 2, "supports")),
        mark(6, RIVER, tag(7, 1, "refutes"), tag(8, 1, "mentions")),
      ],
    });
    const { set } = decided(before, { kind: "as", analyst: knownId(AnalystId, 1) });
    expect(set?.marks.map(({ tags }) => tags.map(({ claimId, stance }) => [claimId, stance]))).toEqual([
      [
        [place.claimId, "supports"],
        [knownId(ClaimId, 2), "supports"],
      ],
    ]);
  });

  it("says that nothing is mentioned, and can be changed to a stance of a passage", () => {
    const { after, set } = decided(projectWith(), { kind: "not-mentioned" });
    expect(set?.cells.map(({ state }) => state)).toEqual(["not-mentioned"]);
    const { set: changed } = decided(after, { kind: "stance", stance: "mixed", passage: mark(1, RIVER) });
    expect(changed?.cells).toEqual([]);
    expect(changed?.marks.map(({ ranges, tags }) => [ranges, tags[0]?.stance])).toEqual([[RIVER.ranges, "mixed"]]);
  });

  it("cannot follow whoever has not looked", () => {
    expect(() => decided(projectWith(), { kind: "as", analyst: BEN ?? knownId(AnalystId, 2) })).toThrow(
      "Analyst 2 has not looked for this claim here",
    );
  });
});
