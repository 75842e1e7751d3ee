import { apply } from "../commands/apply.ts";
import type { SetCommand, SimpleCommand } from "../commands/command.ts";
import { commandsBetween } from "../commands/difference.ts";
import { Refusal } from "../commands/refusal.ts";
import { sameContent } from "../commands/same-content.ts";
import type { Analyst } from "../model/analyst.ts";
import { AnnotationSet } from "../model/annotation-set.ts";
import { type ListedClaim, revisionOf } from "../model/claim-list.ts";
import type { ClaimId, SourceId } from "../model/id.ts";
import { annotationSet, type Project, type ProjectFile } from "../model/project.ts";
import { type Source, sourceName } from "../model/source.ts";
import type { Speaker } from "../model/speaker.ts";
import { now } from "../model/timestamp.ts";
import { locate } from "../text/selector.ts";
import type { Take } from "./merged-items.ts";
import { allMarks, countsOfNew, type MergedSet, mergedSet } from "./merged-set.ts";

/** What is merged into a project: another copy of it, its export, or one analyst's set alone. */
export interface OtherCopy {
  /** What the copy says of the project; null for a set alone. */
  readonly file: ProjectFile | null;
  /** The sources whose texts it has; none for a set alone. */
  readonly sources: readonly Source[];
  readonly sets: readonly AnnotationSet[];
  /** The claims of an export, which may come without the sets of those who made them. */
  readonly claims: readonly ListedClaim[];
}

/** What becomes of one analyst's set. */
export interface PlannedSet extends MergedSet {
  readonly analyst: Analyst;
  /** Whether the analyst has no set here yet. */
  readonly isNew: boolean;
  /** The other copy of it. */
  readonly theirs: AnnotationSet;
  /** What leads from the set here, or an empty one, to the merged one; none where nothing changes. */
  readonly commands: readonly SimpleCommand[];
}

/** What a merge adds and changes; nothing is left to be refused. */
export interface MergePlan {
  /** Those that only the other copy has. */
  readonly sources: readonly Source[];
  readonly sets: readonly PlannedSet[];
  /** What only the other copy says of whom the articles quote; it comes with the sets. */
  readonly speakers: readonly Speaker[];
  /** What all analysts share and the other copy has otherwise, by name: it stays as it is here. */
  readonly stays: readonly string[];
}

/**
 * What merging another copy into a project would do. Analysts, sources, marks and claims are the same where their ids are.
 * Throws a `Refusal` when it is a copy of another project, a text is not the same, a mark does not stand where it says, or
 * a text or a claim that it needs is missing.
 */
export function mergePlan(here: Project, there: OtherCopy, take: Take): MergePlan {
  requireSameProject(here, there);
  requireSameTexts(here, there.sources);
  const sources = there.sources.filter(({ id }) => !here.sources.some((source) => source.id === id));
  const all = { ...here, sources: [...here.sources, ...sources] };
  const sets = withListedClaims(here, there).map((theirs) => plannedSet(all, theirs, take));
  requireOwnIds(here, sets);
  requireClaims(here, sets);
  rehearse(all, sets);
  const speakers = sets.length === 0 ? [] : addedSpeakers(here, there);
  return { sources, sets, speakers, stays: staying(here, there) };
}

/** Whether a merge would change anything. */
export function changesAnything({ sources, sets, speakers }: MergePlan): boolean {
  return sources.length > 0 || speakers.length > 0 || sets.some(changesSet);
}

export function changesSet({ isNew, commands }: PlannedSet): boolean {
  return isNew || commands.length > 0;
}

function requireSameProject(here: Project, { file, sets }: OtherCopy): void {
  const isOther = [...(file ? [file.id] : []), ...sets.map(({ projectId }) => projectId)].some(
    (id) => id !== here.file.id,
  );
  if (!isOther) return;
  throw new Refusal(
    "This is not a copy of the same project: their ids differ. Only copies of one project folder can be merged.",
  );
}

function requireSameTexts(here: Project, sources: readonly Source[]): void {
  const known = new Map(here.sources.map((source) => [source.id, source]));
  const other = sources.find(({ id, sha256 }) => (known.get(id)?.sha256 ?? sha256) !== sha256);
  if (!other) return;
  throw new Refusal(
    `The text of “${sourceName(other)}” is not the same in both copies (its SHA-256 differs), so marks of one do not fit the other: put back the text as it was imported, in the copy where it was changed.`,
  );
}

/** The sets of the copy, each with the claims that it points at and no set has, as far as an export lists them. */
function withListedClaims(here: Project, { sets, claims }: OtherCopy): readonly AnnotationSet[] {
  const known = claimsOf([...here.sets, ...sets]);
  return sets.map((set) => {
    const used = claimsUsedBy(set);
    const needed = claims.filter(({ id }) => used.has(id) && !known.has(id));
    if (needed.length === 0) return set;
    for (const { id } of needed) known.add(id);
    return { ...set, claims: [...set.claims, ...needed.map((claim) => revisionOf(claim, claim.revisedAt))] };
  });
}

function claimsOf(sets: readonly AnnotationSet[]): Set<ClaimId> {
  return new Set(sets.flatMap(({ claims }) => claims.map(({ id }) => id)));
}

/** The claims that a set's tags, cells and notes point at. */
function claimsUsedBy(set: AnnotationSet): ReadonlySet<ClaimId> {
  const tags = allMarks(set).flatMap((mark) => mark.tags);
  return new Set([...tags, ...set.cells, ...(set.cellNotes ?? [])].map(({ claimId }) => claimId));
}

function plannedSet(project: Project, theirs: AnnotationSet, take: Take): PlannedSet {
  const ours = annotationSet(project, theirs.analyst.id);
  requirePlaces(project, ours, theirs);
  const merged = ours ? mergedSet(ours, theirs, take) : { set: theirs, counts: countsOfNew(theirs), conflicts: [] };
  const stamp = { analyst: theirs.analyst.id, at: now() };
  const commands = commandsBetween(ours ?? emptied(theirs), merged.set, stamp);
  return { ...merged, analyst: (ours ?? theirs).analyst, isNew: !ours, theirs, commands };
}

/** A set from elsewhere as it would be before anything was marked. */
export function emptied(set: AnnotationSet): AnnotationSet {
  const { bin: _bin, cellNotes: _notes, originVerdicts: _verdicts, done: _done, reveals: _reveals, ...rest } = set;
  return { ...rest, claims: [], marks: [], cells: [] };
}

/** What the copy has otherwise than ours is about texts that are there, and quotes what they say. */
function requirePlaces({ sources }: Project, ours: AnnotationSet | undefined, theirs: AnnotationSet): void {
  const texts = new Map(sources.map((source) => [source.id, source]));
  const { name } = theirs.analyst;
  const missing = placesOf(theirs).filter((id) => !texts.has(id));
  if (missing.length > 0) {
    const count = new Set(missing).size;
    throw new Refusal(
      `${missing.length} ${missing.length === 1 ? "entry" : "entries"} of ${name} (marks, cells, notes, verdicts) belong to ${count === 1 ? "an article that is" : `${count} articles that are`} not in this project (${missing[0]}): merge the project folder that the set comes from, or its export as JSON, which bring the texts along.`,
    );
  }
  const known = new Map((ours ? allMarks(ours) : []).map((mark) => [mark.id, mark]));
  for (const mark of allMarks(theirs)) {
    const source = texts.get(mark.sourceId);
    if (!source || sameContent(known.get(mark.id), mark)) continue;
    const astray = mark.ranges.find((range) => locate(source, range).kind !== "exact");
    if (astray) {
      throw new Refusal(
        `A mark of ${name} does not stand where it says: “${astray.quote}” (mark ${mark.id}) is not what ${sourceName(source)} says there. Check the other copy with “parallax validate”.`,
      );
    }
  }
}

/** Marks that come are not in another analyst's set already. */
function requireOwnIds(here: Project, sets: readonly PlannedSet[]): void {
  const owners = new Map(here.sets.flatMap((set) => allMarks(set).map(({ id }) => [id, set.analyst])));
  for (const { analyst, theirs } of sets) {
    const taken = allMarks(theirs).find(({ id }) => (owners.get(id) ?? analyst).id !== analyst.id);
    if (!taken) continue;
    throw new Refusal(
      `Mark ${taken.id} of ${analyst.name} is in the set of ${owners.get(taken.id)?.name} already, so it would be there twice: merge a copy in which both have kept their own sets.`,
    );
  }
}

/** The source of each thing that a set says. */
function placesOf(set: AnnotationSet): readonly SourceId[] {
  const notes = [...(set.cellNotes ?? []), ...(set.done ?? []), ...(set.reveals ?? [])];
  const placed = [...allMarks(set), ...set.cells, ...notes];
  return [...placed.map(({ sourceId }) => sourceId), ...(set.originVerdicts ?? []).flatMap(({ a, b }) => [a, b])];
}

function requireClaims(here: Project, sets: readonly PlannedSet[]): void {
  const known = claimsOf([...here.sets, ...sets.map(({ set }) => set)]);
  for (const { analyst, theirs } of sets) {
    const missing = [...claimsUsedBy(theirs)].filter((id) => !known.has(id));
    if (missing.length === 0) continue;
    throw new Refusal(
      `${analyst.name} speaks of ${missing.length === 1 ? "a claim" : `${missing.length} claims`} of somebody else that no set has (${missing[0]}): merge the project folder that the set comes from, or its export as JSON, which has all claims.`,
    );
  }
}

/** Carries the whole merge out on the value, claims first, so that what does not fit is refused before anything is written. */
function rehearse(all: Project, sets: readonly PlannedSet[]): void {
  const newcomers = sets.filter(({ isNew }) => isNew).map(({ theirs }) => emptied(theirs));
  let project: Project = { ...all, sets: [...all.sets, ...newcomers] };
  for (const part of [claimCommands, otherCommands]) {
    for (const { analyst, commands } of sets) {
      const batch = batchOf(part(commands));
      try {
        if (batch) project = apply(project, batch);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        throw new Refusal(`The set of ${analyst.name} cannot be merged: ${error.message}`);
      }
    }
  }
}

/** The commands that put claims; other analysts' marks may need them. */
export function claimCommands(commands: readonly SimpleCommand[]): readonly SimpleCommand[] {
  return commands.filter(({ kind }) => kind === "put-claim");
}

export function otherCommands(commands: readonly SimpleCommand[]): readonly SimpleCommand[] {
  return commands.filter(({ kind }) => kind !== "put-claim");
}

/** Commands of one analyst as one step; null for none. */
export function batchOf(commands: readonly SimpleCommand[]): SetCommand | null {
  const [first] = commands;
  return first ? { kind: "batch", analyst: first.analyst, at: first.at, commands } : null;
}

/** What a merge leaves alone, as far as the copies differ in it. */
function staying(here: Project, there: OtherCopy): readonly string[] {
  const { file } = there;
  const parts = [
    ...(file && file.title !== here.file.title ? ["the title"] : []),
    ...(file && !sameContent(file.settings, here.file.settings) ? ["the settings"] : []),
    ...revisedSpeakers(here, there).map(({ name }) => `the names of ${name}`),
  ];
  const known = new Map(here.sources.map((source) => [source.id, source]));
  const revised = there.sources.filter((source) => known.has(source.id) && !sameContent(known.get(source.id), source));
  return [
    ...parts,
    ...revised.map((source) => `the details of ${sourceName(source)}`),
    ...there.sets.flatMap((set) => unknownFields(annotationSet(here, set.analyst.id), set)),
  ];
}

function addedSpeakers(here: Project, { file }: OtherCopy): readonly Speaker[] {
  const known = new Set(here.file.speakers?.map(({ id }) => id));
  return (file?.speakers ?? []).filter(({ id }) => !known.has(id));
}

function revisedSpeakers(here: Project, { file }: OtherCopy): readonly Speaker[] {
  const known = new Map(here.file.speakers?.map((speaker) => [speaker.id, speaker]));
  return (file?.speakers ?? []).filter(
    (speaker) => known.has(speaker.id) && !sameContent(known.get(speaker.id), speaker),
  );
}

/** What a set says in fields of a later version, beside its lists. */
function unknownFields(ours: AnnotationSet | undefined, theirs: AnnotationSet): readonly string[] {
  if (!ours) return [];
  const fields = Object.keys(theirs).filter((field) => !Object.hasOwn(AnnotationSet.shape, field));
  const other = fields.filter((field) => !sameContent(ours[field], theirs[field]));
  return other.map((field) => `“${field}” of the set of ${theirs.analyst.name}`);
}
