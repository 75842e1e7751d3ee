import { expect, it } from "vitest";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { MarkId, newId, ProjectId } from "../../../annotations/model/id.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { newProjectFile } from "../project/project-folder.ts";
import { ANNA, addMark, article, BRUNO, claim, MOMENT, putClaim } from "../testing/example-project.ts";
import { replay } from "./set-replay.ts";

const { source } = article("One two three\n");
const ground = { file: newProjectFile("The bridge"), sources: [source] };
const set: AnnotationSet = {
  schemaVersion: SCHEMA_VERSION,
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
  const after = { ...set, journalThrough: 6, claims: [c1], marks: [mark] };
  expect(replay(ground, set, records)).toEqual({ set: after, faults: [] });
  expect(replay(ground, set, [])).toEqual({ set, faults: [] });
});

it("does not need the claims of other analysts", () => {
  const c1 = claim("C1");
  const mark = addMark(ANNA, source, "two", c1.id, "refutes");
  const marked = { ...set, marks: [mark.mark], claims: [c1] };
  const dropped = { kind: "drop-claim", analyst: ANNA.id, at: MOMENT, claimId: c1.id } as const;
  const after = { ...set, journalThrough: 5, marks: [mark.mark] };
  expect(replay(ground, set, [{ seq: 5, command: mark }])).toEqual({ set: after, faults: [] });
  expect(replay(ground, marked, [{ seq: 5, command: dropped }])).toEqual({ set: after, faults: [] });
});

it("leaves out and names each record that does not fit, and goes on behind it", () => {
  const other = { ...addMark(ANNA, source, "two"), kind: "remove-mark", markId: newId(MarkId) } as const;
  const { mark: _, ...removal } = other;
  const c1 = claim("C1");
  const records = [
    { seq: 5, command: removal },
    { seq: 6, command: putClaim(BRUNO, claim("C2")) },
    { seq: 8, command: putClaim(ANNA, c1) },
  ];
  expect(replay(ground, set, records)).toEqual({
    set: { ...set, journalThrough: 8, claims: [c1] },
    faults: [
      { seq: 5, reason: "This mark is not in the annotation set." },
      { seq: 6, reason: "It belongs to another analyst." },
    ],
  });
});
