import type { AnnotationSet } from "../model/annotation-set.ts";
import { claimList } from "../model/claim-list.ts";
import type { Source } from "../model/source.ts";
import type { ExportFormat, ExportRequest } from "./format.ts";

/**
 * The complete export as one JSON object: the project file, every source with its text, the claims as everybody sees
 * them, and the annotation sets. The claims stand apart because a tag may point at a claim that another analyst made.
 */
export const annotationSetJson: ExportFormat = {
  id: "json",
  name: "Parallax annotation set (JSON)",
  description: "Complete: texts, claims, marks, tags and cell states. Offsets count Unicode code points.",
  extension: "json",
  mediaType: "application/json",
  write: ({ project, analysts }: ExportRequest) => {
    const sets = project.sets.filter((set) => analysts.length === 0 || analysts.includes(set.analyst.id));
    const content = {
      format: "parallax-annotation-set",
      schemaVersion: project.file.schemaVersion,
      project: project.file,
      sources: [...project.sources].sort(bySourceOrder),
      claims: claimList(project),
      sets: [...sets].sort(byAnalyst),
    };
    return `${JSON.stringify(content, null, 2)}\n`;
  },
};

function bySourceOrder(a: Source, b: Source): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}

function byAnalyst(a: AnnotationSet, b: AnnotationSet): number {
  return a.analyst.id < b.analyst.id ? -1 : 1;
}
