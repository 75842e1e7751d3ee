import { z } from "zod";
import type { Analyst } from "./analyst.ts";
import { AnnotationSet } from "./annotation-set.ts";
import { AnalystId, ProjectId, type SourceId } from "./id.ts";
import { SchemaVersion } from "./schema-version.ts";
import { compareSources, Source } from "./source.ts";
import { Speaker } from "./speaker.ts";
import { StanceDistances } from "./stance-distances.ts";
import { Timestamp } from "./timestamp.ts";

/** How many independent origins must support a claim before it counts as corroborated. */
export const CorroboratedBy = z.int().min(1).max(100);

/** What `project.json` holds. */
export const ProjectFile = z.looseObject({
  schemaVersion: SchemaVersion,
  id: ProjectId,
  title: z.string().trim().min(1).max(500),
  createdAt: Timestamp,
  settings: z.looseObject({
    corroboratedBy: CorroboratedBy,
    /** The analyst whose set is the adjudicated layer: what was decided where others differ. Absent where there is none. */
    adjudicator: AnalystId.optional(),
    /** How far apart stances are for this project, for a further alpha. Absent where nobody has said so. */
    stanceDistances: StanceDistances.optional(),
  }),
  /** What the project says of whom the articles quote, in the order in which it was said. Absent where there is nothing. */
  speakers: z.array(Speaker).readonly().optional(),
});
export type ProjectFile = Readonly<z.infer<typeof ProjectFile>>;

/** A project as a value: the shared file, every source with its text, and every analyst's annotation set. */
export const Project = z.strictObject({
  file: ProjectFile,
  sources: z.array(Source).readonly(),
  sets: z.array(AnnotationSet).readonly(),
});
export type Project = Readonly<z.infer<typeof Project>>;

/** The annotation set of `analystId`, or undefined when that analyst has none here. */
export function annotationSet(project: Project, analystId: AnalystId): AnnotationSet | undefined {
  return project.sets.find((set) => set.analyst.id === analystId);
}

/** Everybody with a set but the author of the adjudicated layer, who has seen what the others say. */
export function codingAnalysts({ file, sets }: Project): readonly Analyst[] {
  return sets.map(({ analyst }) => analyst).filter(({ id }) => id !== file.settings.adjudicator);
}

/** The sources in view, in the order of their panes. */
export function openSources({ sources }: Pick<Project, "sources">): readonly Source[] {
  return sources.filter((source) => !source.removed).sort(compareSources);
}

/** The source with this id; throws when the project has none. */
export function sourceById(project: Project, id: SourceId): Source {
  const source = project.sources.find((candidate) => candidate.id === id);
  if (!source) throw new Error(`no source ${id}`);
  return source;
}
