import { cohenKappa } from "./cohen-kappa.ts";
import { meanOf } from "./mean.ts";
import { raterPairs } from "./rater-pair.ts";
import type { RatingTable } from "./rating-table.ts";
import type { Statistic } from "./statistic.ts";

/** Light's kappa (Light 1971): the mean of the kappas of all pairs of raters that have one. `n` counts those pairs. */
export function lightKappa(table: RatingTable): Statistic {
  return meanOf(raterPairs(table), cohenKappa, "No two raters have a kappa.");
}
