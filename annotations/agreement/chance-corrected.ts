import type { RatingTable } from "./rating-table.ts";
import { measured, NO_PAIRS, type Statistic, undefinedBecause } from "./statistic.ts";
import { agreeingPairs, pairable, sumsBySize, type Tally, talliesOf, total } from "./tally.ts";

/**
 * Agreement beyond chance, (p_a - p_e) / (1 - p_e), for any number of raters and with missing ratings (Gwet 2014, Handbook
 * of Inter-Rater Reliability). p_a is the mean over the units that can be compared of the share of agreeing pairs, and
 * `n` counts those units. `expected` gives p_e from each category's share, the mean over the units with a rating; or the
 * sentence why there is none.
 */
export function chanceCorrected(table: RatingTable, expected: (shares: Float64Array) => number | string): Statistic {
  const rated = talliesOf(table).filter(({ size }) => size > 0);
  const units = pairable(rated);
  const n = units.length;
  if (n === 0) return undefinedBecause(NO_PAIRS, n);
  const chance = expected(meanShares(rated, table.categories.length));
  if (typeof chance === "string") return undefinedBecause(chance, n);
  const agreeing = total(sumsBySize(units, agreeingPairs).map(([size, sum]) => sum / (size * (size - 1))));
  return measured((agreeing / n - chance) / (1 - chance), n);
}

function meanShares(units: readonly Tally[], domain: number): Float64Array {
  const bySize = new Map<number, Float64Array>();
  for (const { size, categories, counts } of units) {
    const sums = bySize.get(size) ?? new Float64Array(domain);
    bySize.set(size, sums);
    for (const [i, category] of categories.entries()) sums[category] = (sums[category] ?? 0) + (counts[i] ?? 0);
  }
  const sizes = [...bySize].sort(([a], [b]) => a - b);
  return new Float64Array(domain).map(
    (_, c) => total(sizes.map(([size, sums]) => (sums[c] ?? 0) / size)) / units.length,
  );
}
