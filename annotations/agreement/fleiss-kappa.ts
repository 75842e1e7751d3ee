import { chanceCorrected } from "./chance-corrected.ts";
import type { RatingTable } from "./rating-table.ts";
import { NO_VARIATION, type Statistic } from "./statistic.ts";
import { total, usedCategories } from "./tally.ts";

/**
 * Fleiss' kappa (Fleiss 1971) in the form for missing ratings of Gwet 2014. `n` counts the units that can be compared.
 * Undefined without any, and when all ratings are the same.
 */
export function fleissKappa(table: RatingTable): Statistic {
  return chanceCorrected(table, (shares) =>
    usedCategories(shares) < 2 ? NO_VARIATION : total(shares.map((share) => share * share)),
  );
}
