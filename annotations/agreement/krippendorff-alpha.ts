import { type Distances, type Metric, nominal } from "./distance.ts";
import type { RatingTable } from "./rating-table.ts";
import { measured, NO_PAIRS, NO_VARIATION, type Statistic, undefinedBecause } from "./statistic.ts";
import { pairable, pooledCounts, sumsBySize, type Tally, talliesOf, total, usedCategories } from "./tally.ts";

/**
 * Krippendorff's alpha (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability): 1 - D_o / D_e. `n` counts the
 * units that can be compared. Undefined without any, and without variation among their ratings.
 */
export function krippendorffAlpha(table: RatingTable, metric: Metric = nominal): Statistic {
  return alphaOf(pairable(talliesOf(table)), table.categories.length, metric);
}

/** Alpha of units with two ratings at least each, over a domain of so many categories. */
function alphaOf(units: readonly Tally[], domain: number, metric: Metric): Statistic {
  const n = units.length;
  const counts = pooledCounts(units, domain);
  if (n === 0) return undefinedBecause(NO_PAIRS, n);
  if (usedCategories(counts) < 2) return undefinedBecause(NO_VARIATION, n);
  const distances = metric(counts);
  const expected = distances.overall();
  const value = 1 - observed(units, distances, total(counts) - 1) / expected;
  return expected > 0 && Number.isFinite(value) ? measured(value, n) : undefinedBecause(NO_DISTANCE, n);
}

const NO_DISTANCE = "The distances between the categories are zero, or too small or too large to compute with.";

/**
 * The sum of the squared differences of the unordered pairs inside each unit, over the unit's ratings less one, times
 * `scale`. Scaled before it is divided, so that a single unit with a disagreement has exactly the expected sum.
 */
function observed(units: readonly Tally[], distances: Distances, scale: number): number {
  const sums = sumsBySize(units, (unit) => inside(unit, distances));
  return total(sums.map(([size, sum]) => (sum * scale) / (size - 1)));
}

function inside({ categories, counts }: Tally, { between }: Distances): number {
  let sum = 0;
  for (let i = 1; i < categories.length; i++)
    for (let j = 0; j < i; j++)
      sum += (counts[i] ?? 0) * (counts[j] ?? 0) * between(categories[i] ?? 0, categories[j] ?? 0);
  return sum;
}
