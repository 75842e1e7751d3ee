import type { Source } from "../../annotations/model/source.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** The word around an offset, by Unicode word boundaries, in code points; null where there is none. */
export function wordAt(source: Source, offset: number): { readonly start: number; readonly end: number } | null {
  const block = source.blocks.find(({ start, end }) => start <= offset && offset <= end);
  if (!block) return null;
  const points = codePointsOf(source);
  const origin = points.toUtf16(block.start);
  const text = points.slice(block.start, block.end);
  const found = words.segment(text).containing(Math.min(points.toUtf16(offset) - origin, text.length - 1));
  if (!found?.isWordLike) return null;
  const start = origin + found.index;
  return { start: points.fromUtf16(start), end: points.fromUtf16(start + found.segment.length) };
}
