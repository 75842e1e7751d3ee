import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo } from "react";
import type { Source } from "../../../annotations/model/source.ts";

/** From how many columns on only those in view are on the page. */
const MANY = 40;

/** How wide a column is where there are many, in pixels; the style sheet says the same. */
const WIDTH = 92;

/** Columns beyond the part in view that are there all the same. */
const OVERSCAN = 4;

/** The columns that are on the page, and the room of those before and after them, in pixels. */
export interface ColumnWindow {
  readonly sources: readonly Source[];
  /** The place of the first of them among all, from 0. */
  readonly from: number;
  readonly before: number;
  readonly after: number;
  /** Brings a column into view, by its place among all. */
  show(column: number): void;
}

export function useColumnWindow(sources: readonly Source[], scroller: HTMLElement | null): ColumnWindow {
  const isMany = sources.length > MANY;
  const columns = useVirtualizer({
    horizontal: true,
    enabled: isMany,
    count: sources.length,
    getScrollElement: () => scroller,
    estimateSize: () => WIDTH,
    overscan: OVERSCAN,
  });
  const shown = columns.getVirtualItems();
  const from = isMany ? (shown[0]?.index ?? 0) : 0;
  const to = isMany ? (shown.at(-1)?.index ?? -1) + 1 : sources.length;
  return useMemo(
    () => ({
      sources: sources.slice(from, to),
      from,
      before: from * WIDTH,
      after: (sources.length - to) * WIDTH,
      show: (column) => isMany && columns.scrollToIndex(column, { align: "auto" }),
    }),
    [sources, from, to, isMany, columns],
  );
}
