import { type Distances, type Metric, nominal } from "./distance.ts";
import type { RatingTable } from "./rating-table.ts";
import { measured, NO_PAIRS, NO_VARIATION, type Statistic, undefinedBecause } from "./statistic.ts";
import { pairable, pooledCounts, sumsBySize, type Tally, talliesOf, total, usedCategories } from "./tally.ts";

/**
 * Krippendorff's alpha (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability): 1 - D_o / D_e. `n` counts the
 * units that can be compared. Undefined without any, and without variation among their ratings.
 */
export function krippendorffAlpha(table: RatingTable, metric: Metric = nominal): Statistic {
  const units = pairable(talliesOf(table));
  const counts = pooledCounts(units, table.categories.length);
  return alphaFrom(units.length, counts, metric, (distances) => sumsBySize(units, (unit) => inside(unit, distances)));
}

/**
 * Alpha of `n` units that use the categories `counts` times. `within` gives, for each number of ratings that units have, the
 * sum of the squared differences of all unordered pairs of ratings inside such units.
 */
export function alphaFrom(
  n: number,
  counts: Float64Array,
  metric: Metric,
  within: (distances: Distances) => readonly (readonly [size: number, sum: number])[],
): Statistic {
  if (n === 0) return undefinedBecause(NO_PAIRS, n);
  if (usedCategories(counts) < 2) return undefinedBecause(NO_VARIATION, n);
  const distances = metric(counts);
  const expected = distances.overall();
  // Scaled before it is divided, so that a single unit with a disagreement has exactly the expected sum.
  const scale = total(counts) - 1;
  const observed = total(within(distances).map(([size, sum]) => (sum * scale) / (size - 1)));
  const value = 1 - observed / expected;
  return expected >= LEAST && Number.isFinite(value) ? measured(value, n) : undefinedBecause(NO_DISTANCE, n);
}

/** Below this, what is added up has lost digits. */
const LEAST = 1e-200;

const NO_DISTANCE = "The distances between the categories are zero, or too small or too large to compute with.";

function inside({ categories, counts }: Tally, { between }: Distances): number {
  let sum = 0;
  for (let i = 1; i < categories.length; i++)
    for (let j = 0; j < i; j++)
      sum += (counts[i] ?? 0) * (counts[j] ?? 0) * between(categories[i] ?? 0, categories[j] ?? 0);
  return sum;
}
