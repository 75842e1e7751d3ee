import type { AlphaInterval } from "./alpha-interval.ts";
import type { Statistic } from "./statistic.ts";

/** How the categories of a table are compared by Krippendorff's alpha: as names, as ranks, or as numbers. */
export const LEVELS = ["nominal", "ordinal", "interval"] as const;
export type Level = (typeof LEVELS)[number];

/** A statistic as programs read it: `value` is null where it is not defined, and `reason` says why then. */
export interface MeasureEntry {
  readonly id: string;
  /** `custom` is a table of distances. */
  readonly level: Level | "custom";
  /** The two whom it compares, raters by their places and analysts by their names; without it, all. */
  readonly pair?: readonly [number, number] | readonly [string, string];
  /** What of the marks it looks at; without it, at all of them. */
  readonly label?: string;
  readonly value: number | null;
  /** How many cases it is made from. */
  readonly n: number;
  readonly reason?: string;
  /** The 95 % interval, where there is one; else `noInterval` says why there is none, of a statistic that could have one. */
  readonly interval?: IntervalEntry;
  readonly noInterval?: string;
}

interface IntervalEntry {
  readonly low: number;
  readonly high: number;
  readonly method: "BCa bootstrap of units";
  readonly resamples: number;
  /** For how many of the resamples the statistic was not defined. */
  readonly undefined: number;
  readonly caution?: string;
}

/** The entry of a statistic; `about` says which one it is and of whom. */
export function measureEntry(about: Omit<MeasureEntry, "value" | "n" | "reason">, statistic: Statistic): MeasureEntry {
  const { n } = statistic;
  return statistic.kind === "value"
    ? { ...about, value: statistic.value, n }
    : { ...about, value: null, n, reason: statistic.reason };
}

/** The entry of an alpha with its interval. */
export function alphaEntry(level: MeasureEntry["level"], alpha: Statistic, interval: AlphaInterval): MeasureEntry {
  const entry = measureEntry({ id: "krippendorff-alpha", level }, alpha);
  if (alpha.kind === "undefined") return entry;
  return interval.kind === "none"
    ? { ...entry, noInterval: interval.reason }
    : { ...entry, interval: intervalEntry(interval) };
}

function intervalEntry({
  low,
  high,
  resamples,
  withoutValue,
  tooNarrow,
}: AlphaInterval & { kind: "interval" }): IntervalEntry {
  const entry = { low, high, method: "BCa bootstrap of units", resamples, undefined: withoutValue } as const;
  return tooNarrow ? { ...entry, caution: TOO_NARROW } : entry;
}

const TOO_NARROW =
  "Too narrow: nearly all ratings are of one category, and of so few units 85 to 92 % of such intervals hold the true value.";
