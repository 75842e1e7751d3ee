import type { AnnotationSet } from "../model/annotation-set.ts";
import type { CellState } from "../model/cell-state.ts";
import type { Claim } from "../model/claim.ts";
import type { ClaimId, MarkId, SourceId, TagId } from "../model/id.ts";
import { compareMarks, type Mark } from "../model/mark.ts";
import type { Project } from "../model/project.ts";
import { annotationSet } from "../model/project.ts";
import type { Source } from "../model/source.ts";
import type { Tag } from "../model/tag.ts";
import { codePointsOf } from "../text/code-points.ts";
import type { SetCommand, SimpleCommand } from "./command.ts";
import { Refusal } from "./refusal.ts";
import { type Run, runsOf } from "./run.ts";

/** The project's annotation sets after a command on one of them. Throws a `Refusal` when the command does not fit. */
export function applyToSet(project: Project, command: SetCommand): readonly AnnotationSet[] {
  const before = annotationSet(project, command.analyst);
  if (!before) throw new Refusal("This analyst has no annotation set in the project.");
  const after = runsOf(commandsOf(command)).reduce((set, run) => applyRun(project, set, run), before);
  return project.sets.map((set) => (set === before ? after : set));
}

function commandsOf(command: SetCommand): readonly SimpleCommand[] {
  if (command.kind !== "batch") return [command];
  if (command.commands.some((simple) => simple.analyst !== command.analyst)) {
    throw new Refusal("A batch may change one analyst's set only.");
  }
  return command.commands;
}

/** Like one command of the run after the other, in the time that it takes to read the set once. */
function applyRun(project: Project, set: AnnotationSet, run: Run): AnnotationSet {
  const added = run.flatMap((command) => (command.kind === "add-mark" ? [command.mark] : []));
  if (added.length > 0) return { ...set, marks: withMarks(project, set, added) };
  const removed = run.flatMap((command) => (command.kind === "remove-mark" ? [command.markId] : []));
  if (removed.length > 0) return { ...set, marks: withoutMarks(set.marks, removed) };
  return run.reduce((reached, command) => applySimple(project, reached, command), set);
}

function applySimple(project: Project, set: AnnotationSet, command: SimpleCommand): AnnotationSet {
  switch (command.kind) {
    case "add-mark":
      return { ...set, marks: withMarks(project, set, [command.mark]) };
    case "remove-mark":
      return { ...set, marks: withoutMarks(set.marks, [command.markId]) };
    case "put-tag":
      requireClaim(project, set, command.tag.claimId);
      return { ...set, marks: withTags(set, command.markId, (tags) => withTag(tags, command.tag, command.index)) };
    case "remove-tag":
      return { ...set, marks: withTags(set, command.markId, (tags) => withoutTag(tags, command.tagId)) };
    case "put-claim":
      return { ...set, claims: withClaim(set.claims, command.claim) };
    case "drop-claim":
      return { ...set, claims: withoutClaim(project, set, command.claimId) };
    case "set-cell":
      requireSource(project, command.sourceId);
      requireClaim(project, set, command.claimId);
      return { ...set, cells: withCell(set.cells, command) };
    default:
      return command satisfies never;
  }
}

function withMarks(project: Project, set: AnnotationSet, added: readonly Mark[]): readonly Mark[] {
  const taken = among(set.marks, new Set(added.map(({ id }) => id)));
  const claims = new Set(setsWith(project, set).flatMap((other) => other.claims.map(({ id }) => id)));
  for (const mark of added) {
    if (taken.has(mark.id)) throw new Refusal("This mark is already in the annotation set.");
    taken.add(mark.id);
    requireRanges(requireSource(project, mark.sourceId), mark);
    if (!mark.tags.every((tag) => claims.has(tag.claimId))) throw new Refusal("The claim is not in the project.");
    if (new Set(mark.tags.map((tag) => tag.id)).size < mark.tags.length) {
      throw new Refusal("Two tags of the mark have the same id.");
    }
  }
  return merged(set.marks, added.toSorted(compareMarks));
}

/** Puts marks that are in reading order among others that are. */
function merged(marks: readonly Mark[], added: readonly Mark[]): readonly Mark[] {
  const all: Mark[] = [];
  let reached = 0;
  for (const mark of added) {
    const at = placeOf(mark, marks);
    for (const other of marks.slice(reached, at)) all.push(other);
    all.push(mark);
    reached = at;
  }
  return all.concat(marks.slice(reached));
}

/** Where the first mark stands that comes after `mark`; found by halving. */
function placeOf(mark: Mark, marks: readonly Mark[]): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = marks[middle];
    if (other && compareMarks(mark, other) >= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withoutMarks(marks: readonly Mark[], removed: readonly MarkId[]): readonly Mark[] {
  const ids = new Set(removed);
  if (among(marks, ids).size < removed.length) throw new Refusal("This mark is not in the annotation set.");
  return marks.filter(({ id }) => !ids.has(id));
}

/** Those of `ids` that the marks have. */
function among(marks: readonly Mark[], ids: ReadonlySet<MarkId>): Set<MarkId> {
  const found = new Set<MarkId>();
  for (const { id } of marks) if (ids.has(id)) found.add(id);
  return found;
}

/** A mark's pieces lie in the text in order, do not touch the same characters twice, and say what stands there. */
function requireRanges(source: Source, mark: Mark): void {
  const points = codePointsOf(source);
  let reached = 0;
  for (const range of mark.ranges) {
    if (range.end > points.length) throw new Refusal("The mark lies outside the text.");
    if (range.start < reached) throw new Refusal("The pieces of a mark must follow each other without overlap.");
    if (points.slice(range.start, range.end) !== range.quote)
      throw new Refusal("The mark's quote is not what the text says there.");
    reached = range.end;
  }
}

function requireSource(project: Project, id: SourceId): Source {
  const source = project.sources.find((candidate) => candidate.id === id);
  if (!source) throw new Refusal("The source is not in the project.");
  return source;
}

function requireClaim(project: Project, set: AnnotationSet, id: ClaimId): void {
  if (!setsWith(project, set).some(({ claims }) => claims.some((claim) => claim.id === id))) {
    throw new Refusal("The claim is not in the project.");
  }
}

/** The project's sets, with `set` as a batch has changed it so far. */
function setsWith(project: Project, set: AnnotationSet): readonly AnnotationSet[] {
  return project.sets.map((other) => (other.analyst.id === set.analyst.id ? set : other));
}

function markIn(set: AnnotationSet, id: MarkId): Mark {
  const mark = set.marks.find((candidate) => candidate.id === id);
  if (!mark) throw new Refusal("This mark is not in the annotation set.");
  return mark;
}

function withTags(set: AnnotationSet, id: MarkId, change: (tags: readonly Tag[]) => readonly Tag[]): readonly Mark[] {
  const mark = markIn(set, id);
  return set.marks.with(set.marks.indexOf(mark), { ...mark, tags: change(mark.tags) });
}

function withTag(tags: readonly Tag[], tag: Tag, index: number): readonly Tag[] {
  const at = tags.findIndex((other) => other.id === tag.id);
  return at === -1 ? tags.toSpliced(index, 0, tag) : tags.with(at, tag);
}

function withoutTag(tags: readonly Tag[], id: TagId): readonly Tag[] {
  const others = tags.filter((tag) => tag.id !== id);
  if (others.length === tags.length) throw new Refusal("This tag is not in the annotation set.");
  return others;
}

function withClaim(claims: readonly Claim[], claim: Claim): readonly Claim[] {
  const others = claims.filter((other) => other.id !== claim.id);
  const at = others.findIndex((other) => claim.id < other.id);
  return at === -1 ? [...others, claim] : others.toSpliced(at, 0, claim);
}

/** The last revision of a claim must stay while a tag or a cell points at it. */
function withoutClaim(project: Project, set: AnnotationSet, id: ClaimId): readonly Claim[] {
  const claims = set.claims.filter((claim) => claim.id !== id);
  if (claims.length === set.claims.length) throw new Refusal("This claim is not in the annotation set.");
  const sets = setsWith(project, { ...set, claims });
  const known = sets.some((other) => other.claims.some((claim) => claim.id === id));
  if (!known && sets.some((other) => uses(other, id))) throw new Refusal("The claim is still in use.");
  return claims;
}

function uses(set: AnnotationSet, id: ClaimId): boolean {
  return (
    set.cells.some((cell) => cell.claimId === id) ||
    set.marks.some((mark) => mark.tags.some((tag) => tag.claimId === id))
  );
}

function withCell(
  cells: readonly CellState[],
  { claimId, sourceId, state, at }: Extract<SimpleCommand, { kind: "set-cell" }>,
): readonly CellState[] {
  const others = cells.filter((cell) => cell.claimId !== claimId || cell.sourceId !== sourceId);
  if (state === "not-reviewed") return others;
  const cell: CellState = { claimId, sourceId, state, at };
  const key = `${claimId} ${sourceId}`;
  const place = others.findIndex((other) => key < `${other.claimId} ${other.sourceId}`);
  return place === -1 ? [...others, cell] : others.toSpliced(place, 0, cell);
}
