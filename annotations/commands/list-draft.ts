import type { ClaimId, TagId } from "../model/id.ts";
import type { Changes, ListIndex, ListKind } from "./list-index.ts";
import { countIn, emptyCount } from "./pointer-count.ts";

/** A list while commands change it. The list itself stays as it is; `finish` makes the new one. */
export interface ListDraft<Item> {
  get(key: string): Item | undefined;
  /** How many tags or cells of the list point at the claim. */
  claimUses(id: ClaimId): number;
  tagUses(id: TagId): number;
  /** Puts an item at its place in the order, instead of the one with the same key. */
  put(item: Item): void;
  remove(key: string): void;
  /** The list with the changes; the same list when there are none. */
  finish(): readonly Item[];
}

/** Up to here, copying the list for each change takes less time than reading it once. */
const FEW = 50;

export function listDraft<Item extends object>(index: ListIndex<Item>, list: readonly Item[]): ListDraft<Item> {
  const { kind } = index;
  const changes = new Map<string, Item | undefined>();
  const count = emptyCount();

  const get = (key: string) => (changes.has(key) ? changes.get(key) : index.get(list, key));
  function change(key: string, item: Item | undefined): void {
    const former = get(key);
    if (former) countIn(count, kind.pointersOf(former), -1);
    if (item) countIn(count, kind.pointersOf(item), 1);
    changes.set(key, item);
  }
  return {
    get,
    claimUses: (id) => index.claimUses(list, id) + (count.claims.get(id) ?? 0),
    tagUses: (id) => index.tagUses(list, id) + (count.tags.get(id) ?? 0),
    put: (item) => change(kind.keyOf(item), item),
    remove: (key) => change(key, undefined),
    finish: () => {
      const real = new Map([...changes].filter(([key, item]) => item !== index.get(list, key)));
      if (real.size === 0) return list;
      const after = changed(index, list, real);
      index.moveOn(list, after, real);
      return after;
    },
  };
}

function changed<Item>(index: ListIndex<Item>, list: readonly Item[], changes: Changes<Item>): readonly Item[] {
  const isPlain = index.size(list) === list.length;
  if (changes.size > FEW || !isPlain) return inOnePass(index.kind, list, changes);
  return [...changes].reduce(
    (reached, [key, item]) => changedOnce(index.kind, reached, index.get(list, key), item),
    list,
  );
}

/** Takes all items out that have one key, should there be several. */
function inOnePass<Item>(kind: ListKind<Item>, list: readonly Item[], changes: Changes<Item>): readonly Item[] {
  const kept = list.filter((item) => !changes.has(kind.keyOf(item)));
  const put = [...changes.values()].filter((item) => item !== undefined).sort(kind.compare);
  const after: Item[] = [];
  let reached = 0;
  for (const item of put) {
    // A list that is out of order loses nothing and doubles nothing.
    const place = Math.max(reached, placeOf(item, kept, kind));
    for (const other of kept.slice(reached, place)) after.push(other);
    reached = place;
    after.push(item);
  }
  return after.concat(kept.slice(reached));
}

function changedOnce<Item>(
  kind: ListKind<Item>,
  list: readonly Item[],
  former: Item | undefined,
  item: Item | undefined,
): readonly Item[] {
  // `toSpliced` and `with` read the list item by item; a slice is copied in one go, which is three times as fast.
  const after = list.slice();
  const stays = former && item && kind.compare(former, item) === 0;
  if (former) after.splice(whereIs(former, list, kind), 1, ...(stays ? [item] : []));
  if (item && !stays) after.splice(placeOf(item, after, kind), 0, item);
  return after;
}

/** Where an item stands that the list has. Only a file that was written elsewhere can be out of order. */
function whereIs<Item>(item: Item, list: readonly Item[], kind: ListKind<Item>): number {
  const place = placeOf(item, list, kind);
  return list[place] === item ? place : list.indexOf(item);
}

/** Where the first item stands that does not come before `item`; found by halving. */
function placeOf<Item>(item: Item, list: readonly Item[], { compare }: ListKind<Item>): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other && compare(other, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
