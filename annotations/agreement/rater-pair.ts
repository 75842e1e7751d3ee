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

/** Every two raters of a table, the earlier one first. Only one pair at a time is held. */
export function* raterPairs({ categories, ratings }: RatingTable): Generator<RaterPair> {
  for (const [i, row] of ratings.entries()) {
    const rated = [...row.entries()].filter((entry): entry is [number, number] => entry[1] !== null);
    for (let j = i + 1; j < ratings.length; j++) {
      yield { pair: [i, j], ...compared(rated, ratings[j] ?? [], categories.length) };
    }
  }
}

function compared(
  rated: readonly (readonly [unit: number, category: number])[],
  other: readonly (number | null)[],
  domain: number,
): Omit<RaterPair, "pair"> {
  const [first, second] = [new Float64Array(domain), new Float64Array(domain)];
  let [n, agreeing] = [0, 0];
  for (const [unit, category] of rated) {
    const answer = other[unit] ?? null;
    if (answer === null) continue;
    n++;
    if (answer === category) agreeing++;
    first[category] = (first[category] ?? 0) + 1;
    second[answer] = (second[answer] ?? 0) + 1;
  }
  let [crossed, pooled] = [0, 0];
  for (const [c, count] of first.entries()) {
    const others = second[c] ?? 0;
    crossed += count * others;
    pooled += (count + others) ** 2;
  }
  return { n, agreeing, crossed, pooled };
}
