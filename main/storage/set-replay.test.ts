import { expect, it } from "vitest";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import { newId, ProjectId } from "../../annotations/model/id.ts";
import { newProjectFile } from "./project-folder.ts";
import { replay } from "./set-replay.ts";
import { ANNA, addMark, article, BRUNO, claim, MOMENT, putClaim } from "./testing/example-project.ts";

const { source } = article("One two three\n");
const ground = { file: newProjectFile("The bridge"), sources: [source] };
const set: AnnotationSet = {
  schemaVersion: 1,
  projectId: newId(ProjectId),
  analyst: ANNA,
  createdAt: MOMENT,
  journalThrough: 4,
  claims: [],
  marks: [],
  cells: [],
};

it("gives the set after the records, and the number of the last", () => {
  const c1 = claim("C1");
  const { mark, ...rest } = addMark(ANNA, source, "two", c1.id, "refutes");
  const records = [
    { seq: 5, command: putClaim(ANNA, c1) },
    { seq: 6, command: { ...rest, mark } },
  ];
  expect(replay(ground, set, records)).toEqual({ ...set, journalThrough: 6, claims: [c1], marks: [mark] });
  expect(replay(ground, set, [])).toEqual(set);
});

it("does not need the claims of other analysts", () => {
  const c1 = claim("C1");
  const mark = addMark(ANNA, source, "two", c1.id, "refutes");
  const marked = { ...set, marks: [mark.mark], claims: [c1] };
  const dropped = { kind: "drop-claim", analyst: ANNA.id, at: MOMENT, claimId: c1.id } as const;
  expect(replay(ground, set, [{ seq: 5, command: mark }])).toMatchObject({ marks: [mark.mark] });
  expect(replay(ground, marked, [{ seq: 5, command: dropped }])).toMatchObject({ marks: [mark.mark], claims: [] });
});

it("names the first record that does not fit", () => {
  const mark = addMark(ANNA, source, "two");
  const twice = [
    { seq: 5, command: mark },
    { seq: 6, command: mark },
  ];
  expect(replay(ground, set, twice)).toEqual({ seq: 6, reason: "This mark is already in the annotation set." });
  expect(replay(ground, set, [{ seq: 5, command: putClaim(BRUNO, claim("C1")) }])).toEqual({
    seq: 5,
    reason: "It belongs to another analyst.",
  });
});
