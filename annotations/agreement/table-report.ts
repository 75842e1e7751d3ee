import { alphaInterval } from "./alpha-interval.ts";
import { brennanPrediger } from "./brennan-prediger.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { interval, type Metric, nominal, ordinal } from "./distance.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { gwetAc1 } from "./gwet-ac1.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { lightKappa } from "./light-kappa.ts";
import { alphaEntry, type Level, type MeasureEntry, measureEntry } from "./measure-entry.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { type RaterPair, raterPairs } from "./rater-pair.ts";
import type { Category, RatingTable } from "./rating-table.ts";
import { scottPi } from "./scott-pi.ts";
import type { Statistic } from "./statistic.ts";

/** The statistics of a whole table beside alpha; a further one is one file and one line here. */
const OF_ALL: readonly (readonly [id: string, of: (table: RatingTable) => Statistic])[] = [
  ["percent-agreement", percentAgreement],
  ["gwet-ac1", gwetAc1],
  ["fleiss-kappa", fleissKappa],
  ["brennan-prediger", brennanPrediger],
];

/** The statistics of two raters. */
const OF_PAIRS: readonly (readonly [id: string, of: (pair: RaterPair) => Statistic])[] = [
  ["cohen-kappa", cohenKappa],
  ["scott-pi", scottPi],
];

/**
 * Every statistic of a table: alpha at this level, all others of the categories as names; those of pairs for every pair of
 * raters. At the level `interval` every category must be a number.
 */
export function tableReport(table: RatingTable, level: Level): readonly MeasureEntry[] {
  const metric = metricOf(table.categories, level);
  const alpha = alphaEntry(level, krippendorffAlpha(table, metric), alphaInterval(table, metric));
  const ofAll = OF_ALL.map(([id, of]) => measureEntry({ id, level: "nominal" }, of(table)));
  const pairs = raterPairs(table);
  const light = measureEntry({ id: "light-kappa", level: "nominal" }, lightKappa(pairs));
  const ofPairs = pairs.flatMap((both) =>
    OF_PAIRS.map(([id, of]) => measureEntry({ id, level: "nominal", pair: both.pair }, of(both))),
  );
  return [alpha, ...ofAll, light, ...ofPairs];
}

function metricOf(categories: readonly Category[], level: Level): Metric {
  if (level === "nominal") return nominal;
  return level === "ordinal" ? ordinal : interval(categories.map(Number));
}
