import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceId } from "../model/id.ts";
import { knownId } from "../testing/known-id.ts";
import { arrangement, rowOf } from "./arrangement.ts";
import { EMPTY_LAYOUT, Layout, unarranged } from "./layout.ts";
import { evened, moved, pruned, withPane, withWidths } from "./layout-change.ts";

const id = (n: number) => knownId(SourceId, n);
const sources = [1, 2, 3, 4, 5].map((n) => ({ id: id(n) }));
const order = (layout: Layout, of = sources) =>
  arrangement(layout, of).map((pane) => Number.parseInt(pane.sourceId.slice(-4), 16));

const layouts = fc.record({
  order: fc.array(fc.integer({ min: 1, max: 9 }).map(id)),
  panes: fc.uniqueArray(
    fc.record({
      sourceId: fc.integer({ min: 1, max: 9 }).map(id),
      state: fc.constantFrom("open" as const, "collapsed" as const, "closed" as const),
      width: fc.double({ min: 0.05, max: 50, noNaN: true }),
      at: fc.nat(1_000),
    }),
    { selector: (pane) => pane.sourceId },
  ),
  alone: fc.option(fc.integer({ min: 1, max: 9 }).map(id)),
  linked: fc.boolean(),
});

describe("arrangement", () => {
  it("is the project's own order while nobody has moved a pane", () => {
    expect(arrangement(EMPTY_LAYOUT, sources)).toEqual(sources.map((source) => unarranged(source.id)));
  });

  it("puts a source that it does not know behind the one before it in the project", () => {
    expect(order({ ...EMPTY_LAYOUT, order: [id(4), id(2), id(1)] })).toEqual([4, 5, 2, 3, 1]);
    expect(order({ ...EMPTY_LAYOUT, order: [id(3), id(2)] })).toEqual([1, 3, 4, 5, 2]);
  });

  it("has every source of the project once and no other, whatever the layout says", () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        expect(order(layout).toSorted()).toEqual([1, 2, 3, 4, 5]);
      }),
    );
  });
});

describe("rowOf", () => {
  it("leaves closed panes out and shows one that is read alone with its text", () => {
    const layout = withPane(withPane(EMPTY_LAYOUT, id(2), { state: "closed" }), id(3), { state: "collapsed" });
    expect(rowOf(layout, sources).map(({ state }) => state)).toEqual(["open", "collapsed", "open", "open"]);
    expect(rowOf({ ...layout, alone: id(3) }, sources)).toEqual([unarranged(id(3))]);
  });

  it("shows all when the one to be read alone is closed or not of this project", () => {
    const layout = withPane(EMPTY_LAYOUT, id(2), { state: "closed" });
    expect(rowOf({ ...layout, alone: id(2) }, sources)).toHaveLength(4);
    expect(rowOf({ ...layout, alone: id(8) }, sources)).toHaveLength(4);
  });
});

describe("moved", () => {
  it("takes a pane to its new place", () => {
    expect(order(moved(EMPTY_LAYOUT, sources, id(1), 2))).toEqual([2, 3, 1, 4, 5]);
    expect(order(moved(EMPTY_LAYOUT, sources, id(5), 0))).toEqual([5, 1, 2, 3, 4]);
  });

  it("passes over closed panes in one step, and keeps them where they are", () => {
    const closed = withPane(EMPTY_LAYOUT, id(2), { state: "closed" });
    expect(order(moved(closed, sources, id(1), 1))).toEqual([2, 3, 1, 4, 5]);
  });

  it("changes nothing beyond the ends", () => {
    expect(moved(EMPTY_LAYOUT, sources, id(1), -1)).toBe(EMPTY_LAYOUT);
    expect(moved(EMPTY_LAYOUT, sources, id(5), 9)).toBe(EMPTY_LAYOUT);
    expect(moved(EMPTY_LAYOUT, sources, id(9), 0)).toBe(EMPTY_LAYOUT);
  });

  it("puts any pane of a row at any place of it, with the others in their order", () => {
    fc.assert(
      fc.property(layouts, fc.nat(4), fc.nat(4), (layout, from, to) => {
        const row = rowOf({ ...layout, alone: null }, sources).map((pane) => pane.sourceId);
        const pane = row[from];
        if (!pane || to >= row.length) return;
        const after = rowOf({ ...moved(layout, sources, pane, to), alone: null }, sources).map((each) => each.sourceId);
        expect(after).toEqual(row.toSpliced(from, 1).toSpliced(to, 0, pane));
      }),
    );
  });
});

describe("a layout", () => {
  it("can be evened", () => {
    const wide = withWidths(
      EMPTY_LAYOUT,
      new Map([
        [id(1), 1.5],
        [id(2), 0.5],
      ]),
    );
    expect(arrangement(wide, sources).map(({ width }) => width)).toEqual([1.5, 0.5, 1, 1, 1]);
    expect(arrangement(evened(wide), sources).map(({ width }) => width)).toEqual([1, 1, 1, 1, 1]);
  });

  it("means the same once it is pruned, and fits its schema", () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const less = pruned(layout, sources);
        expect(arrangement(less, sources)).toEqual(arrangement(layout, sources));
        expect(rowOf(less, sources)).toEqual(rowOf(layout, sources));
        expect(Layout.parse(less)).toEqual(less);
      }),
    );
  });
});
