import type { Statistic } from "./statistic.ts";

/** How the categories of a table are compared by Krippendorff's alpha: as names, as ranks, or as numbers. */
export const LEVELS = ["nominal", "ordinal", "interval"] as const;
export type Level = (typeof LEVELS)[number];

/** A statistic as programs read it: `value` is null where it is not defined, and `reason` says why then. */
export interface MeasureEntry {
  readonly id: string;
  readonly level: Level;
  /** The two whom it compares, raters by their places and analysts by their names; without it, all. */
  readonly pair?: readonly [number, number] | readonly [string, string];
  /** What of the marks it looks at; without it, at all of them. */
  readonly label?: string;
  readonly value: number | null;
  /** How many cases it is made from. */
  readonly n: number;
  readonly reason?: string;
}

/** The entry of a statistic; `about` says which one it is and of whom. */
export function measureEntry(about: Omit<MeasureEntry, "value" | "n" | "reason">, statistic: Statistic): MeasureEntry {
  const { n } = statistic;
  return statistic.kind === "value"
    ? { ...about, value: statistic.value, n }
    : { ...about, value: null, n, reason: statistic.reason };
}
