import type { RatingTable } from "./rating-table.ts";

/** Two raters, by their places in a table. */
type Pair = readonly [number, number];

/** What two raters said of the units that both have rated: all that the statistics of a pair are made from. */
export interface RaterPair {
  readonly pair: Pair;
  /** The units that both have rated. */
  readonly n: number;
  /** Those to which both gave the same category. */
  readonly agreeing: number;
  /** The sum over the categories of how often the first gave it, times how often the second did. */
  readonly crossed: number;
  /** The sum over the categories of the square of how often the two gave it together. */
  readonly pooled: number;
}

/** Every two raters of a table, the earlier one first. */
export function raterPairs({ categories, ratings }: RatingTable): readonly RaterPair[] {
  const rows = ratings.map((row) => Int32Array.from(row, (category) => category ?? SILENT));
  const counts = { first: new Float64Array(categories.length), second: new Float64Array(categories.length) };
  return rows.flatMap((row, i) => {
    const rated = row.map((_, unit) => unit).filter((unit) => row[unit] !== SILENT);
    return rows.slice(i + 1).map((other, after): RaterPair => {
      return { pair: [i, i + 1 + after], ...compared(rated, row, other, counts) };
    });
  });
}

const SILENT = -1;

interface Counts {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** `rated` are the units that the first has rated. The sums are kept up with every unit, so that no sum goes over the domain. */
function compared(
  rated: Int32Array,
  row: Int32Array,
  other: Int32Array,
  { first, second }: Counts,
): Omit<RaterPair, "pair"> {
  let [n, agreeing, crossed, pooled] = [0, 0, 0, 0];
  first.fill(0);
  second.fill(0);
  for (let i = 0; i < rated.length; i++) {
    const unit = rated[i] ?? 0;
    const k = other[unit] ?? SILENT;
    if (k === SILENT) continue;
    const c = row[unit] ?? SILENT;
    n++;
    if (c === k) agreeing++;
    crossed += second[c] ?? 0;
    pooled += 2 * ((first[c] ?? 0) + (second[c] ?? 0)) + 1;
    first[c] = (first[c] ?? 0) + 1;
    crossed += first[k] ?? 0;
    pooled += 2 * ((first[k] ?? 0) + (second[k] ?? 0)) + 1;
    second[k] = (second[k] ?? 0) + 1;
  }
  return { n, agreeing, crossed, pooled };
}
