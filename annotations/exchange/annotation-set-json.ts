import { claimList } from "../model/claim-list.ts";
import { compareSources } from "../model/source.ts";
import type { ExportFormat } from "./format.ts";

/**
 * The complete export as one JSON object: the project file, every source with its text, the claims as everybody sees
 * them, and the chosen annotation sets. The claims stand apart because a tag may point at a claim that another analyst made.
 */
export const annotationSetJson: ExportFormat = {
  id: "json",
  name: "Parallax annotation set (JSON)",
  description: "Complete: texts, claims, marks, tags and cell states. Offsets count Unicode code points.",
  extension: "json",
  mediaType: "application/json",
  write: ({ project, sets }) => {
    const content = {
      format: "parallax-annotation-set",
      schemaVersion: project.file.schemaVersion,
      project: project.file,
      sources: project.sources.toSorted(compareSources),
      claims: claimList(project),
      sets,
    };
    return `${JSON.stringify(content, null, 2)}\n`;
  },
};
