import type { AnnotationSet } from "../model/annotation-set.ts";
import type { CellNote } from "../model/cell-note.ts";
import type { CellState } from "../model/cell-state.ts";
import type { Claim } from "../model/claim.ts";
import type { Completion } from "../model/completion.ts";
import type { AnalystId, ClaimId, MarkId, SourceId } from "../model/id.ts";
import { type BinnedMark, compareMarks, type Mark } from "../model/mark.ts";
import { compareText } from "../model/order.ts";
import { type OriginVerdict, pairKey } from "../model/origin-verdict.ts";
import { annotationSet, type Project } from "../model/project.ts";
import type { Reveal } from "../model/reveal.ts";
import { type ListDraft, listDraft } from "./list-draft.ts";
import { listIndex } from "./list-index.ts";
import { Refusal } from "./refusal.ts";

const marks = listIndex<Mark>({ keyOf: ({ id }) => id, compare: compareMarks, pointersOf: ({ tags }) => tags });
const bin = listIndex<BinnedMark>({ keyOf: ({ id }) => id, compare: compareMarks, pointersOf: ({ tags }) => tags });
const claims = listIndex<Claim>({
  keyOf: ({ id }) => id,
  compare: (a, b) => compareText(a.id, b.id),
  pointersOf: () => [],
});
const cells = listIndex<CellState>({
  keyOf: cellKey,
  compare: (a, b) => compareText(a.claimId, b.claimId) || compareText(a.sourceId, b.sourceId),
  pointersOf: ({ claimId }) => [{ claimId }],
});

const cellNotes = listIndex<CellNote>({
  keyOf: cellKey,
  compare: (a, b) => compareText(a.claimId, b.claimId) || compareText(a.sourceId, b.sourceId),
  pointersOf: ({ claimId }) => [{ claimId }],
});

const originVerdicts = listIndex<OriginVerdict>({
  keyOf: pairKey,
  compare: (x, y) => compareText(x.a, y.a) || compareText(x.b, y.b),
  pointersOf: () => [],
});

const done = listIndex<Completion>({
  keyOf: ({ sourceId }) => sourceId,
  compare: (x, y) => compareText(x.sourceId, y.sourceId),
  pointersOf: () => [],
});

const reveals = listIndex<Reveal>({
  keyOf: ({ sourceId }) => sourceId,
  compare: (x, y) => compareText(x.sourceId, y.sourceId),
  pointersOf: () => [],
});

const NO_NOTES: readonly CellNote[] = [];
const NO_VERDICTS: readonly OriginVerdict[] = [];
const NOTHING_DONE: readonly Completion[] = [];
const NO_REVEALS: readonly Reveal[] = [];
const EMPTY_BIN: readonly BinnedMark[] = [];

/** One analyst's set while the commands of a batch change it, and the project around it. */
export interface SetDraft {
  readonly project: Project;
  readonly before: AnnotationSet;
  readonly marks: ListDraft<Mark>;
  readonly claims: ListDraft<Claim>;
  readonly cells: ListDraft<CellState>;
  readonly bin: ListDraft<BinnedMark>;
  readonly cellNotes: ListDraft<CellNote>;
  readonly originVerdicts: ListDraft<OriginVerdict>;
  readonly done: ListDraft<Completion>;
  readonly reveals: ListDraft<Reveal>;
}

/** A draft of an analyst's set, without changes. Throws a `Refusal` when the analyst has none. */
export function draftOf(project: Project, analyst: AnalystId): SetDraft {
  const before = annotationSet(project, analyst);
  if (!before) throw new Refusal("This analyst has no annotation set in the project.");
  return {
    project,
    before,
    marks: listDraft(marks, before.marks),
    claims: listDraft(claims, before.claims),
    cells: listDraft(cells, before.cells),
    bin: listDraft(bin, before.bin ?? EMPTY_BIN),
    cellNotes: listDraft(cellNotes, before.cellNotes ?? NO_NOTES),
    originVerdicts: listDraft(originVerdicts, before.originVerdicts ?? NO_VERDICTS),
    done: listDraft(done, before.done ?? NOTHING_DONE),
    reveals: listDraft(reveals, before.reveals ?? NO_REVEALS),
  };
}

/** The set as the draft has it; lists without a change stay the same objects, and so does a set without one. */
export function finished(draft: SetDraft): AnnotationSet {
  const { before } = draft;
  const after = { marks: draft.marks.finish(), claims: draft.claims.finish(), cells: draft.cells.finish() };
  const isSame = after.marks === before.marks && after.claims === before.claims && after.cells === before.cells;
  const set = isSame ? before : { ...before, ...after };
  const noted = withNotes(withBin(set, draft.bin.finish()), draft.cellNotes.finish());
  const judged = withVerdicts(noted, draft.originVerdicts.finish());
  return withReveals(withDone(judged, draft.done.finish()), draft.reveals.finish());
}

/** The set with this bin; without one that is empty. */
function withBin(set: AnnotationSet, binned: readonly BinnedMark[]): AnnotationSet {
  const { bin: former = EMPTY_BIN, ...rest } = set;
  if (binned === former) return set;
  return binned.length === 0 ? rest : { ...rest, bin: binned };
}

function withNotes(set: AnnotationSet, notes: readonly CellNote[]): AnnotationSet {
  const { cellNotes: former = NO_NOTES, ...rest } = set;
  if (notes === former) return set;
  return notes.length === 0 ? rest : { ...rest, cellNotes: notes };
}

function withVerdicts(set: AnnotationSet, verdicts: readonly OriginVerdict[]): AnnotationSet {
  const { originVerdicts: former = NO_VERDICTS, ...rest } = set;
  if (verdicts === former) return set;
  return verdicts.length === 0 ? rest : { ...rest, originVerdicts: verdicts };
}

function withDone(set: AnnotationSet, completions: readonly Completion[]): AnnotationSet {
  const { done: former = NOTHING_DONE, ...rest } = set;
  if (completions === former) return set;
  return completions.length === 0 ? rest : { ...rest, done: completions };
}

/** Reveals are never taken away, so that the list cannot become empty. */
function withReveals(set: AnnotationSet, revealed: readonly Reveal[]): AnnotationSet {
  return revealed === (set.reveals ?? NO_REVEALS) ? set : { ...set, reveals: revealed };
}

/** The key of a claim's cell in a source. */
export function cellKey({ claimId, sourceId }: { readonly claimId: ClaimId; readonly sourceId: SourceId }): string {
  return `${claimId} ${sourceId}`;
}

/** Whether a set other than the draft's has the claim. */
export function othersHaveClaim({ project, before }: SetDraft, id: ClaimId): boolean {
  return project.sets.some((set) => set !== before && claims.get(set.claims, id) !== undefined);
}

/** Whether a tag, that of a mark in the bin included, a cell or its note points at the claim, in the draft or in another set. */
export function isUsed(draft: SetDraft, id: ClaimId): boolean {
  const uses = draft.marks.claimUses(id) + draft.cells.claimUses(id) + draft.bin.claimUses(id);
  return uses + draft.cellNotes.claimUses(id) > 0 || othersUse(draft, id);
}

function othersUse({ project, before }: SetDraft, id: ClaimId): boolean {
  return project.sets.some((set) => set !== before && usesIn(set, id) > 0);
}

function usesIn(set: AnnotationSet, id: ClaimId): number {
  const more = bin.claimUses(set.bin ?? EMPTY_BIN, id) + cellNotes.claimUses(set.cellNotes ?? NO_NOTES, id);
  return marks.claimUses(set.marks, id) + cells.claimUses(set.cells, id) + more;
}

/** The mark of a set with this id, found without reading the list. */
export function markById({ marks: list }: AnnotationSet, id: MarkId): Mark | undefined {
  return marks.get(list, id);
}

/** The claims that only this analyst's set has and another set points at: to drop one of them would be refused. */
export function claimsOthersNeed(project: Project, analyst: AnalystId): ReadonlySet<ClaimId> {
  const draft = draftOf(project, analyst);
  const own = draft.before.claims.map(({ id }) => id);
  return new Set(own.filter((id) => !othersHaveClaim(draft, id) && othersUse(draft, id)));
}
