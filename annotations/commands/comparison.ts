import { sameContent } from "./same-content.ts";

/** One item as two lists have it. */
export type Pair<Item> = readonly [former: Item, latter: Item];

/** What a list has more, less, or with other content than a former one, each in the order of its list. */
export interface Comparison<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  readonly changed: readonly Pair<Item>[];
}

/** Compares two lists of items that `keyOf` tells apart; of two items with the same key the first counts. */
export function compared<Item extends object>(
  from: readonly Item[],
  to: readonly Item[],
  keyOf: (item: Item) => string,
): Comparison<Item> {
  const before = keyed(from, keyOf);
  const after = keyed(to, keyOf);
  const added: Item[] = [];
  const changed: Pair<Item>[] = [];
  for (const [key, item] of after) {
    const known = before.get(key);
    if (!known) added.push(item);
    else if (!sameContent(known, item)) changed.push([known, item]);
  }
  return { added, removed: [...before].flatMap(([key, item]) => (after.has(key) ? [] : [item])), changed };
}

export function former<Item>([item]: Pair<Item>): Item {
  return item;
}

export function latter<Item>([, item]: Pair<Item>): Item {
  return item;
}

function keyed<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}
