import type { AnnotationSet } from "./annotation-set.ts";
import type { AnalystId, SourceId } from "./id.ts";
import { annotationSet, openSources, type Project } from "./project.ts";
import type { Source } from "./source.ts";
import type { Timestamp } from "./timestamp.ts";

/** Whether an analyst sees what others have marked in a source, and why. */
export type Sight =
  /** Nobody else has a set. */
  | { readonly kind: "alone" }
  /** The author of the adjudicated layer decides between the others, and so sees them all. */
  | { readonly kind: "adjudicator" }
  | { readonly kind: "blind"; readonly done: Timestamp | null }
  | { readonly kind: "revealed"; readonly done: Timestamp | null; readonly since: Timestamp };

/** How an analyst stands to others' work on a source: blind, unless the analyst chose to see it or is the adjudicator. */
export function sightOf(project: Project, analyst: AnalystId, source: SourceId): Sight {
  if (!hasOthers(project, analyst)) return { kind: "alone" };
  if (project.file.settings.adjudicator === analyst) return { kind: "adjudicator" };
  const set = annotationSet(project, analyst);
  const done = set?.done?.find(({ sourceId }) => sourceId === source)?.at ?? null;
  const reveal = set?.reveals?.find(({ sourceId }) => sourceId === source);
  return reveal ? { kind: "revealed", done, since: reveal.at } : { kind: "blind", done };
}

/** Whether others' marks of a source are hidden from an analyst. */
export function isBlindTo(project: Project, analyst: AnalystId, source: SourceId): boolean {
  return sightOf(project, analyst, source).kind === "blind";
}

/** The sources in view of which others' marks are hidden from an analyst, in the order of their panes. */
export function blindSources(project: Project, analyst: AnalystId): readonly Source[] {
  return openSources(project).filter(({ id }) => isBlindTo(project, analyst, id));
}

/** The project without what is hidden from an analyst: others' marks, silence and notes on the sources that the analyst works on blind. */
export function visibleTo(project: Project, analyst: AnalystId): Project {
  const hidden = new Set(project.sources.map(({ id }) => id).filter((id) => isBlindTo(project, analyst, id)));
  if (hidden.size === 0) return project;
  const sets = project.sets.map((set) => (set.analyst.id === analyst ? set : withoutSources(set, hidden)));
  return { ...project, sets };
}

function withoutSources(set: AnnotationSet, hidden: ReadonlySet<SourceId>): AnnotationSet {
  const isSeen = ({ sourceId }: { readonly sourceId: SourceId }) => !hidden.has(sourceId);
  const { marks, cells, bin, cellNotes } = set;
  return {
    ...set,
    marks: marks.filter(isSeen),
    cells: cells.filter(isSeen),
    ...(bin ? { bin: bin.filter(isSeen) } : {}),
    ...(cellNotes ? { cellNotes: cellNotes.filter(isSeen) } : {}),
  };
}

function hasOthers({ sets }: Project, analyst: AnalystId): boolean {
  return sets.some((set) => set.analyst.id !== analyst);
}
