import { z } from "zod";
import { AnnotationSet } from "../../model/annotation-set.ts";
import { claimList, ListedClaim } from "../../model/claim-list.ts";
import { ProjectFile } from "../../model/project.ts";
import { SchemaVersion } from "../../model/schema-version.ts";
import { compareSources, Source } from "../../model/source.ts";
import { FEATURES } from "../feature.ts";
import type { ExportRequest, WritableFormat } from "../format.ts";

const FORMAT = "parallax-annotation-set";

/**
 * What the export holds: the project file, every source with its text, the claims as everybody sees
 * them, and the chosen annotation sets. The claims stand apart because a tag may point at a claim that another analyst made.
 */
export const AnnotationSetExport = z.looseObject({
  format: z.literal(FORMAT),
  schemaVersion: SchemaVersion,
  project: ProjectFile,
  sources: z.array(Source).readonly(),
  claims: z.array(ListedClaim).readonly(),
  sets: z.array(AnnotationSet).readonly(),
});
export type AnnotationSetExport = Readonly<z.infer<typeof AnnotationSetExport>>;

/** The complete export as one JSON object. */
export const annotationSetJson: WritableFormat = {
  id: "json",
  name: "Parallax annotation set (JSON)",
  description: "Complete: texts, claims, marks, tags and cell states. Offsets count Unicode code points.",
  shape: "file",
  extension: "json",
  mediaType: "application/json",
  carries: new Set(FEATURES),
  write: (request) => ({ files: [{ path: "", content: annotationSetText(request) }], losses: [] }),
};

function* annotationSetText({ project, sets }: ExportRequest): Generator<string> {
  const content: AnnotationSetExport = {
    format: FORMAT,
    schemaVersion: project.file.schemaVersion,
    project: project.file,
    sources: project.sources.toSorted(compareSources),
    claims: claimList(project),
    sets,
  };
  yield `${JSON.stringify(content, null, 2)}\n`;
}
