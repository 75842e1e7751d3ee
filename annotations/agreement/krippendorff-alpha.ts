import { allSums, alphaOf, unitsOf } from "./coincidences.ts";
import { type Metric, nominal } from "./distance.ts";
import type { RatingTable } from "./rating-table.ts";
import type { Statistic } from "./statistic.ts";
import { pairable, talliesOf } from "./tally.ts";

/**
 * Krippendorff's alpha (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability): 1 - D_o / D_e. `n` counts the
 * units that can be compared. Undefined without any, and without variation among their ratings.
 */
export function krippendorffAlpha(table: RatingTable, metric: Metric = nominal): Statistic {
  const units = unitsOf(pairable(talliesOf(table)), table.categories.length);
  return alphaOf(units, allSums(units), metric);
}
