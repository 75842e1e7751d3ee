import type { Analyst } from "../model/analyst.ts";
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { SourceId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import { annotationSet, type Project } from "../model/project.ts";
import type { Tag } from "../model/tag.ts";
import type { Timestamp } from "../model/timestamp.ts";

/** Which marks and findings count: all, or only those of the time before their analyst saw the others' work on the source. */
export type Phase = "all" | "blind";

/** How much of what figures are made from an analyst made, and how much of it after having seen the others' work. */
export interface PhaseCount {
  readonly analyst: Analyst;
  /** Marks with a tag. */
  readonly marks: number;
  /** Those that were made, or whose tags were changed, after the reveal. */
  readonly marksAfter: number;
  /** Findings of silence, where they count. */
  readonly silences: number;
  readonly silencesAfter: number;
}

/**
 * The project as it is without all that was made after its analyst chose to see the others' work on the source: marks, tags
 * that were added or changed, and findings of silence. A mark stands where its boundaries are now.
 */
export function blindPhase(project: Project): Project {
  const sets = project.sets.map((set) => (set.reveals === undefined ? set : blindPart(set)));
  return { ...project, sets };
}

function blindPart(set: AnnotationSet): AnnotationSet {
  const isBlind = blindnessOf(set);
  return {
    ...set,
    marks: set.marks
      .filter(({ sourceId, createdAt }) => isBlind(sourceId, createdAt))
      .map((mark) => ({ ...mark, tags: mark.tags.filter((tag) => isBlind(mark.sourceId, madeAt(mark, tag))) })),
    cells: set.cells.filter(({ sourceId, at }) => isBlind(sourceId, at)),
  };
}

/** Counts what each analyst has made in these sources; silence only where figures are made from it. */
export function phaseCounts(
  project: Project,
  analysts: readonly Analyst[],
  sources: ReadonlySet<SourceId>,
  countsSilence: boolean,
): readonly PhaseCount[] {
  return analysts.map((analyst) => {
    const set = annotationSet(project, analyst.id);
    const isBlind = set ? blindnessOf(set) : () => true;
    const marks = set?.marks.filter(({ sourceId, tags }) => sources.has(sourceId) && tags.length > 0) ?? [];
    const cells = (countsSilence ? set?.cells : undefined)?.filter(({ sourceId }) => sources.has(sourceId)) ?? [];
    const isLate = (mark: Mark) => mark.tags.some((tag) => !isBlind(mark.sourceId, madeAt(mark, tag)));
    return {
      analyst,
      marks: marks.length,
      marksAfter: marks.filter(isLate).length,
      silences: cells.length,
      silencesAfter: cells.filter(({ sourceId, at }) => !isBlind(sourceId, at)).length,
    };
  });
}

/** Whether the figures come from the blind phase, in a sentence. */
export function phaseWords(counts: readonly PhaseCount[], phase: Phase): string {
  const late = counts.flatMap(lateWords).join("; ");
  if (late === "") return "All of it was made blind: nobody had asked to see the others’ marks before.";
  const [before, after] =
    phase === "blind" ? ["Only what was made blind counts", ", left out"] : ["Not all of it was made blind", ""];
  return `${before}: ${late}${after}.`;
}

/** What an analyst made after the reveal; nothing where that is nothing. */
function lateWords({ analyst, marks, marksAfter, silences, silencesAfter }: PhaseCount): readonly string[] {
  const parts = [
    ...(marksAfter > 0 ? [`${marksAfter} of ${marks} marks`] : []),
    ...(silencesAfter > 0 ? [`${silencesAfter} of ${silences} findings of silence`] : []),
  ];
  return parts.length === 0
    ? []
    : [`${parts.join(" and ")} by ${analyst.name} made or changed after seeing the others’`];
}

/** When a tag got what it says: with its mark, or later. */
function madeAt({ createdAt }: Mark, { at }: Tag): Timestamp {
  return at !== undefined && Date.parse(at) > Date.parse(createdAt) ? at : createdAt;
}

/** Whether something that the set's analyst made in a source at a time was made blind. */
function blindnessOf({ reveals = [] }: AnnotationSet): (source: SourceId, at: Timestamp) => boolean {
  const ends = new Map(reveals.map(({ sourceId, at }) => [sourceId, Date.parse(at)]));
  return (source, at) => Date.parse(at) <= (ends.get(source) ?? Number.POSITIVE_INFINITY);
}
