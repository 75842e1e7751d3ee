/**
 * What a statistic says: its value and `n`, how many cases it is made from; or why it has no value. What is not defined
 * is never 0, 1 or NaN. What `n` counts is said by each statistic.
 */
export type Statistic =
  | { readonly kind: "value"; readonly value: number; readonly n: number }
  | { readonly kind: "undefined"; readonly n: number; readonly reason: string };

/** A statistic that has a value, made from `n` cases. */
export function measured(value: number, n: number): Statistic {
  // A negative zero would be shown as "-0".
  return { kind: "value", value: value === 0 ? 0 : value, n };
}

/** A statistic that has no value; `reason` is a sentence. */
export function undefinedBecause(reason: string, n: number): Statistic {
  return { kind: "undefined", n, reason };
}

export const NO_PAIRS = "No unit has ratings by two raters.";

export const NONE_SHARED = "No unit has a rating by both.";

export const NO_VARIATION = "There is no variation: all ratings that can be compared are the same.";
