import { gwetAc1 } from "../gwet-ac1.ts";
import { krippendorffAlpha } from "../krippendorff-alpha.ts";
import { raterPairs } from "../rater-pair.ts";
import type { RatingTable } from "../rating-table.ts";
import type { Statistic } from "../statistic.ts";
import { pairable, pooledCounts, talliesOf } from "../tally.ts";

/** What a table of ratings is like, as far as that decides whether its figures can be trusted. */
export interface TableFacts {
  /** What a unit and a rater are called, in the plural: “claims” and “sources”, “cells” and “analysts”. */
  readonly units: string;
  readonly raters: string;
  /** The raters' names, in the order of the table. */
  readonly names: readonly string[];
  readonly table: RatingTable;
  /** How many units have a rating, how many of those by one rater only, and how many can be compared. */
  readonly rated: number;
  readonly alone: number;
  readonly pairable: number;
  /** How often each category was given where ratings can be compared. */
  readonly counts: readonly number[];
  /** How many ratings there are of all that there could be, 0 to 1. */
  readonly filled: number;
  readonly alpha: Statistic;
  readonly ac1: Statistic;
  /** How many units two raters share, for every two of them. */
  readonly shared: readonly { readonly pair: readonly [number, number]; readonly n: number }[];
}

/** The facts of a table; `names` has one for each rater. */
export function tableFacts(table: RatingTable, words: Pick<TableFacts, "units" | "raters" | "names">): TableFacts {
  const tallies = talliesOf(table);
  const rated = tallies.filter(({ size }) => size > 0);
  const comparable = pairable(tallies);
  const given = rated.reduce((sum, { size }) => sum + size, 0);
  const possible = rated.length * table.ratings.length;
  return {
    ...words,
    table,
    rated: rated.length,
    alone: rated.length - comparable.length,
    pairable: comparable.length,
    counts: [...pooledCounts(comparable, table.categories.length)],
    filled: possible === 0 ? 1 : given / possible,
    alpha: krippendorffAlpha(table),
    ac1: gwetAc1(table),
    shared: raterPairs(table).map(({ pair, n }) => ({ pair, n })),
  };
}
