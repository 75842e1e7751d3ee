import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceId } from "../model/id.ts";
import { knownId } from "../testing/known-id.ts";
import { columnsOf, limits, resized, SPINE } from "./columns.ts";
import { type RememberedPane, unarranged } from "./layout.ts";

/** A row of open panes with these widths; null is a collapsed one. */
function row(...widths: readonly (number | null)[]): readonly RememberedPane[] {
  return widths.map((width, i) => ({
    ...unarranged(knownId(SourceId, i)),
    ...(width === null ? { state: "collapsed" as const } : { width }),
  }));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const rows = fc
  .array(fc.option(fc.double({ min: 0.05, max: 50, noNaN: true })), { minLength: 1, maxLength: 9 })
  .map((widths) => row(...widths));

describe("columnsOf", () => {
  it("shares the room evenly: five panes beside the claims on 1440 pixels, two on 1024", () => {
    expect(columnsOf(row(1, 1, 1, 1, 1), 1_205).widths).toEqual([241, 241, 241, 241, 241]);
    expect(columnsOf(row(1, 1), 790)).toMatchObject({ widths: [395, 395], overflows: false });
  });

  it("gives a collapsed pane a spine and its room to the others", () => {
    expect(columnsOf(row(1, null, 1), 844).widths).toEqual([400, SPINE, 400]);
  });

  it("keeps columns readable and lets the row overflow", () => {
    expect(columnsOf(row(1, 1, 1, 1, 1), 788)).toMatchObject({ widths: [204, 204, 204, 204, 204], overflows: true });
    expect(columnsOf(row(1, 1.5, 1, 0.2, 1), 788).widths).toEqual([204, 306, 204, 204, 204]);
  });

  it("makes no open pane narrower than a readable column, and fills the room exactly where that is possible", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 300, max: 4_000 }), (panes, room) => {
        const { widths, least, overflows } = columnsOf(panes, room);
        panes.forEach((pane, i) => {
          if (pane.state === "open") expect(widths[i]).toBeGreaterThanOrEqual(least - 1e-6);
          else expect(widths[i]).toBe(SPINE);
        });
        if (!overflows && panes.some((pane) => pane.state === "open")) expect(sum(widths)).toBeCloseTo(room, 3);
      }),
    );
  });
});

describe("resized", () => {
  it("takes from the neighbour what it gives to the pane, down to a readable column", () => {
    const columns = columnsOf(row(1, 1, 1), 1_200);
    expect(resized(columns, 0, 1, 450)).toEqual([450, 350, 400]);
    expect(resized(columns, 0, 1, 4_000)).toEqual([500, 300, 400]);
    expect(resized(columns, 1, 2, 0)).toEqual([400, 300, 500]);
    expect(limits(columns, 0, 1)).toEqual({ least: 300, most: 500 });
  });

  it("leaves the others alone where the row scrolls sideways anyway", () => {
    expect(resized(columnsOf(row(1, 1, 1, 1, 1), 788), 1, 2, 300)).toEqual([204, 300, 204, 204, 204]);
  });

  it("comes out as it was asked for when the widths are laid out again", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 300, max: 4_000 }), fc.nat(2_000), (panes, room, wanted) => {
        const left = panes.findIndex((pane) => pane.state === "open");
        const right = panes.findIndex((pane, i) => i > left && pane.state === "open");
        if (left === -1 || right === -1) return;
        const columns = columnsOf(panes, room);
        const widths = resized(columns, left, right, wanted);
        const again = panes.map((pane, i) => ({ ...pane, width: (widths[i] ?? 0) / columns.share }));
        for (const [i, width] of columnsOf(again, room).widths.entries()) expect(width).toBeCloseTo(widths[i] ?? 0, 3);
      }),
    );
  });
});
