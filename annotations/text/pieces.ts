import type { Range } from "../model/range.ts";
import type { Source } from "../model/source.ts";
import { codePointsOf } from "./code-points.ts";
import { rangeAt } from "./selector.ts";

/**
 * The pieces of a mark in reading order. Those that overlap or touch become one, and so do those of one block that only
 * blanks divide. Pieces that stay as they are stay the same objects.
 */
export function united(source: Source, pieces: readonly Range[]): readonly Range[] {
  const sorted = [...pieces].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Range[] = [];
  for (const piece of sorted) {
    const last = result.at(-1);
    if (last && belongTogether(source, last, piece)) result[result.length - 1] = joined(source, last, piece);
    else result.push(piece);
  }
  return result;
}

function joined(source: Source, first: Range, second: Range): Range {
  return second.end <= first.end ? first : rangeAt(source, first.start, second.end);
}

function belongTogether(source: Source, first: Range, second: Range): boolean {
  if (second.start <= first.end) return true;
  const inOneBlock = source.blocks.some(({ start, end }) => start <= first.start && second.end <= end);
  return inOneBlock && codePointsOf(source).slice(first.end, second.start).trim() === "";
}

/** Whether two lists of pieces cover the same places. */
export function samePlaces(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every((range, i) => range.start === b[i]?.start && range.end === b[i]?.end);
}
