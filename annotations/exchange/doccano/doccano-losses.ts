import type { Mark } from "../../model/mark.ts";
import { openSources } from "../../model/project.ts";
import { amount } from "../../text/amount.ts";
import type { ExportRequest } from "../format.ts";
import { grouped } from "../grouped.ts";

/** What doccano does not take as it is written, in plain sentences. */
export function doccanoLosses({ project, sets }: ExportRequest): readonly string[] {
  const bySource = grouped(
    sets.flatMap(({ marks }) => marks),
    ({ sourceId }) => sourceId,
  );
  const number = openSources(project).reduce((sum, { id }) => sum + overlapping(bySource.get(id) ?? []), 0);
  if (number === 0) return [];
  const spans = amount(number, "span overlaps another", "spans overlap others");
  return [`${spans}: doccano leaves ${number === 1 ? "it" : "them"} out unless its project allows overlapping spans.`];
}

/** How many spans begin before one that doccano has taken is over. It takes them by where they begin. */
function overlapping(marks: readonly Mark[]): number {
  const spans = marks.flatMap(({ ranges, tags }) => tags.flatMap(() => ranges));
  let [number, over] = [0, 0];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < over) number++;
    else over = end;
  }
  return number;
}
