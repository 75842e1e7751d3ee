import { compared, type Pair } from "../commands/comparison.ts";

/** Whose version counts where two copies have the same item with other content. */
export type Take = "ours" | "theirs";

/** What tells the items of a list apart, in which order they stand, and which of two versions is the later one. */
export interface MergedKind<Item> {
  readonly keyOf: (item: Item) => string;
  readonly compare: (a: Item, b: Item) => number;
  /** More than 0 where theirs is the later revision, less where ours is; 0, or left out, where nothing tells. */
  readonly later?: (ours: Item, theirs: Item) => number;
}

/** A list together with what another copy has of it. */
export interface MergedItems<Item> {
  /** The list that is there afterwards; the same list when nothing came. */
  readonly items: readonly Item[];
  /** What only theirs has. */
  readonly added: readonly Item[];
  /** Theirs that ours has just so. */
  readonly same: readonly Item[];
  /** Theirs that are a later revision of ours, and take its place. */
  readonly revised: readonly Item[];
  /** Theirs that are an earlier revision of ours, which stays. */
  readonly earlier: readonly Item[];
  /** Both have them, with other content, and nothing tells which is the later one. */
  readonly conflicts: readonly Pair<Item>[];
}

/** Brings the items of `theirs` into `ours`; nothing of ours is taken away, and nothing is there twice. */
export function mergedItems<Item extends object>(
  ours: readonly Item[],
  theirs: readonly Item[],
  { keyOf, compare, later = () => 0 }: MergedKind<Item>,
  take: Take,
): MergedItems<Item> {
  const { added, changed } = compared(ours, theirs, keyOf);
  const isLater = (sign: number) => changed.filter(([mine, other]) => Math.sign(later(mine, other)) === sign);
  const [conflicts, revised] = [isLater(0), isLater(1)];
  const replaced = new Map(
    [...revised, ...(take === "theirs" ? conflicts : [])].map(([mine, other]): [Item, Item] => [mine, other]),
  );
  const apart = new Set([...added, ...changed.map(([, other]) => other)].map(keyOf));
  const items = [...ours.map((item) => replaced.get(item) ?? item), ...added];
  return {
    items: added.length + replaced.size === 0 ? ours : items.sort(compare),
    added,
    same: [...new Map(theirs.map((item) => [keyOf(item), item])).values()].filter((item) => !apart.has(keyOf(item))),
    revised: revised.map(([, other]) => other),
    earlier: isLater(-1).map(([, other]) => other),
    conflicts,
  };
}
