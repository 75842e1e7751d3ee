import { claimList } from "../../model/claim-list.ts";
import { openSources } from "../../model/project.ts";
import { sourceName } from "../../model/source.ts";
import { amount } from "../../text/amount.ts";
import { fileNames } from "../file-names.ts";
import type { ExportRequest, WritableFormat, WrittenExport } from "../format.ts";
import { ArticleCases } from "./article-cas.ts";
import { casXmi, typeSystemXml } from "./cas-xmi.ts";
import { CARRIED_BY_CAS, uimaLosses } from "./uima-losses.ts";

/** UIMA CAS as XMI 1.0, a file for each article, and the type system that they share. */
export const uimaXmi: WritableFormat = {
  id: "uima-xmi",
  name: "UIMA CAS XMI",
  description: "An .xmi file for each article for INCEpTION and UIMA, and TypeSystem.xml. UTF-16 offsets.",
  shape: "folder",
  extension: "zip",
  mediaType: "application/zip",
  carries: CARRIED_BY_CAS,
  write,
};

function write(request: ExportRequest): WrittenExport {
  const sources = openSources(request.project);
  const names = fileNames(sources.map(sourceName));
  const cases = new ArticleCases(claimList(request.project), request.sets);
  const documents = sources.map((source) => casXmi(source, cases.structures(source)));
  const replaced = documents.reduce((sum, xml) => sum + xml.replaced, 0);
  return {
    files: [
      { path: "TypeSystem.xml", content: typeSystemXml() },
      ...documents.map((xml, i) => ({ path: `${names[i]}.xmi`, content: xml.content() })),
    ],
    losses: [
      ...uimaLosses(request),
      ...(replaced === 0
        ? []
        : [
            `${amount(replaced, "character that XML cannot hold is", "characters that XML cannot hold are")} replaced.`,
          ]),
    ],
  };
}
