/** A category as it is written in data: a number is not the text of its digits. */
export type Category = string | number;

/** What raters said of units. */
export interface RatingTable {
  /** The whole declared domain in its order, whether all of it was used or not; no category twice. */
  readonly categories: readonly Category[];
  /** How many units there are. */
  readonly units: number;
  /** For each rater and each unit the place of the category in `categories`; null where the rater said nothing. */
  readonly ratings: readonly (readonly (number | null)[])[];
}
