import type { AnnotationSet } from "../model/annotation-set.ts";
import type { Source } from "../model/source.ts";
import type { ExportFormat, ExportRequest } from "./format.ts";

/** The complete export: the project file, every source with its text, and the annotation sets, as one JSON object. */
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
