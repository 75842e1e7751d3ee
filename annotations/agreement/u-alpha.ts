import type { Span } from "./span.ts";
import { measured, type Statistic, undefinedBecause } from "./statistic.ts";

/**
 * The alpha of unitized text (Krippendorff, Mathet, Bouvry & Widlöcher 2016, On the reliability of unitizing textual
 * continua): how far analysts agree on which characters of a text of `length` are marked as what, unmarked stretches
 * included. `layers` has for each analyst spans in their order. `n` is the length. Undefined for fewer than two analysts,
 * where spans of one analyst overlap, and where everybody has marked the whole text alike with one label or not at all.
 */
export function uAlpha(length: number, layers: readonly (readonly Span[])[]): Statistic {
  if (layers.length < 2) return undefinedBecause("There are no two analysts.", length);
  if (layers.some(overlaps)) return undefinedBecause("Spans of one analyst overlap.", length);
  const whole = layers.length * length;
  const { lengths, squares } = segmentsOf(length, layers);
  const expected = lengths.reduce((sum, each) => sum + each * (whole - each), 0);
  if (expected === 0) return undefinedBecause(NO_VARIATION, length);
  const observed = differing(layers) / (layers.length - 1);
  return measured(1 - (observed * (whole * whole - squares)) / (whole * expected), length);
}

const NO_VARIATION =
  "There is no variation: everybody has marked the whole text with one and the same label, or none of it.";

function overlaps(spans: readonly Span[]): boolean {
  return spans.some(({ start }, i) => start < (spans[i - 1]?.end ?? 0));
}

/**
 * How many characters carry each value over all analysts, being unmarked among the values; and the sum of the squared
 * lengths of all marked stretches, to which unmarked ones come with their plain lengths.
 */
function segmentsOf(
  length: number,
  layers: readonly (readonly Span[])[],
): { readonly lengths: readonly number[]; readonly squares: number } {
  const lengths = new Map<string, number>();
  let squares = 0;
  let unmarked = layers.length * length;
  for (const { start, end, label } of layers.flat()) {
    const size = end - start;
    lengths.set(label, (lengths.get(label) ?? 0) + size);
    squares += size * size;
    unmarked -= size;
  }
  return { lengths: [...lengths.values(), unmarked], squares: squares + unmarked };
}

/** The length over which two analysts differ, summed over all ordered pairs of them. */
function differing(layers: readonly (readonly Span[])[]): number {
  const edges = layers.flat().flatMap(({ start, end, label }) => [
    { at: start, label, step: 1 },
    { at: end, label, step: -1 },
  ]);
  const counts = new Map<string, number>();
  let unmarked = layers.length;
  // How many analysts are with how many others, summed over the values.
  let agreeing = unmarked * unmarked;
  let [sum, last] = [0, 0];
  for (const { at, label, step } of edges.sort((a, b) => a.at - b.at)) {
    sum += (at - last) * (layers.length * layers.length - agreeing);
    last = at;
    const count = counts.get(label) ?? 0;
    agreeing += 2 * step * (count - unmarked) + 2;
    counts.set(label, count + step);
    unmarked -= step;
  }
  return sum;
}
