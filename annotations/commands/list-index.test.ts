import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClaimId, TagId } from "../model/id.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { type Changes, type ListIndex, type ListKind, listIndex } from "./list-index.ts";

interface Item {
  readonly key: string;
  readonly claim: number;
  readonly tag: number;
}

const KEYS = ["a", "b", "c", "d", "e", "f"];
const NUMBERS = [1, 2, 3];

const kind: ListKind<Item> = {
  keyOf: ({ key }) => key,
  compare: (a, b) => (a.key < b.key ? -1 : 1),
  pointersOf: ({ claim, tag }) => [{ claimId: knownId(ClaimId, claim), id: knownId(TagId, tag) }],
};

const item = fc.record({
  key: fc.constantFrom(...KEYS),
  claim: fc.constantFrom(...NUMBERS),
  tag: fc.constantFrom(...NUMBERS),
});
const changes: fc.Arbitrary<Changes<Item>> = fc
  .tuple(fc.array(item, { maxLength: 3 }), fc.subarray(KEYS, { maxLength: 2 }))
  .map(
    ([put, removed]) =>
      new Map([...put.map((one) => [one.key, one] as const), ...removed.map((key) => [key, undefined] as const)]),
  );

function after(list: readonly Item[], changed: Changes<Item>): readonly Item[] {
  const put = [...changed.values()].filter((one) => one !== undefined);
  return frozen([...list.filter(({ key }) => !changed.has(key)), ...put]);
}

/** All that an index knows of a list. */
function told(index: ListIndex<Item>, list: readonly Item[]) {
  return {
    items: KEYS.map((key) => index.get(list, key)),
    size: index.size(list),
    claims: NUMBERS.map((n) => index.claimUses(list, knownId(ClaimId, n))),
    tags: NUMBERS.map((n) => index.tagUses(list, knownId(TagId, n))),
  };
}

/** The same, found by reading the list. */
function read(list: readonly Item[]) {
  return {
    items: KEYS.map((key) => list.find((one) => one.key === key)),
    size: new Set(list.map(({ key }) => key)).size,
    claims: NUMBERS.map((n) => list.filter(({ claim }) => claim === n).length),
    tags: NUMBERS.map((n) => list.filter(({ tag }) => tag === n).length),
  };
}

describe("listIndex", () => {
  it("knows of every version of a list what reading it tells, whatever came from which and is asked in which order", () => {
    const steps = fc.array(fc.record({ from: fc.nat(), changed: changes, asked: fc.nat() }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.uniqueArray(item, { selector: ({ key }) => key }), steps, (first, history) => {
        const index = listIndex(kind);
        const versions: (readonly Item[])[] = [frozen(first)];
        const version = (n: number) => versions[n % versions.length] ?? [];
        for (const { from, changed, asked } of history) {
          const before = version(from);
          versions.push(after(before, changed));
          index.moveOn(before, version(versions.length - 1), changed);
          expect(told(index, version(asked))).toEqual(read(version(asked)));
        }
        expect(versions.map((list) => told(index, list))).toEqual(versions.map(read));
      }),
    );
  });

  it("counts the first of two items with the same key", () => {
    const [one, two] = [
      { key: "a", claim: 1, tag: 1 },
      { key: "a", claim: 2, tag: 2 },
    ];
    const list = [one, two];
    expect(listIndex(kind).get(list, "a")).toBe(one);
    expect(listIndex(kind).size(list)).toBe(1);
  });

  it("reads a list once, and never one that came from it, also after going back and on from there", () => {
    let reads = 0;
    const keyOf = (one: Item) => {
      reads++;
      return one.key;
    };
    const index = listIndex({ ...kind, keyOf });
    const first = Array.from({ length: 1_000 }, (_, n) => ({ key: `k${n}`, claim: 1, tag: n }));
    const on = (list: readonly Item[], n: number): readonly Item[] => {
      const added = { key: `new${n}`, claim: 1, tag: n };
      const longer = [...list, added];
      index.moveOn(list, longer, new Map([[added.key, added]]));
      return longer;
    };
    index.get(first, "k1");
    expect(reads).toBe(1_000);
    let newest: readonly Item[] = first;
    for (let n = 1; n <= 50; n++) newest = on(newest, n);
    expect(index.get(first, "new1")).toBeUndefined();
    const branch = on(first, 51);
    expect(["new50", "new51"].map((key) => index.get(newest, key)?.key)).toEqual(["new50", undefined]);
    expect(["new50", "new51"].map((key) => index.get(branch, key)?.key)).toEqual([undefined, "new51"]);
    expect(reads).toBe(1_000);
  });
});
