import { cohenKappa } from "./cohen-kappa.ts";
import { meanOf } from "./mean.ts";
import type { RaterPair } from "./rater-pair.ts";
import type { Statistic } from "./statistic.ts";

/** Light's kappa (Light 1971): the mean of the kappas of all pairs of raters that have one. `n` counts those pairs. */
export function lightKappa(pairs: readonly RaterPair[]): Statistic {
  return meanOf(pairs, cohenKappa, "No two raters have a kappa.");
}
