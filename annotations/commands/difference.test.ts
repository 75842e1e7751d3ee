import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnnotationSet } from "../model/annotation-set.ts";
import { AnalystId, ClaimId, MarkId, SourceId, TagId } from "../model/id.ts";
import { compareMarks } from "../model/mark.ts";
import { pairKey } from "../model/origin-verdict.ts";
import type { Project } from "../model/project.ts";
import { allReveals } from "../model/reveal.ts";
import type { Tag } from "../model/tag.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import { VALUES } from "../testing/values.ts";
import { apply } from "./apply.ts";
import { Command, type SimpleCommand } from "./command.ts";
import { commandsBetween, commandsToMerge, differenceOf } from "./difference.ts";
import { invert } from "./invert.ts";
import { Refusal } from "./refusal.ts";
import { cellKey, claimsOthersNeed } from "./set-draft.ts";

const ferry = article("[The] [ferry] [sank] [at] [noon].");
const lock = article("The lock leaked.", { id: knownId(SourceId, 3), order: 2 });
const bridge = article("The [bridge] [stood].", { id: knownId(SourceId, 2), order: 1 });
const stamp = { analyst: knownId(AnalystId, 1), at: "2022-03-03T00:00:00Z" };
const other = annotationsOf(2, { claims: [claim(9)] });

const times = fc.constantFrom("2022-02-01T00:00:00Z", "2022-02-02T00:00:00Z");
const extra = fc.constantFrom({}, {}, { colour: "blue" });
const remarks = fc.constantFrom({}, {}, { toDiscuss: true }, { note: "Look again." }, { toDiscuss: true, note: "" });
const oneOrTwo = fc.constantFrom(1, 2);

/** Each tag of the set is on one mark at most, in any order there. */
const tags = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8]).chain((numbers) =>
  fc.tuple(
    ...numbers.map((n) =>
      fc
        .tuple(
          fc.constantFrom(1, 2, 3, 4),
          fc.constantFrom(1, 2, 3, 9),
          fc.constantFrom("supports", "refutes"),
          fc.oneof(
            extra,
            fc.constantFrom(...VALUES).map((value) => ({ value })),
          ),
        )
        .map(([on, claimNumber, stance, more]): readonly [number, Tag] => [on, tag(n, claimNumber, stance, more)]),
    ),
  ),
);

const sets: fc.Arbitrary<AnnotationSet> = fc
  .record({
    tags,
    claims: fc.tuple(
      ...[1, 2, 3, 4, 5].map((n) =>
        fc.tuple(fc.boolean(), times, extra).map(([has, revisedAt, more]) => [n, has, { revisedAt, ...more }] as const),
      ),
    ),
    marks: fc.tuple(
      ...[1, 2, 3, 4].map((n) =>
        fc
          .tuple(
            fc.constantFrom("live", "live", "binned", "nowhere"),
            fc.constantFrom(ferry, ferry, bridge),
            fc.nat(1),
            oneOrTwo,
            extra,
            remarks,
            times,
          )
          .map(([where, { source, ranges }, from, size, more, remarked, createdAt]) => ({
            ...{ n, where, more: { createdAt, ...more, ...remarked } },
            place: { source, ranges: ranges.slice(from, from + size) },
          })),
      ),
    ),
    cells: fc.uniqueArray(
      fc.record({
        n: fc.constantFrom(1, 2, 9),
        source: oneOrTwo,
        state: fc.constantFrom("not-mentioned", "not-applicable"),
        at: times,
        extra,
      }),
      { selector: ({ n, source }) => `${n} ${source}` },
    ),
    notes: fc.uniqueArray(
      fc.record({ n: fc.constantFrom(1, 2, 9), source: oneOrTwo, text: fc.constantFrom("Odd.", "Late."), at: times }),
      { selector: ({ n, source }) => `${n} ${source}` },
    ),
    verdicts: fc.uniqueArray(
      fc.record({
        other: fc.constantFrom(2, 3),
        verdict: fc.constantFrom("one-origin", "independent"),
        at: times,
      }),
      { selector: ({ other: n }) => n },
    ),
    done: fc.uniqueArray(fc.record({ source: oneOrTwo, at: times }), { selector: ({ source }) => source }),
    reveals: fc.uniqueArray(fc.record({ source: oneOrTwo, at: times }), { selector: ({ source }) => source }),
  })
  .map((drawn) => {
    const made = (wanted: string) =>
      drawn.marks
        .filter(({ where }) => where === wanted)
        .map(({ n, place, more }) => ({
          ...mark(n, place, ...drawn.tags.flatMap(([on, one]) => (on === n ? [one] : []))),
          ...more,
        }))
        .sort(compareMarks);
    const marks = made("live");
    const binned = made("binned").map((one) => ({ ...one, binnedAt: one.createdAt }));
    const cells = drawn.cells
      .toSorted((a, b) => a.n - b.n || a.source - b.source)
      .map(({ n, source, extra: more, ...cell }) => ({
        ...{ ...more, ...cell, claimId: knownId(ClaimId, n), sourceId: knownId(SourceId, source) },
      }));
    const notes = drawn.notes
      .toSorted((a, b) => a.n - b.n || a.source - b.source)
      .map(({ n, source, ...note }) => ({
        ...note,
        claimId: knownId(ClaimId, n),
        sourceId: knownId(SourceId, source),
      }));
    const verdicts = drawn.verdicts
      .toSorted((x, y) => x.other - y.other)
      .map(({ other: n, ...verdict }) => ({ ...verdict, a: knownId(SourceId, 1), b: knownId(SourceId, n) }));
    const moments = (drawnAt: typeof drawn.done) =>
      drawnAt
        .toSorted((x, y) => x.source - y.source)
        .map(({ source, at }) => ({ sourceId: knownId(SourceId, source), at }));
    const used = new Set(
      [...[...marks, ...binned].flatMap(({ tags: on }) => on), ...cells, ...notes].map(({ claimId }) => claimId),
    );
    const claims = drawn.claims
      .map(([n, has, fields]) => ({ has, claim: claim(n, fields) }))
      .filter((one) => one.has || used.has(one.claim.id))
      .map((one) => one.claim);
    const more = {
      ...(binned.length === 0 ? {} : { bin: binned }),
      ...(notes.length === 0 ? {} : { cellNotes: notes }),
      ...(verdicts.length === 0 ? {} : { originVerdicts: verdicts }),
      ...(drawn.done.length === 0 ? {} : { done: moments(drawn.done) }),
      ...(drawn.reveals.length === 0 ? {} : { reveals: moments(drawn.reveals) }),
    };
    return frozen(annotationsOf(1, { claims, marks, cells, ...more }));
  });

function projectWith(set: AnnotationSet): Project {
  return projectOf([ferry.source, bridge.source, lock.source], [set, other]);
}

/** The command that carries them all out, or none. */
function batch(commands: readonly SimpleCommand[]): readonly Command[] {
  return commands.length === 0 ? [] : [{ kind: "batch", ...stamp, commands }];
}

function carriedOut(set: AnnotationSet, commands: readonly SimpleCommand[]): AnnotationSet | undefined {
  return batch(commands).reduce(apply, projectWith(set)).sets[0];
}

describe("commandsBetween", () => {
  it("leads from any version of a set to any other, and its inverse leads back; reveals stay", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(sets, sets, (from, to) => {
        const commands = commandsBetween(from, to, stamp);
        for (const { kind } of commands) kinds.add(kind);
        const before = projectWith(from);
        const [command] = batch(commands);
        const after = command ? apply(before, command) : before;
        expect(AnnotationSet.parse(to)).toEqual(to);
        const seen = revealsOf(from, to);
        expect(after).toStrictEqual(projectWith({ ...to, ...seen }));
        if (!command) return;
        expect(Command.parse(command)).toEqual(command);
        expect(apply(after, invert(before, command))).toStrictEqual(projectWith({ ...from, ...seen }));
      }),
      { numRuns: 300 },
    );
    expect([...kinds].sort()).toEqual([
      "add-mark",
      "add-reveal",
      "drop-binned",
      "drop-cell-note",
      "drop-claim",
      "drop-done",
      "drop-origin-verdict",
      "put-binned",
      "put-cell-note",
      "put-claim",
      "put-done",
      "put-origin-verdict",
      "put-ranges",
      "put-tag",
      "remove-mark",
      "remove-tag",
      "revise-mark",
      "set-cell",
    ]);
  });

  it("has no commands between two versions that hold the same", () => {
    fc.assert(
      fc.property(sets, (set) => {
        const copy = { ...AnnotationSet.parse(set), journalThrough: 7, createdAt: stamp.at };
        expect(commandsBetween(set, copy, stamp)).toEqual([]);
      }),
    );
  });

  it("moves no tag that can stay, and puts each of the others at its place", () => {
    const with_ = (...numbers: readonly number[]) =>
      annotationsOf(1, { marks: [mark(1, ferry, ...numbers.map((n) => tag(n, 9, "mixed")))] });
    const markId = knownId(MarkId, 1);
    expect(commandsBetween(with_(1, 2, 3), with_(3, 4, 1, 5), stamp)).toEqual([
      { kind: "remove-tag", ...stamp, markId, tagId: knownId(TagId, 1) },
      { kind: "remove-tag", ...stamp, markId, tagId: knownId(TagId, 2) },
      { kind: "put-tag", ...stamp, markId, index: 1, tag: tag(4, 9, "mixed") },
      { kind: "put-tag", ...stamp, markId, index: 2, tag: tag(1, 9, "mixed") },
      { kind: "put-tag", ...stamp, markId, index: 3, tag: tag(5, 9, "mixed") },
    ]);
  });

  it("moves the boundaries of a mark that is otherwise the same", () => {
    const on = (...ranges: typeof ferry.ranges) =>
      annotationsOf(1, { marks: [mark(1, { source: ferry.source, ranges }, tag(1, 9, "mixed"))] });
    const [first, second] = ferry.ranges;
    if (!first || !second) throw new Error("the article has words");
    expect(commandsBetween(on(first), on(first, second), stamp)).toEqual([
      { kind: "put-ranges", ...stamp, markId: knownId(MarkId, 1), ranges: [first, second] },
    ]);
  });

  it("keeps a claim that only this analyst had made when somebody else has begun to use it", () => {
    const from = annotationsOf(1, { claims: [claim(1), claim(2), claim(3)] });
    const to = annotationsOf(1);
    const silent = {
      claimId: knownId(ClaimId, 3),
      sourceId: knownId(SourceId, 1),
      state: "not-mentioned",
      at: AT,
    } as const;
    const using = annotationsOf(2, { marks: [mark(1, ferry, tag(1, 1, "mixed"))], cells: [silent] });
    const project = projectOf([ferry.source], [from, using]);
    const restored = (commands: readonly SimpleCommand[]) => batch(commands).reduce(apply, project).sets[0];
    expect(() => restored(commandsBetween(from, to, stamp))).toThrow(new Refusal("The claim is still in use."));
    const kept = claimsOthersNeed(project, stamp.analyst);
    expect(kept).toEqual(new Set([knownId(ClaimId, 1), knownId(ClaimId, 3)]));
    expect(restored(commandsBetween(from, to, stamp, kept))).toEqual({ ...from, claims: [claim(1), claim(3)] });
  });

  it("takes a cell away whose claim is missing", () => {
    const cell = {
      claimId: knownId(ClaimId, 7),
      sourceId: knownId(SourceId, 7),
      state: "not-mentioned",
      at: AT,
    } as const;
    const from = annotationsOf(1, { cells: [cell] });
    expect(carriedOut(from, commandsBetween(from, annotationsOf(1), stamp))).toEqual(annotationsOf(1));
  });
});

describe("commandsBetween of sets that another program wrote", () => {
  const sound = annotationsOf(1, { marks: [mark(1, ferry, tag(1, 9, "mixed"))] });

  it("takes the first of two marks with the same id", () => {
    const doubled = { ...sound, marks: [...sound.marks, mark(1, bridge)] };
    expect(carriedOut(annotationsOf(1), commandsBetween(annotationsOf(1), doubled, stamp))).toEqual(sound);
  });

  it("leads away from a mark with two tags of the same id", () => {
    const doubled = annotationsOf(1, { marks: [mark(1, ferry, tag(2, 9, "mixed"), tag(2, 9, "refutes"))] });
    expect(carriedOut(doubled, commandsBetween(doubled, sound, stamp))).toEqual(sound);
  });
});

describe("differenceOf", () => {
  it("counts what a version has more, less and different", () => {
    const cell = {
      claimId: knownId(ClaimId, 1),
      sourceId: knownId(SourceId, 1),
      state: "not-mentioned",
      at: AT,
    } as const;
    const from = annotationsOf(1, {
      claims: [claim(1), claim(2)],
      marks: [mark(1, ferry), mark(2, ferry), mark(3, ferry)],
      cells: [cell],
    });
    const to = annotationsOf(1, {
      claims: [claim(1), claim(2), claim(3)],
      marks: [mark(1, ferry), mark(2, bridge), mark(3, ferry, tag(1, 1, "mixed")), mark(4, ferry)],
      cells: [{ ...cell, state: "not-applicable" }],
    });
    expect(differenceOf(from, to)).toEqual({
      marks: { added: 1, removed: 0, changed: 2 },
      claims: { added: 1, removed: 0, changed: 0 },
      cells: { added: 0, removed: 0, changed: 1 },
      bin: { added: 0, removed: 0, changed: 0 },
      cellNotes: { added: 0, removed: 0, changed: 0 },
      originVerdicts: { added: 0, removed: 0, changed: 0 },
      done: { added: 0, removed: 0, changed: 0 },
      reveals: { added: 0, removed: 0, changed: 0 },
    });
    expect(differenceOf(to, annotationsOf(1)).marks).toEqual({ added: 0, removed: 4, changed: 0 });
  });

  it("counts nothing exactly when there are no commands between the two", () => {
    fc.assert(
      fc.property(sets, sets, fc.boolean(), (from, drawn, isSame) => {
        const to = isSame ? AnnotationSet.parse(from) : drawn;
        const counts = Object.values(differenceOf(from, to)).flatMap((part) => Object.values(part));
        expect(counts.every((count) => count === 0)).toBe(commandsBetween(from, to, stamp).length === 0);
      }),
    );
  });
});

/** Our bin with those marks of theirs that we have neither there nor among the others. */
function binsOf(ours: AnnotationSet, theirs: AnnotationSet): Pick<AnnotationSet, "bin"> {
  const known = new Set([...ours.marks, ...(ours.bin ?? [])].map(({ id }) => id));
  const both = [...(ours.bin ?? []), ...(theirs.bin ?? []).filter(({ id }) => !known.has(id))];
  return both.length === 0 ? {} : { bin: both.sort(compareMarks) };
}

/** Our notes on cells with those of theirs on cells where we have none. */
function notesOf(ours: AnnotationSet, theirs: AnnotationSet): Pick<AnnotationSet, "cellNotes"> {
  const own = new Set((ours.cellNotes ?? []).map(cellKey));
  const both = [...(ours.cellNotes ?? []), ...(theirs.cellNotes ?? []).filter((note) => !own.has(cellKey(note)))];
  return both.length === 0 ? {} : { cellNotes: both.sort((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1)) };
}

/** Our verdicts with those of theirs on pairs of which we say nothing. */
function verdictsOf(ours: AnnotationSet, theirs: AnnotationSet): Pick<AnnotationSet, "originVerdicts"> {
  const own = new Set((ours.originVerdicts ?? []).map(pairKey));
  const more = (theirs.originVerdicts ?? []).filter((verdict) => !own.has(pairKey(verdict)));
  const both = [...(ours.originVerdicts ?? []), ...more];
  return both.length === 0 ? {} : { originVerdicts: both.sort((x, y) => (pairKey(x) < pairKey(y) ? -1 : 1)) };
}

function doneOf(ours: AnnotationSet, theirs: AnnotationSet): Pick<AnnotationSet, "done"> {
  const own = new Set((ours.done ?? []).map(({ sourceId }) => sourceId));
  const both = [...(ours.done ?? []), ...(theirs.done ?? []).filter(({ sourceId }) => !own.has(sourceId))];
  return both.length === 0 ? {} : { done: both.sort((x, y) => (x.sourceId < y.sourceId ? -1 : 1)) };
}

/** What either records, for each source the first time. */
function revealsOf(ours: AnnotationSet, theirs: AnnotationSet): Pick<AnnotationSet, "reveals"> {
  const all = allReveals(ours.reveals ?? [], theirs.reveals ?? []);
  return all.length === 0 ? {} : { reveals: all };
}

describe("commandsToMerge", () => {
  it("keeps all of ours and adds everything of theirs that has a new id", () => {
    fc.assert(
      fc.property(sets, sets, (ours, theirs) => {
        const merged = carriedOut(ours, commandsToMerge(ours, theirs, stamp));
        const ownTags = new Set(ours.marks.flatMap(({ tags: on }) => on.map(({ id }) => id)));
        const newTags = (on: readonly Tag[] = []) => on.filter(({ id }) => !ownTags.has(id));
        const known = (id: string, list: readonly { readonly id: string }[]) => list.some((item) => item.id === id);
        const theirMark = (id: MarkId) => theirs.marks.find((one) => one.id === id);
        const cellKeys = new Set(ours.cells.map(({ claimId, sourceId }) => `${claimId} ${sourceId}`));
        const expected = annotationsOf(1, {
          claims: [...ours.claims, ...theirs.claims.filter(({ id }) => !known(id, ours.claims))].sort((a, b) =>
            a.id < b.id ? -1 : 1,
          ),
          ...binsOf(ours, theirs),
          ...notesOf(ours, theirs),
          ...verdictsOf(ours, theirs),
          ...doneOf(ours, theirs),
          ...revealsOf(ours, theirs),
          marks: [
            ...ours.marks.map((one) => ({ ...one, tags: [...one.tags, ...newTags(theirMark(one.id)?.tags)] })),
            ...theirs.marks
              .filter(({ id }) => !known(id, ours.marks) && !known(id, ours.bin ?? []))
              .map((one) => ({ ...one, tags: newTags(one.tags) })),
          ].sort(compareMarks),
          cells: [
            ...ours.cells,
            ...theirs.cells.filter(({ claimId, sourceId }) => !cellKeys.has(`${claimId} ${sourceId}`)),
          ].sort((a, b) => (`${a.claimId} ${a.sourceId}` < `${b.claimId} ${b.sourceId}` ? -1 : 1)),
        });
        expect(merged).toStrictEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("adds a tag once that theirs has on two marks", () => {
    const theirs = annotationsOf(1, { marks: [1, 2].map((n) => mark(n, ferry, tag(1, 9, "mixed"))) });
    const [first] = theirs.marks;
    expect(carriedOut(annotationsOf(1), commandsToMerge(annotationsOf(1), theirs, stamp))).toEqual(
      annotationsOf(1, { marks: [...(first ? [first] : []), mark(2, ferry)] }),
    );
  });

  it("has nothing more to do once it is done", () => {
    fc.assert(
      fc.property(sets, sets, (ours, theirs) => {
        const merged = carriedOut(ours, commandsToMerge(ours, theirs, stamp));
        expect(merged && commandsToMerge(merged, theirs, stamp)).toEqual([]);
      }),
    );
  });
});
