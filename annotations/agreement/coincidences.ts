import type { Metric } from "./distance.ts";
import { alphaFrom } from "./krippendorff-alpha.ts";
import type { Statistic } from "./statistic.ts";
import type { Tally } from "./tally.ts";

/**
 * Units with two ratings at least each, laid out so that Krippendorff's alpha of any selection of them takes no more than
 * adding up whole numbers.
 */
export interface Units {
  readonly length: number;
  /** How many categories there are. */
  readonly domain: number;
  /** How often each unit was given which category. */
  readonly ratings: Shares;
  /** How many unordered pairs of ratings each unit has in which cell. */
  readonly pairs: Shares;
  /** The cells in which there are pairs at all, those of one size together. */
  readonly cells: readonly Cell[];
}

/** What each unit adds to a list of sums: unit `u` what stands from `starts[u]` to before `starts[u + 1]`. */
interface Shares {
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly amounts: Float64Array;
}

/** Pairs of two different categories in units with so many ratings. */
interface Cell {
  readonly size: number;
  readonly c: number;
  readonly k: number;
}

/** What a selection of units adds up to. */
export interface Sums {
  units: number;
  readonly counts: Float64Array;
  readonly pairs: Float64Array;
}

/** The units that have these tallies, over a domain of so many categories. */
export function unitsOf(tallies: readonly Tally[], domain: number): Units {
  const { cells, pairs } = pairsOf(tallies, domain);
  return { length: tallies.length, domain, ratings: ratingsOf(tallies), pairs, cells };
}

function ratingsOf(tallies: readonly Tally[]): Shares {
  const draft = new SharesDraft();
  for (const { categories, counts } of tallies) {
    for (let i = 0; i < categories.length; i++) draft.add(categories[i] ?? 0, counts[i] ?? 0);
    draft.endUnit();
  }
  return draft.shares((category) => category);
}

function pairsOf(tallies: readonly Tally[], domain: number): Pick<Units, "cells" | "pairs"> {
  const draft = new SharesDraft();
  for (const { size, categories, counts } of tallies) {
    for (let i = 1; i < categories.length; i++)
      for (let j = 0; j < i; j++)
        draft.add(
          (size * domain + (categories[j] ?? 0)) * domain + (categories[i] ?? 0),
          (counts[i] ?? 0) * (counts[j] ?? 0),
        );
    draft.endUnit();
  }
  // Of all cells that there could be, most are empty.
  const keys = [...new Set(draft.places)].sort((a, b) => a - b);
  const places = new Map(keys.map((key, place) => [key, place]));
  const cells = keys.map((key) => ({
    size: Math.floor(key / domain ** 2),
    c: Math.floor(key / domain) % domain,
    k: key % domain,
  }));
  return { cells, pairs: draft.shares((key) => places.get(key) ?? 0) };
}

/** Shares that are being written down, unit after unit. */
class SharesDraft {
  readonly places: number[] = [];
  readonly #starts = [0];
  readonly #amounts: number[] = [];

  add(place: number, amount: number): void {
    this.places.push(place);
    this.#amounts.push(amount);
  }

  endUnit(): void {
    this.#starts.push(this.places.length);
  }

  /** `placeOf` gives the final place of each that was added. */
  shares(placeOf: (place: number) => number): Shares {
    return {
      starts: Int32Array.from(this.#starts),
      places: Int32Array.from(this.places, placeOf),
      amounts: Float64Array.from(this.#amounts),
    };
  }
}

/** Sums to which nothing has been added yet. */
export function noSums({ domain, cells }: Units): Sums {
  return { units: 0, counts: new Float64Array(domain), pairs: new Float64Array(cells.length) };
}

/** The sums of all units. */
export function allSums(units: Units): Sums {
  const sums = noSums(units);
  for (let unit = 0; unit < units.length; unit++) addUnit(units, sums, unit, 1);
  return sums;
}

/** Makes sums as they are before anything is added. */
export function clearSums(sums: Sums): void {
  sums.units = 0;
  sums.counts.fill(0);
  sums.pairs.fill(0);
}

/** Adds a unit so many times; -1 takes it out again. */
export function addUnit({ ratings, pairs }: Units, sums: Sums, unit: number, times: number): void {
  if (times === 0) return;
  sums.units += times;
  addShares(ratings, sums.counts, unit, times);
  addShares(pairs, sums.pairs, unit, times);
}

function addShares({ starts, places, amounts }: Shares, sums: Float64Array, unit: number, times: number): void {
  const end = starts[unit + 1] ?? 0;
  for (let i = starts[unit] ?? 0; i < end; i++) {
    const place = places[i] ?? 0;
    sums[place] = (sums[place] ?? 0) + times * (amounts[i] ?? 0);
  }
}

/** Krippendorff's alpha of the units that were added up, as `krippendorffAlpha` has it of a table. */
export function alphaOf({ cells }: Units, { units, counts, pairs }: Sums, metric: Metric): Statistic {
  return alphaFrom(units, counts, metric, ({ between }) => {
    const sums: (readonly [size: number, sum: number])[] = [];
    let sum = 0;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      if (!cell) continue;
      const amount = pairs[i] ?? 0;
      if (amount > 0) sum += amount * between(cell.c, cell.k);
      if (cells[i + 1]?.size === cell.size) continue;
      sums.push([cell.size, sum]);
      sum = 0;
    }
    return sums;
  });
}
