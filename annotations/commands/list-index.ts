import type { ClaimId, TagId } from "../model/id.ts";
import { countIn, emptyCount, type Pointer, type PointerCount } from "./pointer-count.ts";

/** What tells the items of one kind of list apart, in which order they stand, and what they point at. */
export interface ListKind<Item> {
  readonly keyOf: (item: Item) => string;
  readonly compare: (a: Item, b: Item) => number;
  readonly pointersOf: (item: Item) => readonly Pointer[];
}

/** What becomes of the items with these keys; undefined for those that are taken out. */
export type Changes<Item> = ReadonlyMap<string, Item | undefined>;

/**
 * Finds items of lists without reading the lists. A list must never change once it was asked about. Of two items with
 * the same key the first counts.
 */
export interface ListIndex<Item> {
  readonly kind: ListKind<Item>;
  get(list: readonly Item[], key: string): Item | undefined;
  /** How many different keys the list has. */
  size(list: readonly Item[]): number;
  claimUses(list: readonly Item[], id: ClaimId): number;
  tagUses(list: readonly Item[], id: TagId): number;
  /** Tells that `to` is the list `from` after these changes, which saves reading it. */
  moveOn(from: readonly Item[], to: readonly Item[], changes: Changes<Item>): void;
}

/** One list as it is and all it points at, ready to be looked up. */
interface Content<Item> {
  readonly items: Map<string, Item>;
  readonly count: PointerCount;
}

/**
 * One version of a list. Versions that come from each other share one content, which stands at one of them; the others
 * know the changes that lead back from the next one on the way to it (Baker 1991, "Shallow binding makes functional
 * arrays fast"). So a command on the newest version costs the same however long the list is, an undone or abandoned
 * version is found again in as many steps as there were changes, and a version nobody holds any more is forgotten.
 */
interface Version<Item> {
  place: { readonly content: Content<Item> } | { readonly changes: Changes<Item>; readonly next: Version<Item> };
}

export function listIndex<Item extends object>(kind: ListKind<Item>): ListIndex<Item> {
  const versions = new WeakMap<readonly Item[], Version<Item>>();

  function versionOf(list: readonly Item[]): Version<Item> {
    const known = versions.get(list);
    if (known && distance(known) <= list.length) return known;
    const version = known ?? { place: { content: contentOf(kind, list) } };
    if (known) known.place = { content: contentOf(kind, list) };
    versions.set(list, version);
    return version;
  }

  const at = (list: readonly Item[]) => contentAt(kind, versionOf(list));
  return {
    kind,
    get: (list, key) => at(list).items.get(key),
    size: (list) => at(list).items.size,
    claimUses: (list, id) => at(list).count.claims.get(id) ?? 0,
    tagUses: (list, id) => at(list).count.tags.get(id) ?? 0,
    moveOn: (from, to, changes) => {
      const before = versionOf(from);
      const content = contentAt(kind, before);
      const next: Version<Item> = { place: { content } };
      before.place = { changes: change(kind, content, changes), next };
      versions.set(to, next);
    },
  };
}

function contentOf<Item>(kind: ListKind<Item>, list: readonly Item[]): Content<Item> {
  const content: Content<Item> = { items: new Map(), count: emptyCount() };
  for (const item of list) {
    const key = kind.keyOf(item);
    if (!content.items.has(key)) content.items.set(key, item);
    countIn(content.count, kind.pointersOf(item), 1);
  }
  return content;
}

/** How many changes lie between a version and the content. */
function distance<Item>(version: Version<Item>): number {
  let changes = 0;
  for (let { place } = version; "next" in place; { place } = place.next) changes += place.changes.size;
  return changes;
}

/** Brings the content to a version: every version on the way there points the other way afterwards. */
function contentAt<Item>(kind: ListKind<Item>, version: Version<Item>): Content<Item> {
  const way: { readonly version: Version<Item>; readonly changes: Changes<Item> }[] = [];
  let here = version;
  while ("next" in here.place) {
    way.push({ version: here, changes: here.place.changes });
    here = here.place.next;
  }
  const { content } = here.place;
  for (const step of way.reverse()) {
    here.place = { changes: change(kind, content, step.changes), next: step.version };
    here = step.version;
  }
  here.place = { content };
  return content;
}

/** Changes the content and gives the changes that take that back. */
function change<Item>(kind: ListKind<Item>, { items, count }: Content<Item>, changes: Changes<Item>): Changes<Item> {
  const back = new Map<string, Item | undefined>();
  for (const [key, item] of changes) {
    const former = items.get(key);
    back.set(key, former);
    if (former) countIn(count, kind.pointersOf(former), -1);
    if (item) countIn(count, kind.pointersOf(item), 1);
    if (item) items.set(key, item);
    else items.delete(key);
  }
  return back;
}
