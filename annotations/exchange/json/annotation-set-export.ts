import { z } from "zod";
import { AnnotationSet } from "../../model/annotation-set.ts";
import { ListedClaim } from "../../model/claim-list.ts";
import { ProjectFile } from "../../model/project.ts";
import { SchemaVersion } from "../../model/schema-version.ts";
import { Source } from "../../model/source.ts";

/** What the files say that they are. */
export const FORMAT = "parallax-annotation-set";

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
