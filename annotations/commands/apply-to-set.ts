import type { AnnotationSet } from "../model/annotation-set.ts";
import type { CellNote } from "../model/cell-note.ts";
import type { Completion } from "../model/completion.ts";
import type { ClaimId, MarkId, SourceId } from "../model/id.ts";
import { type BinnedMark, type Mark, remarksOf } from "../model/mark.ts";
import { type OriginVerdict, type PairOfSources, pairKey } from "../model/origin-verdict.ts";
import type { Project } from "../model/project.ts";
import { earlierReveal, type Reveal } from "../model/reveal.ts";
import type { Source } from "../model/source.ts";
import type { Tag } from "../model/tag.ts";
import { codePointsOf } from "../text/code-points.ts";
import type { SetCommand, SimpleCommand } from "./command.ts";
import { Refusal } from "./refusal.ts";
import { sameContent } from "./same-content.ts";
import { cellKey, draftOf, finished, isUsed, othersHaveClaim, type SetDraft } from "./set-draft.ts";

/**
 * The project's annotation sets after a command on one of them; the same list when it changes nothing. Takes the time
 * of copying the list that changes, which is much less than reading it. Throws a `Refusal` when the command does not fit.
 */
export function applyToSet(project: Project, command: SetCommand): readonly AnnotationSet[] {
  const draft = draftOf(project, command.analyst);
  for (const simple of simpleCommands(command)) carryOut(draft, simple);
  const after = finished(draft);
  return after === draft.before ? project.sets : project.sets.map((set) => (set === draft.before ? after : set));
}

/** The commands of a batch, or the one that stands alone. Throws a `Refusal` when a batch is not of one analyst. */
export function simpleCommands(command: SetCommand): readonly SimpleCommand[] {
  if (command.kind !== "batch") return [command];
  if (command.commands.some((simple) => simple.analyst !== command.analyst)) {
    throw new Refusal("A batch may change one analyst's set only.");
  }
  return command.commands;
}

/** Changes the draft as the command says. Throws a `Refusal`, and changes nothing, when the command does not fit. */
export function carryOut(draft: SetDraft, command: SimpleCommand): void {
  switch (command.kind) {
    case "add-mark":
      addMark(draft, command.mark);
      break;
    case "remove-mark":
      draft.marks.remove(markIn(draft, command.markId).id);
      break;
    case "put-ranges":
      putRanges(draft, command);
      break;
    case "revise-mark":
      reviseMark(draft, command);
      break;
    case "put-binned":
      putBinned(draft, command.mark);
      break;
    case "drop-binned":
      draft.bin.remove(binnedIn(draft, command.markId).id);
      break;
    case "put-tag":
      putTag(draft, command);
      break;
    case "remove-tag":
      removeTag(draft, command);
      break;
    case "put-claim":
      draft.claims.put(command.claim);
      break;
    case "drop-claim":
      dropClaim(draft, command.claimId);
      break;
    case "set-cell":
      setCell(draft, command);
      break;
    case "put-cell-note":
      requireSource(draft, command.note.sourceId);
      requireClaim(draft, command.note.claimId);
      draft.cellNotes.put(command.note);
      break;
    case "drop-cell-note":
      draft.cellNotes.remove(cellKey(cellNoteIn(draft, command)));
      break;
    case "put-origin-verdict":
      requireSource(draft, command.verdict.a);
      requireSource(draft, command.verdict.b);
      draft.originVerdicts.put(command.verdict);
      break;
    case "drop-origin-verdict":
      draft.originVerdicts.remove(pairKey(verdictIn(draft, command)));
      break;
    case "put-done":
      requireSource(draft, command.done.sourceId);
      draft.done.put(command.done);
      break;
    case "drop-done":
      draft.done.remove(completionIn(draft, command.sourceId).sourceId);
      break;
    case "add-reveal":
      requireSource(draft, command.reveal.sourceId);
      addReveal(draft, command.reveal);
      break;
    default:
      command satisfies never;
  }
}

/** The very same mark once more changes nothing: who heard no answer may ask again. */
function addMark(draft: SetDraft, mark: Mark): void {
  const present = draft.marks.get(mark.id);
  if (present && !sameContent(present, mark)) throw new Refusal("This mark is already in the annotation set.");
  if (present) return;
  if (draft.bin.get(mark.id)) throw new Refusal("This mark is in the bin.");
  requireContent(draft, mark);
  for (const tag of mark.tags) requireNewTag(draft, tag);
  draft.marks.put(mark);
}

/** The very same mark once more changes nothing, as in `addMark`. */
function putBinned(draft: SetDraft, mark: BinnedMark): void {
  const present = draft.bin.get(mark.id);
  if (present && !sameContent(present, mark)) throw new Refusal("This mark is already in the bin.");
  if (present) return;
  if (draft.marks.get(mark.id)) throw new Refusal("This mark is still in the annotation set.");
  requireContent(draft, mark);
  draft.bin.put(mark);
}

/** What a mark says fits the project. */
function requireContent(draft: SetDraft, mark: Mark): void {
  requireRanges(requireSource(draft, mark.sourceId), mark.ranges);
  for (const tag of mark.tags) requireClaim(draft, tag.claimId);
  if (new Set(mark.tags.map((tag) => tag.id)).size < mark.tags.length) {
    throw new Refusal("Two tags of the mark have the same id.");
  }
}

function reviseMark(draft: SetDraft, command: Extract<SimpleCommand, { kind: "revise-mark" }>): void {
  const { toDiscuss: _flag, note: _note, ...rest } = markIn(draft, command.markId);
  draft.marks.put({ ...rest, ...remarksOf(command) });
}

function putRanges(draft: SetDraft, { markId, ranges }: Extract<SimpleCommand, { kind: "put-ranges" }>): void {
  const mark = markIn(draft, markId);
  requireRanges(requireSource(draft, mark.sourceId), ranges);
  draft.marks.put({ ...mark, ranges });
}

function putTag(draft: SetDraft, { markId, tag, index }: Extract<SimpleCommand, { kind: "put-tag" }>): void {
  requireClaim(draft, tag.claimId);
  const mark = markIn(draft, markId);
  const at = mark.tags.findIndex((other) => other.id === tag.id);
  if (at === -1) requireNewTag(draft, tag);
  draft.marks.put({ ...mark, tags: at === -1 ? mark.tags.toSpliced(index, 0, tag) : mark.tags.with(at, tag) });
}

function removeTag(draft: SetDraft, { markId, tagId }: Extract<SimpleCommand, { kind: "remove-tag" }>): void {
  const mark = markIn(draft, markId);
  const tags = mark.tags.filter((tag) => tag.id !== tagId);
  if (tags.length === mark.tags.length) throw new Refusal("This tag is not in the annotation set.");
  draft.marks.put({ ...mark, tags });
}

/** The last revision of a claim must stay while a tag or a cell points at it. */
function dropClaim(draft: SetDraft, id: ClaimId): void {
  if (!draft.claims.get(id)) throw new Refusal("This claim is not in the annotation set.");
  if (!othersHaveClaim(draft, id) && isUsed(draft, id)) throw new Refusal("The claim is still in use.");
  draft.claims.remove(id);
}

/** A cell can be taken away even where its claim or source is missing, which only another program can have done. */
function setCell(
  draft: SetDraft,
  { claimId, sourceId, state, at, more }: Extract<SimpleCommand, { kind: "set-cell" }>,
): void {
  if (state === "not-reviewed") {
    draft.cells.remove(cellKey({ claimId, sourceId }));
    return;
  }
  requireSource(draft, sourceId);
  requireClaim(draft, claimId);
  draft.cells.put({ ...more, claimId, sourceId, state, at });
}

/** The first time counts: of two records of one source the earlier one stays. */
function addReveal(draft: SetDraft, reveal: Reveal): void {
  const present = draft.reveals.get(reveal.sourceId);
  if (!present || earlierReveal(present, reveal) > 0) draft.reveals.put(reveal);
}

/** A mark's pieces lie in the text in order, do not touch the same characters twice, and say what stands there. */
function requireRanges(source: Source, ranges: Mark["ranges"]): void {
  const points = codePointsOf(source);
  let reached = 0;
  for (const range of ranges) {
    if (range.end > points.length) throw new Refusal("The mark lies outside the text.");
    if (range.start < reached) throw new Refusal("The pieces of a mark must follow each other without overlap.");
    if (points.slice(range.start, range.end) !== range.quote)
      throw new Refusal("The mark's quote is not what the text says there.");
    reached = range.end;
  }
}

function requireSource({ project }: SetDraft, id: SourceId): Source {
  const source = project.sources.find((candidate) => candidate.id === id);
  if (!source) throw new Refusal("The source is not in the project.");
  return source;
}

function requireClaim(draft: SetDraft, id: ClaimId): void {
  if (!draft.claims.get(id) && !othersHaveClaim(draft, id)) throw new Refusal("The claim is not in the project.");
}

function requireNewTag({ marks }: SetDraft, { id }: Tag): void {
  if (marks.tagUses(id) > 0) throw new Refusal("Another mark of the annotation set has a tag with this id.");
}

/** The mark with this id in the draft's bin. Throws a `Refusal` when it has none. */
export function binnedIn({ bin }: SetDraft, id: MarkId): BinnedMark {
  const mark = bin.get(id);
  if (!mark) throw new Refusal("This mark is not in the bin.");
  return mark;
}

/** The note on a cell of the draft. Throws a `Refusal` when there is none. */
export function cellNoteIn({ cellNotes }: SetDraft, cell: Parameters<typeof cellKey>[0]): CellNote {
  const note = cellNotes.get(cellKey(cell));
  if (!note) throw new Refusal("There is no note on this cell.");
  return note;
}

/** What the draft says of a pair of sources. Throws a `Refusal` when that is nothing. */
export function verdictIn({ originVerdicts }: SetDraft, pair: PairOfSources): OriginVerdict {
  const verdict = originVerdicts.get(pairKey(pair));
  if (!verdict) throw new Refusal("Nothing has been said of these two sources.");
  return verdict;
}

/** When the draft's analyst said that the work on a source is done. Throws a `Refusal` when that is not so. */
export function completionIn({ done }: SetDraft, source: SourceId): Completion {
  const completion = done.get(source);
  if (!completion) throw new Refusal("This source has not been said to be done.");
  return completion;
}

/** The draft's mark with this id. Throws a `Refusal` when it has none. */
export function markIn({ marks }: SetDraft, id: MarkId): Mark {
  const mark = marks.get(id);
  if (!mark) throw new Refusal("This mark is not in the annotation set.");
  return mark;
}
