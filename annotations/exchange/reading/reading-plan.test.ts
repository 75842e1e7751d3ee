import { describe, expect, it } from "vitest";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import { AnalystId, ClaimId, MarkId, SourceId } from "../../model/id.ts";
import type { Project } from "../../model/project.ts";
import { article } from "../../testing/article.ts";
import { frozen } from "../../testing/frozen.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { carriedOut } from "../testing/round-trip.ts";
import type { ReadAnnotations, ReadMark } from "./read-annotations.ts";
import { type ReadingChoices, type ReadingPlan, readingPlan } from "./reading-plan.ts";
import { fateCounts, readingSentences, readsAnything } from "./reading-report.ts";

const ferry = article("The [ferry] sank at [noon].", { title: "The Ferry" });
const bridge = article("The bridge stood.", { id: knownId(SourceId, 2), order: 1, title: "The Bridge" });

/** A project of two articles in which analyst 1 has these things, and analyst 2 a claim and a mark. */
function projectWith(own: Partial<AnnotationSet> = {}): Project {
  const other = annotationsOf(2, { claims: [claim(9)], marks: [mark(9, ferry, tag(9, 9, "mixed"))] });
  return frozen(projectOf([ferry.source, bridge.source], [annotationsOf(1, own), other]));
}

/** A mark of a file on the ferry's first words, for the claim that the file calls C1. */
function readMark(fields: Partial<ReadMark> = {}): ReadMark {
  const ranges = [{ position: { start: 4, end: 9, unit: "code-point" as const }, quote: "ferry" }];
  return { at: "line 1", source: "s1", ranges, tags: [{ label: "l1", stance: "supports" }], ...fields };
}

function readOf(marks: readonly ReadMark[], more: Partial<ReadAnnotations> = {}): ReadAnnotations {
  return {
    sources: [{ key: "s1", id: ferry.source.id }],
    ...{ analysts: [], cells: [], origins: [], progress: [], speakers: [], problems: [], marks },
    claims: [{ key: "c1", label: "C1", text: "It sank." }],
    labels: [{ key: "l1", name: "C1", claim: "c1", stance: null }],
    ...more,
  };
}

const CHOICES: ReadingChoices = {
  analyst: knownId(AnalystId, 1),
  ...{ sources: new Map(), labels: new Map(), accepted: new Set(), placed: new Map(), conflicts: "both" },
};

function planOf(read: ReadAnnotations, project: Project, choices: Partial<ReadingChoices> = {}): ReadingPlan {
  return readingPlan(project, read, { ...CHOICES, ...choices });
}

/** The analyst's set after reading. */
function afterReading(
  read: ReadAnnotations,
  project: Project,
  choices: Partial<ReadingChoices> = {},
): AnnotationSet | undefined {
  return carriedOut(project, planOf(read, project, choices)).sets[0];
}

const quotes = (set: AnnotationSet | undefined) =>
  set?.marks.map(({ ranges }) => ranges.map(({ quote }) => quote).join("|"));

describe("reading", () => {
  it("makes the marks and the claims that they need", () => {
    const set = afterReading(readOf([readMark({ note: "seen", createdAt: "2020-01-02T03:04:05Z" })]), projectWith());
    expect(set?.claims.map(({ label, text }) => [label, text])).toEqual([["C1", "It sank."]]);
    expect(set?.marks).toMatchObject([
      {
        sourceId: ferry.source.id,
        note: "seen",
        createdAt: "2020-01-02T03:04:05Z",
        ranges: [ferry.ranges[0]],
        tags: [{ claimId: set?.claims[0]?.id, stance: "supports", voice: "own", confidence: "high" }],
      },
    ]);
  });

  it("gives a new claim a label that is free", () => {
    const project = projectWith({ claims: [claim(1, { label: "c1", text: "Another thing." })] });
    expect(afterReading(readOf([readMark()]), project)?.claims.map(({ label }) => label)).toEqual(["c1", "C1-2"]);
  });

  it("takes the claim of the project that has the same wording, or is chosen, or none", () => {
    const project = projectWith({ claims: [claim(1, { label: "K7", text: "it sank." }), claim(2)] });
    const claimOf = (choices: Partial<ReadingChoices>) =>
      afterReading(readOf([readMark()]), project, choices)?.marks[0]?.tags[0];
    expect(claimOf({})?.claimId).toBe(knownId(ClaimId, 1));
    const chosen = { claim: { kind: "known" as const, id: knownId(ClaimId, 2) }, stance: null };
    expect(claimOf({ labels: new Map([["l1", chosen]]) })?.claimId).toBe(knownId(ClaimId, 2));
    const none = { claim: { kind: "none" as const }, stance: null };
    expect(planOf(readOf([readMark()]), project, { labels: new Map([["l1", none]]) })).toMatchObject({
      marks: [],
      left: 1,
    });
  });

  it("leaves out tags whose label points at a claim that the files do not have", () => {
    const read = readOf([readMark()], { claims: [] });
    expect(planOf(read, projectWith())).toMatchObject({ marks: [], left: 1 });
  });

  it("knows a mark again by its id, else by its place and what it says", () => {
    const own = mark(1, { ...ferry, ranges: ferry.ranges.slice(0, 1) }, tag(1, 1, "supports"));
    const project = projectWith({ claims: [claim(1, { text: "It sank." })], marks: [own] });
    expect(fateCounts(planOf(readOf([readMark(), readMark({ id: own.id })]), project))).toMatchObject({
      same: 2,
      new: 0,
    });
    const other = planOf(readOf([readMark({ id: own.id, note: "more" })]), project);
    expect(fateCounts(other)).toMatchObject({ conflict: 1, new: 0, same: 0 });
  });

  it("keeps both versions of a conflict, ours, or theirs", () => {
    const own = mark(1, { ...ferry, ranges: ferry.ranges.slice(0, 1) }, tag(1, 1, "supports"));
    const project = projectWith({ claims: [claim(1, { text: "It sank." })], marks: [own] });
    const read = readOf([readMark({ id: own.id, note: "more" })]);
    const notes = (conflicts: ReadingChoices["conflicts"]) =>
      afterReading(read, project, { conflicts })?.marks.map(({ id, note, importedFrom }) => [
        id === own.id,
        note,
        importedFrom,
      ]);
    expect(notes("both")?.toSorted()).toEqual([
      [false, "more", own.id],
      [true, undefined, undefined],
    ]);
    expect(notes("ours")).toEqual([[true, undefined, undefined]]);
    expect(notes("theirs")).toEqual([[true, "more", undefined]]);
    expect(readsAnything(planOf(read, project, { conflicts: "ours" }))).toBe(false);
  });

  it("leaves a mark in the bin, and gives one that another analyst has an id of its own", () => {
    const binned = { ...mark(1, ferry), binnedAt: AT };
    expect(fateCounts(planOf(readOf([readMark({ id: binned.id })]), projectWith({ bin: [binned] })))).toMatchObject({
      binned: 1,
    });
    const [made] = afterReading(readOf([readMark({ id: knownId(MarkId, 9) })]), projectWith())?.marks ?? [];
    expect(made?.id).not.toBe(knownId(MarkId, 9));
  });

  it("reads a mark once that the files have twice, and two with one id that differ", () => {
    const twice = [readMark({ id: knownId(MarkId, 5) }), readMark({ id: knownId(MarkId, 5), at: "line 2" })];
    expect(afterReading(readOf(twice), projectWith())?.marks).toHaveLength(1);
    const differing = [...twice, readMark({ id: knownId(MarkId, 5), note: "other" })];
    expect(new Set(afterReading(readOf(differing), projectWith())?.marks.map(({ id }) => id)).size).toBe(2);
  });

  it("waits for consent where a mark would stand elsewhere, also where it is in conflict", () => {
    const moved = readMark({ ranges: [{ position: { start: 0, end: 5, unit: "code-point" }, quote: "ferry" }] });
    expect(fateCounts(planOf(readOf([moved]), projectWith()))).toMatchObject({ waiting: 1, new: 0 });
    expect(quotes(afterReading(readOf([moved]), projectWith(), { accepted: new Set(["moved"]) }))).toEqual(["ferry"]);
    const own = mark(1, { ...ferry, ranges: ferry.ranges.slice(1) });
    const conflicting = readOf([{ ...moved, id: own.id }]);
    expect(fateCounts(planOf(conflicting, projectWith({ marks: [own] })))).toMatchObject({ waiting: 1, conflict: 0 });
  });

  it("puts a mark that has no place where a person says", () => {
    const lost = readMark({ ranges: [{ quote: "boat" }] });
    const plan = planOf(readOf([lost]), projectWith());
    expect(readingSentences(plan)).toEqual(["1 mark could not be placed."]);
    expect(
      quotes(afterReading(readOf([lost]), projectWith(), { placed: new Map([[0, ferry.ranges.slice(1)]]) })),
    ).toEqual(["noon"]);
  });

  it("reads of the analysts who are wanted only, and of articles that are found or chosen", () => {
    const marks = [readMark({ analyst: "a" }), readMark({ analyst: "b" }), readMark({ source: "s2" })];
    const read = readOf(marks, {
      sources: [
        { key: "s1", id: ferry.source.id },
        { key: "s2", title: "unknown" },
      ],
    });
    expect(planOf(read, projectWith(), { from: new Set(["a"]) }).marks.map(({ read: { analyst } }) => analyst)).toEqual(
      ["a"],
    );
    const chosen = planOf(read, projectWith(), { sources: new Map([["s2", bridge.source.id]]) });
    expect(chosen.marks.map(({ source, fate }) => [source.title, fate])).toEqual([
      ["The Ferry", "new"],
      ["The Ferry", "new"],
      ["The Bridge", "unplaced"],
    ]);
  });

  it("says of cells what the set does not say yet", () => {
    const project = projectWith({ claims: [claim(1, { text: "It sank." })] });
    const cells = [{ at: "/0", claim: "c1", source: "s1", state: "not-mentioned" as const, note: "Looked twice." }];
    const read = readOf([], { cells, marks: [] });
    const set = afterReading(read, project);
    const place = { claimId: knownId(ClaimId, 1), sourceId: ferry.source.id };
    expect(set?.cells).toEqual([{ ...place, state: "not-mentioned", at: AT }]);
    expect(set?.cellNotes).toEqual([{ ...place, text: "Looked twice.", at: AT }]);
    const other = projectWith({ ...set, cells: [{ ...place, state: "not-applicable", at: AT }] });
    expect(planOf(read, other).cells).toMatchObject({ fresh: [], other: [{ at: "/0", state: "not-mentioned" }] });
  });
});
