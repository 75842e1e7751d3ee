import { sameContent } from "../../commands/same-content.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import { type AnalystId, MarkId } from "../../model/id.ts";
import type { BinnedMark, Mark } from "../../model/mark.ts";
import { annotationSet, type Project } from "../../model/project.ts";
import type { Range } from "../../model/range.ts";
import type { Source } from "../../model/source.ts";
import { Timestamp } from "../../model/timestamp.ts";
import { samePlaces } from "../../text/pieces.ts";
import { knownClaims, type LabelChoice, type MeantLabel, meantLabels } from "./label-choice.ts";
import { type Placement, Placing } from "./placing.ts";
import { type PlannedClaims, plannedClaims } from "./planned-claims.ts";
import { type AllDetails, plannedDetails } from "./planned-details.ts";
import { plannedCells, plannedOrigins, plannedProgress } from "./planned-findings.ts";
import { type PlannedSettings, plannedSettings } from "./planned-settings.ts";
import { type PlannedSpeakers, plannedSpeakers } from "./planned-speakers.ts";
import { type PlannedTag, plannedTags, tagKey, tagKeyOf } from "./planned-tag.ts";
import type { ReadAnnotations, ReadCell, ReadClaim, ReadMark, ReadOrigin } from "./read-annotations.ts";
import { isWanted, type ReadingGround } from "./reading-ground.ts";
import { fieldsOfSets } from "./set-fields.ts";
import { type Additions, matchSources, type SourceChoice, type SourceMatch } from "./source-match.ts";
import { saysSo, type Weighed } from "./weighed.ts";

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
   * bin and stays there; `live`: the files have it in the bin, and the set among its marks, where it stays; `waiting`: its place needs consent; `unplaced`: it has no place yet.
   */
  readonly fate: "new" | "same" | "conflict" | "binned" | "live" | "waiting" | "unplaced";
  /** The mark of the set that it is the same as, or in conflict with. */
  readonly ours: Mark | BinnedMark | null;
}

/** What reading would do; nothing of it has happened. */
export interface ReadingPlan {
  readonly read: ReadAnnotations;
  readonly choices: ReadingChoices;
  readonly sources: ReadonlyMap<string, SourceMatch>;
  readonly labels: ReadonlyMap<string, MeantLabel>;
  /** The claims that join the project although no mark needs them. */
  readonly claims: readonly ReadClaim[];
  /** What becomes of analysts' revisions of claims that are here, or that were removed. */
  readonly revisions: Omit<PlannedClaims, "fresh">;
  /** In the order of the files; without those of articles, analysts or labels that are left out. */
  readonly marks: readonly PlannedMark[];
  /** How many marks of the analysts who are read are left out, since their article or label is. */
  readonly left: number;
  /** Findings of silence, and notes on cells. */
  readonly cells: Weighed<ReadCell>;
  readonly origins: Weighed<ReadOrigin>;
  readonly progress: ReturnType<typeof plannedProgress>;
  /** What all analysts share: it is the same for each set that the files are read into. */
  readonly shared: {
    readonly speakers: PlannedSpeakers;
    readonly settings: PlannedSettings;
    readonly details: AllDetails;
  };
  /** Fields of a later version that the files have of sets, and for which there is no place here. */
  readonly stays: readonly string[];
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
  const set = annotationSet(project, choices.analyst);
  const ground: ReadingGround = { project, read, choices, sources, set, claims: knownClaims(project, read.claims) };
  const known = setIndex(set);
  const placings = placingsOf(read, sources);
  const isRepeated = repetitions();
  const marks = read.marks.flatMap((mark, index): PlannedMark[] => {
    const placing = placings.get(mark.source);
    const tags = plannedTags(mark, labels);
    if (!placing || !isWanted(mark.analyst, choices) || tags === null) return [];
    const chosen = choices.placed.get(index);
    const placement: Placement = chosen
      ? { kind: "exact", ranges: chosen }
      : placing.placing.place(mark.ranges, mark.fitted);
    const unjudged = { index, read: mark, source: placing.source, placement, tags };
    if (isRepeated(mark)) return [{ ...unjudged, fate: "same", ours: null }];
    return [planned(unjudged, known, choices)];
  });
  const { fresh, ...revisions } = plannedClaims(ground, labels);
  const needed = new Set(marks.filter(isCarriedOut).flatMap(({ tags }) => tags.map(({ claimKey }) => claimKey)));
  return {
    ...{ read, choices, sources, labels, marks, revisions },
    claims: fresh.filter(({ key }) => !needed.has(key)),
    left: read.marks.filter(({ analyst }) => isWanted(analyst, choices)).length - marks.length,
    ...{ cells: plannedCells(ground), origins: plannedOrigins(ground), progress: plannedProgress(ground) },
    shared: {
      speakers: plannedSpeakers(ground),
      settings: plannedSettings(ground),
      details: plannedDetails(ground),
    },
    stays: fieldsOfSets(ground),
  };
}

/** Whether a mark, or its version of the files, is to be made. */
export function isCarriedOut({ fate }: Pick<PlannedMark, "fate">): boolean {
  return fate === "new" || fate === "conflict";
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
  const isBinned = mark.read.binnedAt !== undefined;
  if (isBinned && known.byId.has(id)) return { ...mark, fate: "live", ours: null };
  if (!isBinned && known.bin.has(id)) return { ...mark, fate: "binned", ours: null };
  const isAgreed = placement.kind === "exact" || accepted.has(placement.kind);
  const twin = (isBinned ? known.bin : known.byId).get(id);
  if (twin && isSame(mark, ranges, twin) && saysAsMuch(mark.read, twin)) return { ...mark, fate: "same", ours: twin };
  if (twin) return { ...mark, fate: isAgreed ? "conflict" : "waiting", ours: twin };
  if (isBinned) return { ...mark, fate: isAgreed ? "new" : "waiting", ours: null };
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

/** Whether a mark has the times and the unknown fields that the files say of it; a tag here that they do not name by its id has none. */
function saysAsMuch({ createdAt, binnedAt, more, ranges, tags }: ReadMark, ours: Mark): boolean {
  const ownTags = new Map(ours.tags.map((tag) => [tag.id as string, tag]));
  return (
    saysSo(ours, { createdAt: Timestamp.safeParse(createdAt).data, binnedAt, ...more }) &&
    ranges.every((range, i) => saysSo(ours.ranges[i] ?? {}, range.more ?? {})) &&
    tags.every((tag) => {
      const own = ownTags.get(tag.id?.toLowerCase() ?? "");
      return !own || saysSo(own, { at: tag.changedAt, ...tag.more });
    })
  );
}

interface SetIndex {
  readonly byId: ReadonlyMap<string, Mark>;
  readonly byPlace: ReadonlyMap<string, readonly Mark[]>;
  readonly bin: ReadonlyMap<string, BinnedMark>;
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
    bin: new Map((set?.bin ?? []).map((mark) => [mark.id, mark])),
  };
}

function placeKey(sourceId: string, ranges: readonly Range[]): string {
  return `${sourceId} ${ranges.map(({ start, end }) => `${start}-${end}`).join(" ")}`;
}

/** The id that a mark brings, where it is one of Parallax. */
export function ownMarkId(read: ReadMark): MarkId | null {
  return MarkId.safeParse(read.id?.toLowerCase()).data ?? null;
}
