import type { AnnotationSet } from "../model/annotation-set.ts";
import type { CellNote } from "../model/cell-note.ts";
import type { CellState } from "../model/cell-state.ts";
import type { Claim } from "../model/claim.ts";
import type { Completion } from "../model/completion.ts";
import type { ClaimId, SourceId, TagId } from "../model/id.ts";
import { type BinnedMark, type Mark, remarksOf } from "../model/mark.ts";
import { type OriginVerdict, pairKey } from "../model/origin-verdict.ts";
import { allReveals, type Reveal } from "../model/reveal.ts";
import type { Tag } from "../model/tag.ts";
import { cellCommand } from "./cell-command.ts";
import type { SimpleCommand } from "./command.ts";
import { type Comparison, compared, former, latter, type Pair } from "./comparison.ts";
import { sameContent } from "./same-content.ts";
import { cellKey } from "./set-draft.ts";

/** How many items a version of a list has more, less, or with other content. */
export interface Difference {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** What a version of an analyst's set has more, less or different, in numbers for people. */
export interface SetDifference {
  readonly marks: Difference;
  readonly claims: Difference;
  readonly cells: Difference;
  /** Marks in the bin. */
  readonly bin: Difference;
  /** Notes on cells. */
  readonly cellNotes: Difference;
  /** What is found about pairs of sources. */
  readonly originVerdicts: Difference;
  /** Sources that are done. */
  readonly done: Difference;
  /** Reveals; those that a version lacks stay, so none is ever removed. */
  readonly reveals: Difference;
}

export function differenceOf(from: AnnotationSet, to: AnnotationSet): SetDifference {
  return {
    marks: counted(compared(from.marks, to.marks, idOf)),
    claims: counted(compared(from.claims, to.claims, idOf)),
    cells: counted(compared(from.cells, to.cells, cellKey)),
    bin: counted(compared(from.bin ?? [], to.bin ?? [], idOf)),
    cellNotes: counted(compared(from.cellNotes ?? [], to.cellNotes ?? [], cellKey)),
    originVerdicts: counted(compared(from.originVerdicts ?? [], to.originVerdicts ?? [], pairKey)),
    done: counted(compared(from.done ?? [], to.done ?? [], sourceOf)),
    reveals: counted(comparedReveals(from, to)),
  };
}

type Stamp = Pick<SimpleCommand, "analyst" | "at">;

/**
 * The commands that lead from one version of an analyst's set to another one; none when both hold the same. Claims in
 * `kept` stay though `to` lacks them, see `claimsOthersNeed`, and so does every reveal.
 */
export function commandsBetween(
  from: AnnotationSet,
  to: AnnotationSet,
  stamp: Stamp,
  kept: ReadonlySet<ClaimId> = new Set(),
): readonly SimpleCommand[] {
  const claims = compared(from.claims, to.claims, idOf);
  const marks = compared(from.marks, to.marks, idOf);
  const cells = compared(from.cells, to.cells, cellKey);
  const bin = compared(from.bin ?? [], to.bin ?? [], idOf);
  const notes = compared(from.cellNotes ?? [], to.cellNotes ?? [], cellKey);
  const verdicts = compared(from.originVerdicts ?? [], to.originVerdicts ?? [], pairKey);
  const done = compared(from.done ?? [], to.done ?? [], sourceOf);
  const reveals = comparedReveals(from, to);
  const revised = marks.changed.filter(canBeRevised);
  const replaced = marks.changed.filter((pair) => !canBeRevised(pair));
  // A claim comes before what points at it and goes after it; a tag leaves one mark before another gets it; a mark leaves
  // the bin before it is among the others, and those before it is in the bin.
  return [
    ...putClaims([...claims.added, ...claims.changed.map(latter)], stamp),
    ...dropBinned([...bin.removed, ...bin.changed.map(former)], stamp),
    ...removeMarks([...marks.removed, ...replaced.map(former)], stamp),
    ...revised.flatMap((pair) => removeTags(pair, stamp)),
    ...revised.flatMap((pair) => putTags(pair, stamp)),
    ...revised.flatMap((pair) => putRanges(pair, stamp)),
    ...revised.flatMap((pair) => reviseMark(pair, stamp)),
    ...addMarks([...marks.added, ...replaced.map(latter)], stamp),
    ...putBinned([...bin.added, ...bin.changed.map(latter)], stamp),
    ...clearCells(cells.removed, stamp),
    ...setCells([...cells.added, ...cells.changed.map(latter)], stamp),
    ...dropCellNotes(notes.removed, stamp),
    ...putCellNotes([...notes.added, ...notes.changed.map(latter)], stamp),
    ...dropVerdicts(verdicts.removed, stamp),
    ...putVerdicts([...verdicts.added, ...verdicts.changed.map(latter)], stamp),
    ...dropDone(done.removed, stamp),
    ...putDone([...done.added, ...done.changed.map(latter)], stamp),
    ...addReveals(unitedReveals(reveals), stamp),
    ...dropClaims(
      claims.removed.filter(({ id }) => !kept.has(id)),
      stamp,
    ),
  ];
}

/**
 * The commands that bring what another version of a set has into ours: marks, tags on marks that both have, claims,
 * cells, notes, verdicts, what is done and every reveal. What both have stays as ours has it, in the bin or out of it, and nothing of ours is taken away.
 */
export function commandsToMerge(ours: AnnotationSet, theirs: AnnotationSet, stamp: Stamp): readonly SimpleCommand[] {
  const marks = compared(ours.marks, theirs.marks, idOf);
  const [live, binned] = [new Set(ours.marks.map(idOf)), new Set((ours.bin ?? []).map(idOf))];
  const taken = new Set(ours.marks.flatMap(({ tags }) => tags.map(idOf)));
  return [
    ...putClaims(compared(ours.claims, theirs.claims, idOf).added, stamp),
    ...marks.changed.flatMap(([mine, other]) => addTags(mine, other.tags, taken, stamp)),
    ...addMarks(
      marks.added
        .filter(({ id }) => !binned.has(id))
        .map((mark) => ({ ...mark, tags: mark.tags.filter(newTo(taken)) })),
      stamp,
    ),
    ...putBinned(
      (theirs.bin ?? []).filter(({ id }) => !live.has(id) && !binned.has(id)),
      stamp,
    ),
    ...setCells(compared(ours.cells, theirs.cells, cellKey).added, stamp),
    ...putCellNotes(compared(ours.cellNotes ?? [], theirs.cellNotes ?? [], cellKey).added, stamp),
    ...putVerdicts(compared(ours.originVerdicts ?? [], theirs.originVerdicts ?? [], pairKey).added, stamp),
    ...putDone(compared(ours.done ?? [], theirs.done ?? [], sourceOf).added, stamp),
    ...addReveals(unitedReveals(comparedReveals(ours, theirs)), stamp),
  ];
}

function counted<Item>({ added, removed, changed }: Comparison<Item>): Difference {
  return { added: added.length, removed: removed.length, changed: changed.length };
}

/** What another version records of reveals that ours does not, or at an earlier time. */
function comparedReveals({ reveals = [] }: AnnotationSet, to: AnnotationSet): Comparison<Reveal> {
  return compared(reveals, allReveals(reveals, to.reveals ?? []), sourceOf);
}

function unitedReveals({ added, changed }: Comparison<Reveal>): readonly Reveal[] {
  return [...added, ...changed.map(latter)];
}

function sourceOf({ sourceId }: { readonly sourceId: SourceId }): SourceId {
  return sourceId;
}

function idOf<Id extends string>({ id }: { readonly id: Id }): Id {
  return id;
}

/** Whether nothing but ranges, tags, flag and note differs, which have commands of their own. */
function canBeRevised([before, after]: Pair<Mark>): boolean {
  const haveOwnIds = [before, after].every(({ tags }) => new Set(tags.map(idOf)).size === tags.length);
  return haveOwnIds && sameContent(fixed(before), fixed(after));
}

/** A mark without what commands can change of it. */
function fixed({ ranges: _ranges, tags: _tags, toDiscuss: _flag, note: _note, ...rest }: Mark) {
  return rest;
}

function reviseMark([before, after]: Pair<Mark>, stamp: Stamp): SimpleCommand[] {
  const remarks = remarksOf(after);
  return sameContent(remarksOf(before), remarks)
    ? []
    : [{ kind: "revise-mark", ...stamp, markId: after.id, ...remarks }];
}

function putRanges([before, { id, ranges }]: Pair<Mark>, stamp: Stamp): SimpleCommand[] {
  return sameContent(before.ranges, ranges) ? [] : [{ kind: "put-ranges", ...stamp, markId: id, ranges }];
}

/** The tags that can stay where they are: both marks have them, in the same order. */
function staying([before, after]: Pair<Mark>): ReadonlyMap<TagId, Tag> {
  const places = new Map(before.tags.map((tag, i) => [tag.id, i]));
  const stay = new Map<TagId, Tag>();
  let reached = -1;
  for (const { id } of after.tags) {
    const place = places.get(id) ?? -1;
    const tag = before.tags[place];
    if (!tag || place < reached) continue;
    stay.set(id, tag);
    reached = place;
  }
  return stay;
}

function removeTags(pair: Pair<Mark>, stamp: Stamp): SimpleCommand[] {
  const stay = staying(pair);
  const [before] = pair;
  const leaving = before.tags.filter(({ id }) => !stay.has(id));
  return leaving.map(({ id }) => ({ kind: "remove-tag", ...stamp, markId: before.id, tagId: id }));
}

/** From the first to the last, so that each finds those before it in place. */
function putTags(pair: Pair<Mark>, stamp: Stamp): SimpleCommand[] {
  const stay = staying(pair);
  const [, after] = pair;
  return after.tags.flatMap((tag, index): SimpleCommand[] =>
    sameContent(stay.get(tag.id), tag) ? [] : [{ kind: "put-tag", ...stamp, markId: after.id, index, tag }],
  );
}

/** Puts those tags behind the mark's own whose ids are not taken yet. */
function addTags(mark: Mark, tags: readonly Tag[], taken: Set<TagId>, stamp: Stamp): SimpleCommand[] {
  const added = tags.filter(newTo(taken));
  return added.map((tag, i) => ({ kind: "put-tag", ...stamp, markId: mark.id, index: mark.tags.length + i, tag }));
}

/** Whether a tag's id is met for the first time; it is taken from then on. */
function newTo(taken: Set<TagId>): (tag: Tag) => boolean {
  return ({ id }) => !taken.has(id) && taken.add(id).has(id);
}

function addMarks(marks: readonly Mark[], stamp: Stamp): SimpleCommand[] {
  return marks.map((mark) => ({ kind: "add-mark", ...stamp, mark }));
}

function removeMarks(marks: readonly Mark[], stamp: Stamp): SimpleCommand[] {
  return marks.map(({ id }) => ({ kind: "remove-mark", ...stamp, markId: id }));
}

function putBinned(marks: readonly BinnedMark[], stamp: Stamp): SimpleCommand[] {
  return marks.map((mark) => ({ kind: "put-binned", ...stamp, mark }));
}

function dropBinned(marks: readonly BinnedMark[], stamp: Stamp): SimpleCommand[] {
  return marks.map(({ id }) => ({ kind: "drop-binned", ...stamp, markId: id }));
}

function putClaims(claims: readonly Claim[], stamp: Stamp): SimpleCommand[] {
  return claims.map((claim) => ({ kind: "put-claim", ...stamp, claim }));
}

function dropClaims(claims: readonly Claim[], stamp: Stamp): SimpleCommand[] {
  return claims.map(({ id }) => ({ kind: "drop-claim", ...stamp, claimId: id }));
}

/** A cell keeps the time when the analyst found it so. */
function setCells(cells: readonly CellState[], { analyst }: Stamp): SimpleCommand[] {
  return cells.map((cell) => cellCommand(analyst, cell));
}

function clearCells(cells: readonly CellState[], stamp: Stamp): SimpleCommand[] {
  return cells.map(({ claimId, sourceId }) => ({
    kind: "set-cell",
    ...stamp,
    claimId,
    sourceId,
    state: "not-reviewed",
  }));
}

function putCellNotes(notes: readonly CellNote[], stamp: Stamp): SimpleCommand[] {
  return notes.map((note) => ({ kind: "put-cell-note", ...stamp, note }));
}

function dropCellNotes(notes: readonly CellNote[], stamp: Stamp): SimpleCommand[] {
  return notes.map(({ claimId, sourceId }) => ({ kind: "drop-cell-note", ...stamp, claimId, sourceId }));
}

function putVerdicts(verdicts: readonly OriginVerdict[], stamp: Stamp): SimpleCommand[] {
  return verdicts.map((verdict) => ({ kind: "put-origin-verdict", ...stamp, verdict }));
}

function dropVerdicts(verdicts: readonly OriginVerdict[], stamp: Stamp): SimpleCommand[] {
  return verdicts.map(({ a, b }) => ({ kind: "drop-origin-verdict", ...stamp, a, b }));
}

function putDone(completions: readonly Completion[], stamp: Stamp): SimpleCommand[] {
  return completions.map((done) => ({ kind: "put-done", ...stamp, done }));
}

function dropDone(completions: readonly Completion[], stamp: Stamp): SimpleCommand[] {
  return completions.map(({ sourceId }) => ({ kind: "drop-done", ...stamp, sourceId }));
}

function addReveals(reveals: readonly Reveal[], stamp: Stamp): SimpleCommand[] {
  return reveals.map((reveal) => ({ kind: "add-reveal", ...stamp, reveal }));
}
