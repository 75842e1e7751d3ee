import { meanOf } from "../mean.ts";
import { type MeasureEntry, measureEntry } from "../measure-entry.ts";
import type { RatingTable } from "../rating-table.ts";
import { measured, type Statistic, undefinedBecause } from "../statistic.ts";
import { tableReport } from "../table-report.ts";
import { type Compared, cellsOf, type Unit, unitsIn } from "./compared.ts";

/** Ratings with what they are ratings of. */
export interface RatedUnits {
  readonly units: readonly Unit[];
  readonly table: RatingTable;
}

const [NO, YES] = [0, 1];

/** Who has tagged which claim in which source, over the sources that every analyst has completed. */
export function claimTable(all: Compared): RatedUnits {
  const units = unitsIn(all.completed, all.claims);
  const ratings = cellsOf(all).map((stances) =>
    units.map(({ source, claim }) => (stances.get(claim.id)?.has(source.id) ? YES : NO)),
  );
  return { units, table: { categories: ["not tagged", "tagged"], units: units.length, ratings } };
}

/** Whether analysts find the same claims in the same sources: alpha and its neighbours, and Jaccard's index (Jaccard 1912). */
export function claimLevel({ table }: RatedUnits): readonly MeasureEntry[] {
  const pairs = table.ratings.flatMap((a, i) =>
    table.ratings.slice(i + 1).map((b, j) => ({ pair: [i, i + 1 + j] as const, statistic: jaccard(a, b) })),
  );
  const about = { id: "jaccard", level: "nominal" } as const;
  const mean = meanOf(pairs, ({ statistic }) => statistic, "No two analysts have tagged a claim in these sources.");
  const each = pairs.map(({ pair, statistic }) => measureEntry({ ...about, pair }, statistic));
  return [...tableReport(table, "nominal"), measureEntry(about, mean), ...each];
}

/** What both have tagged, as a share of what either has; `n` counts the latter. */
function jaccard(a: readonly (number | null)[], b: readonly (number | null)[]): Statistic {
  const both = a.filter((rating, i) => rating === YES && b[i] === YES).length;
  const either = a.filter((rating, i) => rating === YES || b[i] === YES).length;
  return either === 0
    ? undefinedBecause("Neither has tagged a claim in these sources.", 0)
    : measured(both / either, either);
}
