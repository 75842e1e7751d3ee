import type { RatingTable } from "./rating-table.ts";
import { measured, NO_PAIRS, type Statistic, undefinedBecause } from "./statistic.ts";
import { agreeingPairs, pairable, sumsBySize, talliesOf, total } from "./tally.ts";

/**
 * The share of agreeing pairs as it stands in Krippendorff's alpha, 1 - D_o of nominal data: each unit weighs as much as
 * it has ratings. `n` counts the units that can be compared; undefined without any.
 */
export function percentAgreement(table: RatingTable): Statistic {
  const units = pairable(talliesOf(table));
  if (units.length === 0) return undefinedBecause(NO_PAIRS, 0);
  const agreeing = total(sumsBySize(units, agreeingPairs).map(([size, sum]) => sum / (size - 1)));
  return measured(agreeing / total(units.map(({ size }) => size)), units.length);
}
