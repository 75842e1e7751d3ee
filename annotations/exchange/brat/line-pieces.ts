import type { CodePoints } from "../../text/code-points.ts";

/** A half-open stretch of a text in code points. */
export type Span = readonly [start: number, end: number];

/** What ends a line for brat, which reads files as Python splits lines, and the other control characters but the tab. */
const LINE_END = /(?!\t)[\p{Cc}\u2028\u2029]/u;

/**
 * The stretches of a text without the line ends inside them, in reading order and none overlapping another: brat's lines
 * hold the marked text itself. Stretches of nothing but line ends give none.
 */
export function linePieces(points: CodePoints, spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const pieces: Span[] = [];
  for (const [start, end] of sorted) {
    let from = Math.max(start, pieces.at(-1)?.[1] ?? 0);
    for (const line of points.slice(from, Math.max(from, end)).split(LINE_END)) {
      const to = from + lengthOf(line);
      if (to > from) pieces.push([from, to]);
      from = to + 1;
    }
  }
  return pieces;
}

function lengthOf(text: string): number {
  let pairs = 0;
  for (const _ of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairs++;
  return text.length - pairs;
}
