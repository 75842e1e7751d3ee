import { alphaInterval } from "../../../annotations/agreement/alpha-interval.ts";
import type { Random } from "../../../annotations/agreement/random.ts";
import type { RatingTable } from "../../../annotations/agreement/rating-table.ts";

/** How ratings are made whose true alpha is known. */
export interface Scenario {
  readonly raters: number;
  /** How many units can be compared. */
  readonly units: number;
  /** The share of ratings that are missing. */
  readonly missing: number;
  /** How often each category is true. */
  readonly shares: readonly number[];
  readonly alpha: number;
}

/** What became of the intervals of many tables. */
export interface Coverage {
  readonly tables: number;
  /** How many of them have an interval. */
  readonly shown: number;
  /** How many of the intervals hold the true alpha. */
  readonly holding: number;
  /** Their mean width. */
  readonly width: number;
}

/** Makes so many tables, by each scenario in turn, and looks whether their intervals hold the truth. */
export function coverageOf(scenarios: readonly Scenario[], tables: number, random: Random): Coverage {
  let [shown, holding, widths] = [0, 0, 0];
  for (let i = 0; i < tables; i++) {
    const scenario = scenarios[i % scenarios.length];
    const interval = scenario && alphaInterval(tableOf(scenario, random));
    if (!scenario || interval?.kind !== "interval") continue;
    shown++;
    widths += interval.high - interval.low;
    if (interval.low <= scenario.alpha && scenario.alpha <= interval.high) holding++;
  }
  return { tables, shown, holding, width: widths / shown };
}

/** A table of ratings. Each rater gives the true category with the probability that makes alpha what it is, else any, as often as it is true. */
export function tableOf({ raters, units, missing, shares, alpha }: Scenario, random: Random): RatingTable {
  const chance = (share: number) => random(RESOLUTION) < share * RESOLUTION;
  const columns: (number | null)[][] = [];
  while (columns.length < units) {
    const truth = drawn(shares, random);
    const column = Array.from({ length: raters }, () => {
      if (chance(missing)) return null;
      return chance(Math.sqrt(alpha)) ? truth : drawn(shares, random);
    });
    if (column.filter((rating) => rating !== null).length >= 2) columns.push(column);
  }
  const ratings = Array.from({ length: raters }, (_, rater) => columns.map((column) => column[rater] ?? null));
  return { categories: shares.map((_, c) => c), units, ratings };
}

const RESOLUTION = 1_000_000;

function drawn(shares: readonly number[], random: Random): number {
  let rest = random(RESOLUTION) / RESOLUTION;
  return shares.findIndex((share) => {
    rest -= share;
    return rest < 0;
  });
}
