import { chanceCorrected } from "./chance-corrected.ts";
import type { RatingTable } from "./rating-table.ts";
import type { Statistic } from "./statistic.ts";
import { total } from "./tally.ts";

/**
 * Gwet's AC1 (Gwet 2008, Computing inter-rater reliability and its variance in the presence of high agreement). The number
 * of categories is that of the declared domain. `n` counts the units that can be compared. Undefined without any, and
 * for a domain of one category.
 */
export function gwetAc1(table: RatingTable): Statistic {
  return chanceCorrected(table, (shares) =>
    shares.length < 2 ? ONE_CATEGORY : total(shares.map((share) => share * (1 - share))) / (shares.length - 1),
  );
}

export const ONE_CATEGORY = "Only one category is declared, so nobody could have disagreed.";
