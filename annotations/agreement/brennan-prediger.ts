import { chanceCorrected } from "./chance-corrected.ts";
import { ONE_CATEGORY } from "./gwet-ac1.ts";
import type { RatingTable } from "./rating-table.ts";
import type { Statistic } from "./statistic.ts";

/**
 * The coefficient of Brennan and Prediger (1981): every category of the declared domain is as likely by chance. `n` counts
 * the units that can be compared. Undefined without any, and for a domain of one category.
 */
export function brennanPrediger(table: RatingTable): Statistic {
  return chanceCorrected(table, ({ length }) => (length < 2 ? ONE_CATEGORY : 1 / length));
}
