import { bcaInterval, type Ends, jackknife, type Resampled } from "./bootstrap.ts";
import { addUnit, allSums, alphaOf, clearSums, noSums, type Units, unitsOf } from "./coincidences.ts";
import { type Metric, nominal } from "./distance.ts";
import { type Random, seededRandom } from "./random.ts";
import type { RatingTable } from "./rating-table.ts";
import { inFixedOrder, pairable, type Tally, talliesOf, total } from "./tally.ts";

/** The 95 % interval of an alpha; or why there is none, in a sentence. */
export type AlphaInterval =
  | {
      readonly kind: "interval";
      readonly low: number;
      readonly high: number;
      /** How many resamples were drawn, and for how many of them alpha was not defined, which do not enter. */
      readonly resamples: number;
      readonly withoutValue: number;
      /** Whether it is known to be too narrow: one category has nearly all ratings, and there are few units. */
      readonly tooNarrow: boolean;
    }
  | { readonly kind: "none"; readonly reason: string };

/** How many resamples are drawn. */
const RESAMPLES = 2000;

/** The numbers are the same every time for the same ratings. */
const SEED = 20_160_101;

const FEWEST_UNITS = 20;
const MOST_UNDEFINED = 0.05;

/** Beyond these it would take more memory than there may be, or minutes. */
const MOST_PAIRS = 5_000_000;
const MOST_STEPS = 5_000_000_000;
const TOO_LARGE = "There are too many different ratings of the same units for an interval.";

/** Simulations for truths that are known: with fewer units, and more ratings of one category, 85 to 92 % cover the truth. */
const ENOUGH_UNITS = 50;
const SKEWED_SHARE = 0.8;

/**
 * The BCa interval of Krippendorff's alpha by drawing units with all their ratings, those that can be compared. It says how
 * far alpha would differ for other units, and nothing of other raters. There is none for fewer than 20 units, without
 * any disagreement, and where alpha is not defined for more than 5 % of the resamples.
 */
export function alphaInterval(table: RatingTable, metric: Metric = nominal): AlphaInterval {
  const tallies = pairable(talliesOf(table));
  const { length } = tallies;
  if (length < FEWEST_UNITS) return none(`Fewer than ${FEWEST_UNITS} units can be compared, too few for an interval.`);
  if (total(tallies.map(differingPairs)) > MOST_PAIRS) return none(TOO_LARGE);
  const units = unitsOf(inFixedOrder(tallies), table.categories.length);
  const sums = allSums(units);
  const alpha = alphaOf(units, sums, metric);
  if (units.cells.length === 0) return none(withoutDisagreement(length));
  if (alpha.kind === "undefined") return none(alpha.reason);
  if ((RESAMPLES + length) * units.cells.length > MOST_STEPS) return none(TOO_LARGE);
  const resampled = resampledAlphas(units, metric, RESAMPLES, seededRandom(SEED));
  if (resampled.withoutValue > MOST_UNDEFINED * RESAMPLES) return none(oftenUndefined(resampled));
  const ends = bcaInterval(resampled, alpha.value, jackknife(leaveOneOut(units, metric)).acceleration);
  return intervalOf(ends, resampled, length < ENOUGH_UNITS && modalShare(sums.counts) > SKEWED_SHARE);
}

/** Alpha of so many resamples of the units, each of as many as there are. */
export function resampledAlphas(units: Units, metric: Metric, resamples: number, random: Random): Resampled {
  const values: number[] = [];
  const sums = noSums(units);
  const times = new Int32Array(units.length);
  for (let i = 0; i < resamples; i++) {
    drawAgain(times, random);
    clearSums(sums);
    // Unit after unit, which is how they lie in memory.
    for (let unit = 0; unit < units.length; unit++) addUnit(units, sums, unit, times[unit] ?? 0);
    const alpha = alphaOf(units, sums, metric);
    if (alpha.kind === "value") values.push(alpha.value);
  }
  return { values: Float64Array.from(values).sort(), withoutValue: resamples - values.length };
}

/** Draws as many units as there are, and notes how often each of them was drawn. */
function drawAgain(times: Int32Array, random: Random): void {
  times.fill(0);
  for (let drawn = 0; drawn < times.length; drawn++) {
    const unit = random(times.length);
    times[unit] = (times[unit] ?? 0) + 1;
  }
}

/** Alpha without one unit each, as far as it is defined. */
export function leaveOneOut(units: Units, metric: Metric): readonly number[] {
  const sums = allSums(units);
  return Array.from({ length: units.length }, (_, unit) => {
    addUnit(units, sums, unit, -1);
    const alpha = alphaOf(units, sums, metric);
    addUnit(units, sums, unit, 1);
    return alpha.kind === "value" ? [alpha.value] : [];
  }).flat();
}

function intervalOf([low, high]: Ends, { withoutValue }: Resampled, tooNarrow: boolean): AlphaInterval {
  if (!Number.isFinite(low + high)) return none("Alpha lies outside all its resamples.");
  return { kind: "interval", low, high, resamples: RESAMPLES, withoutValue, tooNarrow };
}

function none(reason: string): AlphaInterval {
  return { kind: "none", reason };
}

/** The rule of three: what was not met among `n` is likely to be rarer than 3 / n (Hanley & Lippman-Hand 1983). */
function withoutDisagreement(n: number): string {
  const share = (300 / n).toFixed(1);
  return `There is no disagreement in the ${n} units that can be compared; up to ${share} % of others could have one.`;
}

function oftenUndefined({ withoutValue }: Resampled): string {
  const share = ((100 * withoutValue) / RESAMPLES).toFixed(1);
  return `Alpha is not defined for ${share} % of the resamples, too many for an interval.`;
}

/** How many pairs of different categories a unit has. */
function differingPairs({ categories }: Tally): number {
  return (categories.length * (categories.length - 1)) / 2;
}

function modalShare(counts: Float64Array): number {
  return counts.reduce((most, count) => Math.max(most, count), 0) / total(counts);
}
