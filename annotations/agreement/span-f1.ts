import type { Layer, Marked, Span } from "./span.ts";
import { lengthOf } from "./span.ts";
import { measured, type Statistic, undefinedBecause } from "./statistic.ts";

/*
 * The agreement of two analysts' spans as F1, the harmonic mean of precision and recall, which is the positive specific
 * agreement where nobody can count what both left unmarked (Hripcsak & Rothschild 2005). It is the same whichever of the two
 * is the first. Undefined when neither has marked anything, 0 when only one has.
 */

/** Spans agree when start, end and label are the same. `n` counts the spans of both. */
export function exactF1(a: Layer, b: Layer): Statistic {
  return f1(a, b, {
    size: ({ spans }) => spans.length,
    found: ({ spans }, other) => inBoth(spans, other.spans),
  });
}

/** A span is found when it shares a character at least with a span of the same label. `n` counts the spans of both. */
export function overlapF1(a: Layer, b: Layer): Statistic {
  return f1(a, b, {
    size: ({ spans }) => spans.length,
    found: ({ spans }, { united }) => overlapping(spans, united),
  });
}

/** Each character counts once for each label that it is marked with. `n` counts the marked characters of both. */
export function characterF1(a: Layer, b: Layer): Statistic {
  return f1(a, b, {
    size: ({ united }) => lengthOf(united),
    found: ({ united }, other) => sharedLength(united, other.united),
  });
}

/** What the F1s of two analysts are made from, for one label; `met` are the spans that share a character with one of the other. */
export interface SpanCounts {
  readonly spans: readonly [number, number];
  readonly exact: number;
  readonly met: readonly [number, number];
  readonly characters: readonly [number, number];
  readonly shared: number;
}

/** The counts of what two analysts have marked with one label. */
export function spanCounts(a: Marked, b: Marked): SpanCounts {
  return {
    spans: [a.spans.length, b.spans.length],
    exact: inBoth(a.spans, b.spans),
    met: [overlapping(a.spans, b.united), overlapping(b.spans, a.united)],
    characters: [lengthOf(a.united), lengthOf(b.united)],
    shared: sharedLength(a.united, b.united),
  };
}

interface Counting {
  /** How much is marked. */
  size(marked: Marked): number;
  /** How much of that is found in what the other has marked with the same label. */
  found(marked: Marked, other: Marked): number;
}

function f1(a: Layer, b: Layer, counting: Counting): Statistic {
  const [inA, inB] = [sizeOf(a, counting), sizeOf(b, counting)];
  const n = inA + inB;
  if (n === 0) return undefinedBecause("Neither has marked anything.", n);
  const [ofA, ofB] = [foundOf(a, b, counting), foundOf(b, a, counting)];
  return measured(ofA === 0 ? 0 : (2 * ofA * ofB) / (ofA * inB + ofB * inA), n);
}

function sizeOf(layer: Layer, { size }: Counting): number {
  return [...layer.values()].reduce((sum, marked) => sum + size(marked), 0);
}

function foundOf(layer: Layer, other: Layer, { found }: Counting): number {
  let sum = 0;
  for (const [label, marked] of layer) {
    const others = other.get(label);
    if (others) sum += found(marked, others);
  }
  return sum;
}

/** How many spans are in both lists, which are sorted and have none twice. */
function inBoth(spans: readonly Span[], others: readonly Span[]): number {
  let [count, at] = [0, 0];
  for (const { start, end } of spans) {
    while (isBefore(others[at], start, end)) at++;
    if (others[at]?.start === start && others[at]?.end === end) count++;
  }
  return count;
}

function isBefore(span: Span | undefined, start: number, end: number): boolean {
  return span !== undefined && (span.start < start || (span.start === start && span.end < end));
}

/** How many spans, sorted by start, share a character with one of the others, which lie apart. */
function overlapping(spans: readonly Span[], others: readonly Span[]): number {
  let [count, at] = [0, 0];
  for (const { start, end } of spans) {
    while ((others[at]?.end ?? Infinity) <= start) at++;
    if ((others[at]?.start ?? Infinity) < end) count++;
  }
  return count;
}

/** How many characters lie in both lists, in each of which the spans lie apart, in their order. */
function sharedLength(spans: readonly Span[], others: readonly Span[]): number {
  let [sum, i, j] = [0, 0, 0];
  for (let [one, other] = [spans[0], others[0]]; one && other; [one, other] = [spans[i], others[j]]) {
    sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end < other.end) i++;
    else j++;
  }
  return sum;
}
