import type { Range } from "../model/range.ts";
import type { Block, Source } from "../model/source.ts";
import { withoutBlankEnds } from "./blank.ts";
import { codePointsOf } from "./code-points.ts";
import { rangeAt } from "./selector.ts";

/**
 * The ranges that a selection of `[from, to)` (code points, either order) means: one per block that it touches, widened
 * to whole grapheme clusters, with blanks at both ends left out. Empty when nothing but blanks is selected.
 */
export function rangesOfSelection(source: Source, from: number, to: number): readonly Range[] {
  const start = Math.min(from, to);
  const end = Math.max(from, to);
  if (start === end) return [];
  return source.blocks
    .filter((block) => block.start < end && start < block.end)
    .map((block) => trimmed(source, block, Math.max(start, block.start), Math.min(end, block.end)))
    .filter((range) => range !== null);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function trimmed(source: Source, block: Block, start: number, end: number): Range | null {
  const points = codePointsOf(source);
  const origin = points.toUtf16(block.start);
  const text = points.slice(block.start, block.end);
  const segments = graphemes.segment(text);
  const low = graphemeStart(segments, points.toUtf16(start) - origin);
  const high = graphemeEnd(segments, points.toUtf16(end) - origin, text.length);
  const inner = withoutBlankEnds(text, low, high);
  return inner && rangeAt(source, points.fromUtf16(origin + inner[0]), points.fromUtf16(origin + inner[1]));
}

function graphemeStart(segments: Intl.Segments, index: number): number {
  return segments.containing(index)?.index ?? index;
}

function graphemeEnd(segments: Intl.Segments, index: number, length: number): number {
  if (index >= length) return length;
  const cluster = segments.containing(index);
  return !cluster || cluster.index === index ? index : cluster.index + cluster.segment.length;
}
