import { openSources } from "../../model/project.ts";
import { amount } from "../../text/amount.ts";
import type { ExportRequest } from "../format.ts";

/** What tables lose that have the cells of the matrix and not the marks behind them. */
export function cellLosses({ project, sets }: ExportRequest): readonly string[] {
  const open = new Set(openSources(project).map(({ id }) => id));
  const tagged = sets.flatMap(({ marks }) =>
    marks.filter(({ sourceId, tags }) => open.has(sourceId) && tags.length > 0),
  );
  if (tagged.length === 0) return [];
  return [`${amount(tagged.length, "mark is", "marks are")} summed up in cells: places and quotes stay behind.`];
}
