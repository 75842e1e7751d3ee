import { cellKey } from "../commands/set-draft.ts";
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { CellNote } from "../model/cell-note.ts";
import type { CellState } from "../model/cell-state.ts";
import type { Claim } from "../model/claim.ts";
import type { Completion } from "../model/completion.ts";
import type { TagId } from "../model/id.ts";
import { type BinnedMark, compareMarks, type Mark } from "../model/mark.ts";
import { compareText } from "../model/order.ts";
import { type OriginVerdict, pairKey } from "../model/origin-verdict.ts";
import { earlierReveal, type Reveal } from "../model/reveal.ts";
import { isBinned, type MergeConflict } from "./merge-conflict.ts";
import { type MergedItems, type MergedKind, mergedItems, type Take } from "./merged-items.ts";

/** What became of so many items of the other copy. */
export interface MergeCount {
  readonly added: number;
  readonly same: number;
  /** Taken as a later revision. */
  readonly revised: number;
  /** Left as an earlier revision. */
  readonly earlier: number;
  readonly conflicts: number;
}

export const MERGED_PARTS = [
  "marks",
  "bin",
  "claims",
  "cells",
  "cellNotes",
  "originVerdicts",
  "done",
  "reveals",
] as const;
export type MergedPart = (typeof MERGED_PARTS)[number];

/** An analyst's set together with what another copy of it has. */
export interface MergedSet {
  readonly set: AnnotationSet;
  readonly counts: Readonly<Record<MergedPart, MergeCount>>;
  readonly conflicts: readonly MergeConflict[];
}

type AnyMark = Mark | BinnedMark;

const MARKS: MergedKind<AnyMark> = { keyOf: ({ id }) => id, compare: compareMarks };
const CLAIMS: MergedKind<Claim> = {
  keyOf: ({ id }) => id,
  compare: (a, b) => compareText(a.id, b.id),
  later: (ours, theirs) => Date.parse(theirs.revisedAt) - Date.parse(ours.revisedAt),
};
const CELLS: MergedKind<CellState> = { keyOf: cellKey, compare: (a, b) => compareText(cellKey(a), cellKey(b)) };
const NOTES: MergedKind<CellNote> = { keyOf: cellKey, compare: (a, b) => compareText(cellKey(a), cellKey(b)) };
const VERDICTS: MergedKind<OriginVerdict> = { keyOf: pairKey, compare: (x, y) => compareText(pairKey(x), pairKey(y)) };

const DONE: MergedKind<Completion> = {
  keyOf: ({ sourceId }) => sourceId,
  compare: (x, y) => compareText(x.sourceId, y.sourceId),
  later: (ours, theirs) => Date.parse(theirs.at) - Date.parse(ours.at),
};
const REVEALS: MergedKind<Reveal> = {
  keyOf: ({ sourceId }) => sourceId,
  compare: (x, y) => compareText(x.sourceId, y.sourceId),
  // What was seen first counts.
  later: earlierReveal,
};

/**
 * Brings a copy of an analyst's set into another one, item by item by id. Nothing of either is lost and nothing doubled; of
 * claims the later revision counts, as in the list of claims, and of reveals the first; where both have other content, `take` decides. The owner, the
 * times and fields that this version does not know stay as ours has them.
 */
export function mergedSet(ours: AnnotationSet, theirs: AnnotationSet, take: Take): MergedSet {
  const [mine, others] = [allMarks(ours), allMarks(theirs)];
  const marks = mergedItems(mine, others, MARKS, take);
  const claims = mergedItems(ours.claims, theirs.claims, CLAIMS, take);
  const cells = mergedItems(ours.cells, theirs.cells, CELLS, take);
  const notes = mergedItems(ours.cellNotes ?? NO_NOTES, theirs.cellNotes ?? NO_NOTES, NOTES, take);
  const verdicts = mergedItems(
    ours.originVerdicts ?? NO_VERDICTS,
    theirs.originVerdicts ?? NO_VERDICTS,
    VERDICTS,
    take,
  );
  const done = mergedItems(ours.done ?? NOTHING_DONE, theirs.done ?? NOTHING_DONE, DONE, take);
  const reveals = mergedItems(ours.reveals ?? NO_REVEALS, theirs.reveals ?? NO_REVEALS, REVEALS, take);
  const single = withSingleTags(marks.items, take === "ours" ? mine : others);
  const set = {
    ...ours,
    claims: claims.items,
    cells: cells.items,
    ...(notes.items.length > 0 ? { cellNotes: notes.items } : {}),
    ...(verdicts.items.length > 0 ? { originVerdicts: verdicts.items } : {}),
    ...(done.items.length > 0 ? { done: done.items } : {}),
    ...(reveals.items.length > 0 ? { reveals: reveals.items } : {}),
  };
  return {
    set: single.items === mine ? set : withMarks(set, single.items),
    counts: {
      marks: counted(marks, (mark) => !isBinned(mark)),
      bin: counted(marks, isBinned),
      claims: counted(claims),
      cells: counted(cells),
      cellNotes: counted(notes),
      originVerdicts: counted(verdicts),
      done: counted(done),
      reveals: counted(reveals),
    },
    conflicts: [
      ...marks.conflicts.map(([our, their]) => ({ kind: "mark", ours: our, theirs: their }) as const),
      ...single.doubled,
      ...claims.conflicts.map(([our, their]) => ({ kind: "claim", ours: our, theirs: their }) as const),
      ...cells.conflicts.map(([our, their]) => ({ kind: "cell", ours: our, theirs: their }) as const),
      ...notes.conflicts.map(([our, their]) => ({ kind: "cell-note", ours: our, theirs: their }) as const),
      ...verdicts.conflicts.map(([our, their]) => ({ kind: "verdict", ours: our, theirs: their }) as const),
      ...done.conflicts.map(([our, their]) => ({ kind: "done", ours: our, theirs: their }) as const),
      ...reveals.conflicts.map(([our, their]) => ({ kind: "reveal", ours: our, theirs: their }) as const),
    ],
  };
}

const NO_NOTES: readonly CellNote[] = [];
const NO_VERDICTS: readonly OriginVerdict[] = [];
const NOTHING_DONE: readonly Completion[] = [];
const NO_REVEALS: readonly Reveal[] = [];

/** All of a set that comes from elsewhere, as counts. */
export function countsOfNew(set: AnnotationSet): MergedSet["counts"] {
  const count = (part: MergedPart) => ({
    added: set[part]?.length ?? 0,
    same: 0,
    revised: 0,
    earlier: 0,
    conflicts: 0,
  });
  return {
    marks: count("marks"),
    bin: count("bin"),
    claims: count("claims"),
    cells: count("cells"),
    cellNotes: count("cellNotes"),
    originVerdicts: count("originVerdicts"),
    done: count("done"),
    reveals: count("reveals"),
  };
}

/** The marks of a set with those in the bin. */
export function allMarks({ marks, bin = [] }: AnnotationSet): readonly AnyMark[] {
  return bin.length === 0 ? marks : [...marks, ...bin];
}

function withMarks({ bin: _former, ...set }: AnnotationSet, items: readonly AnyMark[]): AnnotationSet {
  const binned = items.filter(isBinned);
  const marks = items.filter((mark) => !isBinned(mark));
  return binned.length === 0 ? { ...set, marks } : { ...set, marks, bin: binned };
}

/** Takes tags off marks that a mark of `preferred` has already: a tag that moved on in one copy stays where that copy has it. */
function withSingleTags(items: readonly AnyMark[], preferred: readonly AnyMark[]) {
  const first = new Set(preferred.map(({ id }) => id));
  const live = items.filter((mark) => !isBinned(mark));
  const taken = new Set<TagId>(live.filter(({ id }) => first.has(id)).flatMap(({ tags }) => tags.map(({ id }) => id)));
  const doubled: MergeConflict[] = [];
  const singled = items.map((mark) => {
    if (first.has(mark.id) || isBinned(mark)) return mark;
    const tags = mark.tags.filter((tag) => {
      if (!taken.has(tag.id)) return taken.add(tag.id);
      doubled.push({ kind: "tag", tag, mark });
      return false;
    });
    return tags.length === mark.tags.length ? mark : { ...mark, tags };
  });
  return { items: doubled.length === 0 ? items : singled, doubled };
}

function counted<Item>(merged: MergedItems<Item>, belongs: (theirs: Item) => boolean = () => true): MergeCount {
  const count = (list: readonly Item[]) => list.filter(belongs).length;
  return {
    added: count(merged.added),
    same: count(merged.same),
    revised: count(merged.revised),
    earlier: count(merged.earlier),
    conflicts: count(merged.conflicts.map(([, theirs]) => theirs)),
  };
}
