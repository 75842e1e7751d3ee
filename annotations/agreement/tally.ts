import type { RatingTable } from "./rating-table.ts";

/** How often each category was given to one unit. */
export interface Tally {
  /** How many ratings the unit has. */
  readonly size: number;
  /** The categories that were given to it, ascending. */
  readonly categories: readonly number[];
  /** How often each of them was. */
  readonly counts: readonly number[];
}

/** The tally of every unit of a table, in the table's order. */
export function talliesOf({ categories, units, ratings }: RatingTable): readonly Tally[] {
  const counts = new Float64Array(categories.length);
  return Array.from({ length: units }, (_, unit) => {
    const met: number[] = [];
    for (const row of ratings) {
      const category = row[unit] ?? null;
      if (category === null) continue;
      if (counts[category] === 0) met.push(category);
      add(counts, category, 1);
    }
    return takenFrom(
      counts,
      met.sort((a, b) => a - b),
    );
  });
}

/** Takes the counts of these categories out of `counts`, which is all zeros again then. */
function takenFrom(counts: Float64Array, categories: readonly number[]): Tally {
  const own = categories.map((category) => counts[category] ?? 0);
  for (const category of categories) counts[category] = 0;
  return { size: own.reduce((sum, count) => sum + count, 0), categories, counts: own };
}

/** The units that can be compared: those with ratings by two raters at least. */
export function pairable(tallies: readonly Tally[]): readonly Tally[] {
  return tallies.filter(({ size }) => size >= 2);
}

/** The same tallies in an order that does not depend on the one in which they are given. */
export function inFixedOrder(tallies: readonly Tally[]): readonly Tally[] {
  return tallies.toSorted(
    (a, b) => a.size - b.size || compareNumbers(a.categories, b.categories) || compareNumbers(a.counts, b.counts),
  );
}

function compareNumbers(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, i) => number !== other[i]);
  return at === -1 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? Infinity);
}

/** How often each of `domain` categories was given in all these units together. */
export function pooledCounts(tallies: readonly Tally[], domain: number): Float64Array {
  const pooled = new Float64Array(domain);
  for (const { categories, counts } of tallies)
    for (let i = 0; i < categories.length; i++) add(pooled, categories[i] ?? 0, counts[i] ?? 0);
  return pooled;
}

/** How many ordered pairs of ratings of this unit agree. */
export function agreeingPairs({ counts }: Tally): number {
  return counts.reduce((sum, count) => sum + count * (count - 1), 0);
}

/**
 * The sum of a whole number for each unit, for each size that units have, by ascending size. Whatever is divided by a
 * unit's size afterwards does not depend on the order of the units then, not even in its last digit.
 */
export function sumsBySize(
  tallies: readonly Tally[],
  of: (tally: Tally) => number,
): readonly (readonly [number, number])[] {
  const sums = new Map<number, number>();
  for (const tally of tallies) sums.set(tally.size, (sums.get(tally.size) ?? 0) + of(tally));
  return [...sums].sort(([a], [b]) => a - b);
}

/** How many of these categories were used at all. */
export function usedCategories(counts: Float64Array): number {
  return counts.reduce((used, count) => used + (count > 0 ? 1 : 0), 0);
}

/** The sum of numbers. */
export function total(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

function add(counts: Float64Array, at: number, more: number): void {
  counts[at] = (counts[at] ?? 0) + more;
}
