import { claimList } from "../../model/claim-list.ts";
import { openSources } from "../../model/project.ts";
import { sourceName } from "../../model/source.ts";
import { fileNames } from "../file-names.ts";
import type { ExportRequest, ReadableFormat, WritableFormat, WrittenExport } from "../format.ts";
import { ArticleCases } from "./article-cas.ts";
import { casJson } from "./cas-json.ts";
import { casJsonReader } from "./cas-json-reader.ts";
import { CARRIED_BY_CAS, uimaLosses } from "./uima-losses.ts";

/** UIMA JSON CAS 0.4.0, as INCEpTION and DKPro cassis read and write it: a file for each article, with its type system. */
export const uimaJson: WritableFormat & ReadableFormat = {
  id: "uima-json",
  name: "UIMA CAS JSON",
  description: "A .json file for each article for INCEpTION and DKPro cassis, type system included. UTF-16 offsets.",
  shape: "folder",
  extension: "zip",
  mediaType: "application/zip",
  carries: CARRIED_BY_CAS,
  write,
  reader: casJsonReader,
};

function write(request: ExportRequest): WrittenExport {
  const sources = openSources(request.project);
  const names = fileNames(sources.map(sourceName));
  const cases = new ArticleCases(claimList(request.project), request.sets);
  return {
    files: sources.map((source, i) => ({
      path: `${names[i]}.json`,
      content: { [Symbol.iterator]: () => casJson(source, cases.structures(source)) },
    })),
    losses: uimaLosses(request),
  };
}
