import { openSources } from "../../model/project.ts";
import { sourceName } from "../../model/source.ts";
import { matrixOf } from "../../review/matrix.ts";
import { distinctNames } from "../distinct-names.ts";
import type { Feature } from "../feature.ts";
import type { ExportRequest, WritableFormat } from "../format.ts";
import { cellLosses } from "./cell-loss.ts";
import { csvLines } from "./csv-table.ts";

const CARRIED: ReadonlySet<Feature> = new Set<Feature>(["marks", "analysts", "pieces", "stance"]);

/**
 * One line for each judgement, as packages for agreement take it: a unit is one claim in one article, a coder an analyst,
 * and the value the stance of the cell. Cells in which an analyst sees no stance are missing.
 */
export const longCsv: WritableFormat = {
  id: "csv-long",
  name: "Judgements, one a line (CSV)",
  description: "unit, coder, value: the stance of each cell by each analyst, for software that computes agreement.",
  shape: "file",
  extension: "csv",
  mediaType: "text/csv",
  carries: CARRIED,
  write: (request) => ({
    files: [{ path: "", content: csvLines({ header: ["unit", "coder", "value"], rows: rowsOf(request) }) }],
    losses: cellLosses(request),
  }),
};

function* rowsOf({ project, sets }: ExportRequest): Generator<readonly string[]> {
  const sources = openSources(project);
  const distinct = distinctNames(sources.map(sourceName));
  const names = new Map(sources.map(({ id }, i) => [id, distinct[i]]));
  const coders = distinctNames(sets.map(({ analyst }) => analyst.name));
  for (const [i, { analyst }] of sets.entries()) {
    for (const { claim, stances } of matrixOf(project, analyst.id).rows) {
      for (const [source, { stance }] of stances) {
        yield [`${names.get(source) ?? source}/${claim.displayLabel}`, coders[i] ?? analyst.name, stance];
      }
    }
  }
}
