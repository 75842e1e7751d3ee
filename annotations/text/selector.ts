import type { Range } from "../model/range.ts";
import type { Source } from "../model/source.ts";
import { codePointsOf } from "./code-points.ts";

/** How many code points of context a range keeps on either side. */
export const CONTEXT_LENGTH = 32;

/** Describes `[start, end)` (code points) of a source by position, quote and context. Throws a RangeError outside the text. */
export function rangeAt(source: Source, start: number, end: number): Range {
  const points = codePointsOf(source);
  return {
    start,
    end,
    quote: points.slice(start, end),
    prefix: points.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: points.slice(end, Math.min(points.length, end + CONTEXT_LENGTH)),
  };
}

/** Where a stored range lies in a text as it is now. */
export type Located =
  | { readonly kind: "exact"; readonly start: number; readonly end: number }
  | { readonly kind: "moved"; readonly start: number; readonly end: number }
  | { readonly kind: "ambiguous"; readonly candidates: readonly number[] }
  | { readonly kind: "lost" };

/**
 * Finds a range again: `exact` where its position still holds its quote, `moved` where the quote stands elsewhere and
 * one place fits its context best, `ambiguous` where several fit equally, `lost` where the quote is gone. Offsets are
 * code points.
 */
export function locate(source: Source, range: Range): Located {
  const points = codePointsOf(source);
  if (range.end <= points.length && points.slice(range.start, range.end) === range.quote) {
    return { kind: "exact", start: range.start, end: range.end };
  }
  const places = occurrences(source.text, range.quote);
  if (places.length === 0) return { kind: "lost" };
  const scores = places.map((place) => contextScore(source.text, place, range));
  const best = scores.reduce((highest, score) => Math.max(highest, score), 0);
  const fitting = places.filter((_, i) => scores[i] === best);
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) {
    return { kind: "ambiguous", candidates: fitting.map((place) => points.fromUtf16(place)) };
  }
  return { kind: "moved", start: points.fromUtf16(only), end: points.fromUtf16(only + range.quote.length) };
}

function occurrences(text: string, quote: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}

/** How many characters of the stored context stand around a place, counted outwards until the first that differs. */
function contextScore(text: string, place: number, range: Range): number {
  const end = place + range.quote.length;
  let before = 0;
  while (before < range.prefix.length && text[place - 1 - before] === range.prefix.at(-1 - before)) before++;
  let after = 0;
  while (after < range.suffix.length && text[end + after] === range.suffix[after]) after++;
  return before + after;
}
