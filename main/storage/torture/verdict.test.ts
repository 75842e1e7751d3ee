import { expect, it } from "vitest";
import type { SetCommand, SimpleCommand } from "../../../annotations/commands/command.ts";
import { type AnnotationSet, emptySet } from "../../../annotations/model/annotation-set.ts";
import { ProjectId } from "../../../annotations/model/id.ts";
import type { Mark } from "../../../annotations/model/mark.ts";
import { newTag } from "../../../annotations/model/tag.ts";
import type { JournalContents } from "../journal/journal-reader.ts";
import type { SegmentHeader } from "../journal/journal-record.ts";
import { ANNA, addMark, article, claim, FIRST_TEXT, MOMENT, putClaim } from "../testing/example-project.ts";
import type { Operation } from "./operation.ts";
import { type Fault, faultsAtRest, faultsWhileWorking } from "./verdict.ts";

const EMPTY = emptySet(ProjectId.parse("0c3c0000-0000-4000-8000-000000000003"), ANNA);
const NOTHING_LEFT: JournalContents = {
  place: { path: "/bridge/journal", label: "bridge/journal" },
  segments: [],
  records: [],
  lastSeq: 0,
  flaws: [],
  snapshots: null,
  newer: false,
};

const c1 = claim("C1");
const c2 = claim("C2");
const { mark } = addMark(ANNA, article(FIRST_TEXT).source, "The bridge", c1.id, "supports");
const removal: SimpleCommand = { kind: "remove-mark", analyst: ANNA.id, at: MOMENT, markId: mark.id };
const seen = mark.tags.map(({ id }) => id);

/** A change that process 1 asked for when the clock said `askedAt`, saved as number `seq` a moment later. */
function operation(
  command: SetCommand,
  askedAt: number,
  seq: number | null,
  changes: Partial<Operation> = {},
): Operation {
  const acknowledged = seq === null ? null : { seq, at: askedAt + 5 };
  return { analyst: ANNA.id, pid: 1, command, tagsSeen: [], askedAt, acknowledged, ...changes };
}

function adding(value: Mark): SetCommand {
  return { kind: "add-mark", analyst: ANNA.id, at: MOMENT, mark: value };
}

function setOf(changes: Partial<AnnotationSet>): AnnotationSet {
  return { ...EMPTY, ...changes };
}

function kinds(faults: readonly Fault[]) {
  return [...new Set(faults.map(({ kind }) => kind))];
}

const work = [
  operation(putClaim(ANNA, c1), 10, 1),
  operation(adding(mark), 20, 2),
  operation(removal, 30, 3, { tagsSeen: seen }),
];

it("finds nothing wrong with a set that holds what was acknowledged", () => {
  expect(faultsAtRest(EMPTY, work, setOf({ claims: [c1], journalThrough: 3 }), NOTHING_LEFT)).toEqual([]);
  expect(faultsWhileWorking(EMPTY, work, work, setOf({ claims: [c1] }))).toEqual([]);
});

it("takes a change that was not acknowledged with what it did, or without", () => {
  const unsure = [...work.slice(0, 2), operation(removal, 30, null, { tagsSeen: seen })];
  expect(faultsAtRest(EMPTY, unsure, setOf({ claims: [c1], journalThrough: 3 }), NOTHING_LEFT)).toEqual([]);
  expect(faultsAtRest(EMPTY, unsure, setOf({ claims: [c1], marks: [mark], journalThrough: 2 }), NOTHING_LEFT)).toEqual(
    [],
  );
});

it("finds what is lost", () => {
  const without = setOf({ journalThrough: 3 });
  expect(kinds(faultsAtRest(EMPTY, work, without, NOTHING_LEFT))).toEqual(["lost"]);
  expect(kinds(faultsWhileWorking(EMPTY, work, work, without))).toEqual(["lost"]);
});

it("finds what has come back", () => {
  const again = setOf({ claims: [c1], marks: [mark], journalThrough: 3 });
  expect(kinds(faultsAtRest(EMPTY, work, again, NOTHING_LEFT))).toEqual(["back"]);
  expect(kinds(faultsWhileWorking(EMPTY, work, work, again))).toEqual(["back"]);
});

it("finds what is there twice, or changed, or asked for by nobody", () => {
  const added = work.slice(0, 2);
  const found = (changes: Partial<AnnotationSet>) =>
    kinds(faultsAtRest(EMPTY, added, setOf({ claims: [c1], journalThrough: 2, ...changes }), NOTHING_LEFT));
  expect(found({ marks: [mark] })).toEqual([]);
  expect(found({ marks: [mark, mark] })).toEqual(["other"]);
  expect(found({ marks: [{ ...mark, createdAt: "2020-01-01T00:00:00.000Z" }] })).toEqual(["other"]);
  expect(found({ marks: [{ ...mark, tags: [...mark.tags, newTag(c1.id, "refutes")] }] })).toEqual(["other"]);
});

it("finds half of a change, and a number that no change has", () => {
  const batch = {
    kind: "batch",
    analyst: ANNA.id,
    at: MOMENT,
    commands: [putClaim(ANNA, c1), putClaim(ANNA, c2)],
  } as const;
  const asked = [operation(batch, 10, null)];
  expect(faultsAtRest(EMPTY, asked, setOf({ claims: [c1, c2], journalThrough: 1 }), NOTHING_LEFT)).toEqual([]);
  expect(kinds(faultsAtRest(EMPTY, asked, setOf({ claims: [c1], journalThrough: 1 }), NOTHING_LEFT))).toEqual([
    "other",
  ]);
  expect(kinds(faultsAtRest(EMPTY, asked, setOf({ journalThrough: 1 }), NOTHING_LEFT))).toEqual(["other"]);
});

it("finds two owners by a number that both were given, or by changes that have not seen each other", () => {
  const both = setOf({ claims: [c1, c2], journalThrough: 2 });
  const first = operation(putClaim(ANNA, c1), 10, 1);
  const faults = (second: Operation) => kinds(faultsAtRest(EMPTY, [first, second], both, NOTHING_LEFT));
  expect(faults(operation(putClaim(ANNA, c2), 20, 2, { pid: 2 }))).toEqual([]);
  expect(faults(operation(putClaim(ANNA, c2), 20, 1, { pid: 2 }))).toEqual(["two-owners"]);
  expect(faults(operation(putClaim(ANNA, c2), 1, 2, { pid: 2 }))).toEqual(["two-owners"]);
});

it("finds two owners by the journal", () => {
  const command = putClaim(ANNA, c1);
  const set = setOf({ claims: [c1], journalThrough: 1 });
  const found = (recorded: SetCommand, pid: number) => {
    const record = { seq: 1, command: recorded };
    const header: SegmentHeader = {
      schemaVersion: 2,
      segment: 1,
      owner: { session: "s", host: "desk", machine: "m", pid, started: "once" },
    };
    const segment = { path: "", label: "", name: "", number: 1, size: 0, header, after: 0, without: [] };
    const journal: JournalContents = {
      ...NOTHING_LEFT,
      records: [record],
      segments: [{ ...segment, records: [record], snapshots: null, released: false, rest: { kind: "nothing" } }],
    };
    return kinds(faultsAtRest(EMPTY, [operation(command, 10, 1)], set, journal));
  };
  expect(found(command, 1)).toEqual([]);
  expect(found(command, 2)).toEqual(["two-owners"]);
  expect(found(putClaim(ANNA, c2), 1)).toEqual(["two-owners"]);
});
