import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClaimId, TagId } from "../model/id.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { listDraft } from "./list-draft.ts";
import { type ListKind, listIndex } from "./list-index.ts";

interface Item {
  readonly id: number;
  readonly place: number;
}

/** Every item points at the claim with the number of its place. */
const kind: ListKind<Item> = {
  keyOf: ({ id }) => String(id),
  compare: (a, b) => a.place - b.place || a.id - b.id,
  pointersOf: ({ id, place }) => [{ claimId: knownId(ClaimId, place), id: knownId(TagId, id) }],
};
const index = listIndex(kind);

const item = fc.record({ id: fc.nat(200), place: fc.nat(5) });
const change = fc.oneof(item, fc.nat(200));
const list = fc
  .uniqueArray(item, { selector: ({ id }) => id, maxLength: 150, size: "max" })
  .map((items) => frozen(items.toSorted(kind.compare)));

/** The items after the changes, in order. A number takes the item with that id out. */
function changed(items: readonly Item[], changes: readonly (Item | number)[]): readonly Item[] {
  const all = new Map(items.map((one) => [one.id, one]));
  for (const one of changes) {
    if (typeof one === "number") all.delete(one);
    else all.set(one.id, one);
  }
  return [...all.values()].sort(kind.compare);
}

function draftWith(items: readonly Item[], changes: readonly (Item | number)[]) {
  const draft = listDraft(index, items);
  for (const one of changes) {
    if (typeof one === "number") draft.remove(String(one));
    else draft.put(one);
  }
  return draft;
}

describe("listDraft", () => {
  it.each([
    ["a few", 5],
    ["many", 150],
  ])("has what %s changes made of the list, before and after it is finished", (_, maxLength) => {
    fc.assert(
      fc.property(list, fc.array(change, { maxLength, size: "max" }), (items, changes) => {
        const expected = changed(items, changes);
        const draft = draftWith(items, changes);
        const uses = (n: number) => expected.filter(({ place }) => place === n).length;
        for (const n of [0, 1, 2, 3, 4, 5]) expect(draft.claimUses(knownId(ClaimId, n))).toBe(uses(n));
        for (const { id } of expected) {
          expect([draft.get(String(id))?.id, draft.tagUses(knownId(TagId, id))]).toEqual([id, 1]);
        }
        const finished = draft.finish();
        expect(finished).toEqual(expected);
        expect(draftWith(finished, []).get("7")).toEqual(expected.find(({ id }) => id === 7));
      }),
    );
  });

  it("gives the same list back when nothing changed, or came back", () => {
    const items: readonly Item[] = frozen([
      { id: 1, place: 0 },
      { id: 2, place: 1 },
    ]);
    const [one] = items;
    expect(draftWith(items, []).finish()).toBe(items);
    expect(draftWith(items, [9, ...(one ? [1, one] : [])]).finish()).toBe(items);
  });

  it("changes the item that was meant in a list that is out of order", () => {
    const items: readonly Item[] = frozen([3, 1, 2].map((id) => ({ id, place: id })));
    expect(draftWith(items, [3]).finish()).toEqual([
      { id: 1, place: 1 },
      { id: 2, place: 2 },
    ]);
    expect(
      draftWith(items, [2])
        .finish()
        .map(({ id }) => id),
    ).toEqual([3, 1]);
  });

  it("loses and doubles nothing when many items come into a list that is out of order", () => {
    fc.assert(
      fc.property(
        list.chain((items) => fc.shuffledSubarray([...items])),
        fc.array(item, { maxLength: 150, size: "max" }),
        (items, put) => {
          const finished = draftWith(frozen(items), put).finish();
          expect(finished.toSorted(kind.compare)).toEqual(changed(items, put));
        },
      ),
    );
  });

  it("takes every item out that has the key", () => {
    const twins = frozen([1, 1, 2].map((id, place) => ({ id, place })));
    expect(draftWith(twins, [1]).finish()).toEqual([{ id: 2, place: 2 }]);
  });
});
