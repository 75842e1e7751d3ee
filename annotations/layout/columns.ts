import type { RememberedPane } from "./layout.ts";

/** The width of a collapsed pane, in pixels. */
export const SPINE = 44;

/** The least width of an open pane, in pixels: a readable column, narrower where there are many. */
function narrowest(open: number): number {
  return open > 3 ? 204 : 300;
}

/** How wide the panes of a row are in `room` pixels, and what a width of 1 means there. */
export interface Columns {
  readonly widths: readonly number[];
  /** The pixels of an even share. */
  readonly share: number;
  readonly least: number;
  /** Whether the open panes need more room than there is, so that the row scrolls sideways. */
  readonly overflows: boolean;
}

/**
 * Lays the panes of a row out. They fill the room, each as wide as its share asks but never narrower than a readable
 * column; where not all can be that wide, shares count from the readable column and the row is wider than the room.
 */
export function columnsOf(row: readonly RememberedPane[], room: number): Columns {
  const open = row.filter((pane) => pane.state === "open");
  const least = narrowest(open.length);
  const free = room - SPINE * (row.length - open.length);
  const overflows = least * open.length > free;
  const share = overflows || open.length === 0 ? least : free / open.length;
  const wanted = open.map((pane) => Math.max(least, pane.width * share));
  const widths = overflows ? wanted : fitted(wanted, free, least);
  let next = 0;
  return {
    widths: row.map((pane) => (pane.state === "open" ? (widths[next++] ?? least) : SPINE)),
    share,
    least,
    overflows,
  };
}

/** Widths that fill `free` exactly: too much is taken off what exceeds the least width, too little is made up by all. */
function fitted(wanted: readonly number[], free: number, least: number): readonly number[] {
  const sum = wanted.reduce((total, width) => total + width, 0);
  if (sum <= free) return wanted.map((width) => (width * free) / sum);
  const excess = sum - least * wanted.length;
  const left = free - least * wanted.length;
  return wanted.map((width) => least + ((width - least) * left) / excess);
}

/** The widths after the pane at `left` was made `wanted` pixels wide; its open neighbour at `right` makes room. */
export function resized(
  { widths, least, overflows }: Columns,
  left: number,
  right: number,
  wanted: number,
): readonly number[] {
  const { most } = limits({ widths, least, overflows }, left, right);
  const width = Math.max(least, Math.min(wanted, most));
  const change = width - (widths[left] ?? 0);
  return widths.map((former, i) => (i === left ? width : i === right && !overflows ? former - change : former));
}

/** The widest a pane of a row that scrolls sideways can be made, in pixels. */
const WIDEST = 1_000;

/** Between which widths the pane at `left` can be. */
export function limits(
  { widths, least, overflows }: Pick<Columns, "widths" | "least" | "overflows">,
  left: number,
  right: number,
): { readonly least: number; readonly most: number } {
  const both = (widths[left] ?? 0) + (widths[right] ?? 0);
  return { least, most: overflows ? WIDEST : Math.max(least, both - least) };
}
