import { claimList } from "../../model/claim-list.ts";
import { compareSources } from "../../model/source.ts";
import { FEATURES } from "../feature.ts";
import type { ExportRequest, ReadableFormat, WritableFormat } from "../format.ts";
import { type AnnotationSetExport, FORMAT } from "./annotation-set-export.ts";
import { annotationSetReader } from "./annotation-set-reader.ts";

/** The complete export as one JSON object. */
export const annotationSetJson: WritableFormat & ReadableFormat = {
  id: "json",
  name: "Parallax annotation set (JSON)",
  description: "Complete: texts, claims, marks, tags and cell states. Offsets count Unicode code points.",
  shape: "file",
  extension: "json",
  mediaType: "application/json",
  carries: new Set(FEATURES),
  write: (request) => ({ files: [{ path: "", content: annotationSetText(request) }], losses: [] }),
  reader: annotationSetReader,
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
