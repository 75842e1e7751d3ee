import { sameContent } from "../../commands/same-content.ts";

/** What files say of things of each of which one thing is said at most, beside what is said of them here. */
export interface Weighed<Item> {
  /** Of which nothing is said here. */
  readonly fresh: readonly Item[];
  /** Of which something else is said here. */
  readonly other: readonly Item[];
  /** How many are here just so. */
  readonly same: number;
  /** How many belong to an article, a claim or an analyst that is left out. */
  readonly left: number;
}

/** What an item is about, and what is said of that. */
export interface Saying {
  readonly key: string;
  readonly said: object;
}

/**
 * Weighs items against what is here, by their keys; of two items of the files with one key the first counts. `sayingOf` gives
 * null for what is left out.
 */
export function weighed<Item>(
  items: readonly Item[],
  here: ReadonlyMap<string, object>,
  sayingOf: (item: Item) => Saying | null,
): Weighed<Item> {
  const known = new Map(here);
  const [fresh, other]: [Item[], Item[]] = [[], []];
  let [same, left] = [0, 0];
  for (const item of items) {
    const saying = sayingOf(item);
    const there = saying && known.get(saying.key);
    if (!saying) left++;
    else if (!there) {
      known.set(saying.key, saying.said);
      fresh.push(item);
    } else if (saysSo(there, saying.said)) same++;
    else other.push(item);
  }
  return { fresh, other, same, left };
}

/** What several weighings are together. */
export function weighedTogether<Item>(all: readonly Weighed<Item>[]): Weighed<Item> {
  return {
    fresh: all.flatMap(({ fresh }) => fresh),
    other: all.flatMap(({ other }) => other),
    same: all.reduce((sum, { same }) => sum + same, 0),
    left: all.reduce((sum, { left }) => sum + left, 0),
  };
}

/** Whether a value says all that another one does, and perhaps more. */
export function saysSo(value: object, said: object): boolean {
  const fields = new Map(Object.entries(value));
  return Object.entries(said).every(
    ([name, content]) => content === undefined || sameContent(fields.get(name), content),
  );
}
