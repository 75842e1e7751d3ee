import { sameContent } from "../../commands/same-content.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { AnalystId } from "../../model/id.ts";
import { MarkId } from "../../model/id.ts";
import type { Mark } from "../../model/mark.ts";
import { annotationSet, type Project } from "../../model/project.ts";
import type { Range } from "../../model/range.ts";
import type { Source } from "../../model/source.ts";
import { samePlaces } from "../../text/pieces.ts";
import { knownClaims, type LabelChoice, type MeantLabel, meantLabels } from "./label-choice.ts";
import { type Placement, Placing } from "./placing.ts";
import { type PlannedTag, plannedTags, tagKey, tagKeyOf } from "./planned-tag.ts";
import type { ReadAnnotations, ReadCell, ReadClaim, ReadMark } from "./read-annotations.ts";
import { type Additions, matchSources, type SourceChoice, type SourceMatch } from "./source-match.ts";

/** Which placements that are not exact a person agrees to. */
export type Consent = "adjusted" | "moved" | "unverified";

/** What becomes of a mark that the set has already, with other content. */
export type ConflictChoice = "both" | "ours" | "theirs";

/** What a person decides before anything is read. */
export interface ReadingChoices {
  /** Whose set the marks join. */
  readonly analyst: AnalystId;
  /** The keys of the files' analysts whose marks are read; absent: everybody's. */
  readonly from?: ReadonlySet<string> | undefined;
  readonly sources: ReadonlyMap<string, SourceChoice>;
  readonly labels: ReadonlyMap<string, LabelChoice>;
  readonly accepted: ReadonlySet<Consent>;
  /** The places that a person chose for marks, by their index in the files. */
  readonly placed: ReadonlyMap<number, readonly Range[]>;
  readonly conflicts: ConflictChoice;
}

/** A mark of the files, fitted to the project. */
export interface PlannedMark {
  /** Its index among the marks of the files. */
  readonly index: number;
  readonly read: ReadMark;
  readonly source: Source;
  readonly placement: Placement;
  readonly tags: readonly PlannedTag[];
  /**
   * `new`; `same`: the set has it just so, or the files have it twice; `conflict`: the set has its id with other content; `binned`: it is in the set's
   * bin and stays there; `waiting`: its place needs consent; `unplaced`: it has no place yet.
   */
  readonly fate: "new" | "same" | "conflict" | "binned" | "waiting" | "unplaced";
  /** The mark of the set that it is the same as, or in conflict with. */
  readonly ours: Mark | null;
}

/** What reading would do; nothing of it has happened. */
export interface ReadingPlan {
  readonly read: ReadAnnotations;
  readonly choices: ReadingChoices;
  readonly sources: ReadonlyMap<string, SourceMatch>;
  readonly labels: ReadonlyMap<string, MeantLabel>;
  /** The claims that join the project although no mark needs them: all that it lacks, where the files hold no marks at all. */
  readonly claims: readonly ReadClaim[];
  /** In the order of the files; without those of articles, analysts or labels that are left out. */
  readonly marks: readonly PlannedMark[];
  /** How many marks of the analysts who are read are left out, since their article or label is. */
  readonly left: number;
  /** What is said of cells where the set says nothing yet, and of cells for which it says something else. */
  readonly cells: { readonly fresh: readonly ReadCell[]; readonly other: readonly ReadCell[]; readonly same: number };
}

/** What reading these annotations into a project would do, with what a person has decided so far. */
export function readingPlan(
  project: Project,
  read: ReadAnnotations,
  choices: ReadingChoices,
  additions: Additions = new Map(),
): ReadingPlan {
  const sources = matchSources(project, read.sources, choices.sources, additions);
  const labels = meantLabels(project, read, choices.labels);
  const known = setIndex(annotationSet(project, choices.analyst));
  const placings = placingsOf(read, sources);
  const isRepeated = repetitions();
  const marks = read.marks.flatMap((mark, index): PlannedMark[] => {
    const placing = placings.get(mark.source);
    const tags = plannedTags(mark, labels);
    if (!placing || !isWanted(mark.analyst, choices) || tags === null) return [];
    const chosen = choices.placed.get(index);
    const placement: Placement = chosen ? { kind: "exact", ranges: chosen } : placing.placing.place(mark.ranges);
    const unjudged = { index, read: mark, source: placing.source, placement, tags };
    if (isRepeated(mark)) return [{ ...unjudged, fate: "same", ours: null }];
    return [planned(unjudged, known, choices)];
  });
  return {
    read,
    choices,
    sources,
    labels,
    claims: loneClaims(project, read),
    marks,
    left: read.marks.filter(({ analyst }) => isWanted(analyst, choices)).length - marks.length,
    cells: plannedCells(project, read, { sources, choices }),
  };
}

/** Tells of each mark in turn whether a former one of the files had its id and said the same. */
function repetitions(): (mark: ReadMark) => boolean {
  const met = new Map<string, ReadMark>();
  return (mark) => {
    const id = mark.id?.toLowerCase();
    if (id === undefined) return false;
    const former = met.get(id);
    if (!former) met.set(id, mark);
    return former !== undefined && sameContent({ ...former, at: "" }, { ...mark, at: "" });
  };
}

function loneClaims(project: Project, { marks, claims }: ReadAnnotations): readonly ReadClaim[] {
  if (marks.length > 0) return [];
  const known = knownClaims(project, claims);
  return claims.filter(({ key }) => !known.has(key));
}

function isWanted(analyst: string | undefined, { from }: ReadingChoices): boolean {
  return from === undefined || analyst === undefined || from.has(analyst);
}

function placingsOf(read: ReadAnnotations, sources: ReadonlyMap<string, SourceMatch>) {
  return new Map(
    read.sources.flatMap(({ key, text }) => {
      const match = sources.get(key);
      if (!match || match.kind === "left") return [];
      return [[key, { source: match.source, placing: new Placing(match.source, text) }] as const];
    }),
  );
}

type Unjudged = Omit<PlannedMark, "fate" | "ours">;

function planned(mark: Unjudged, known: SetIndex, { accepted }: ReadingChoices): PlannedMark {
  const { placement } = mark;
  if (placement.kind === "ambiguous" || placement.kind === "lost") return { ...mark, fate: "unplaced", ours: null };
  const { ranges } = placement;
  const id = mark.read.id?.toLowerCase() ?? "";
  if (known.bin.has(id)) return { ...mark, fate: "binned", ours: null };
  const isAgreed = placement.kind === "exact" || accepted.has(placement.kind);
  const twin = known.byId.get(id);
  if (twin && isSame(mark, ranges, twin)) return { ...mark, fate: "same", ours: twin };
  if (twin) return { ...mark, fate: isAgreed ? "conflict" : "waiting", ours: twin };
  const equal = known.byPlace.get(placeKey(mark.source.id, ranges))?.find((other) => isSame(mark, ranges, other));
  if (equal) return { ...mark, fate: "same", ours: equal };
  return { ...mark, fate: isAgreed ? "new" : "waiting", ours: null };
}

/** Whether a mark of the set says what one of the files does, as far as those say it. */
function isSame({ read, tags }: Unjudged, ranges: readonly Range[], ours: Mark): boolean {
  if (!samePlaces(ranges, ours.ranges) || tags.length !== ours.tags.length) return false;
  if ((read.note ?? "") !== (ours.note ?? "") || (read.toDiscuss ?? false) !== (ours.toDiscuss ?? false)) return false;
  return sameContent(tags.map(tagKey).sort(), ours.tags.map(tagKeyOf).sort());
}

interface SetIndex {
  readonly byId: ReadonlyMap<string, Mark>;
  readonly byPlace: ReadonlyMap<string, readonly Mark[]>;
  readonly bin: ReadonlySet<string>;
}

function setIndex(set: AnnotationSet | undefined): SetIndex {
  const byPlace = new Map<string, Mark[]>();
  for (const mark of set?.marks ?? []) {
    const key = placeKey(mark.sourceId, mark.ranges);
    const there = byPlace.get(key);
    if (there) there.push(mark);
    else byPlace.set(key, [mark]);
  }
  return {
    byId: new Map((set?.marks ?? []).map((mark) => [mark.id, mark])),
    byPlace,
    bin: new Set((set?.bin ?? []).map(({ id }) => id)),
  };
}

function placeKey(sourceId: string, ranges: readonly Range[]): string {
  return `${sourceId} ${ranges.map(({ start, end }) => `${start}-${end}`).join(" ")}`;
}

interface CellContext {
  readonly sources: ReadonlyMap<string, SourceMatch>;
  readonly choices: ReadingChoices;
}

function plannedCells(
  project: Project,
  read: ReadAnnotations,
  { sources, choices }: CellContext,
): ReadingPlan["cells"] {
  const set = annotationSet(project, choices.analyst);
  const claims = knownClaims(project, read.claims);
  const states = new Map(set?.cells.map(({ claimId, sourceId, state }) => [`${claimId} ${sourceId}`, state]));
  const notes = new Map(set?.cellNotes?.map(({ claimId, sourceId, text }) => [`${claimId} ${sourceId}`, text]));
  const fresh: ReadCell[] = [];
  const other: ReadCell[] = [];
  let same = 0;
  for (const cell of read.cells) {
    const match = sources.get(cell.source);
    if (!match || match.kind === "left" || !isWanted(cell.analyst, choices)) continue;
    const key = `${claims.get(cell.claim) ?? ""} ${match.source.id}`;
    const [state, note] = [states.get(key), notes.get(key)];
    if ((state ?? cell.state) !== cell.state || (note ?? cell.note) !== cell.note) other.push(cell);
    else if (state === cell.state && note === cell.note) same++;
    else fresh.push(cell);
  }
  return { fresh, other, same };
}

/** The id that a mark brings, where it is one of Parallax. */
export function ownMarkId(read: ReadMark): MarkId | null {
  return MarkId.safeParse(read.id?.toLowerCase()).data ?? null;
}
