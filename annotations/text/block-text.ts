import type { Source } from "../model/source.ts";
import { codePointsOf } from "./code-points.ts";
import { Graphemes } from "./grapheme.ts";
import { Words } from "./words.ts";

/** One block's text with its words and characters, and the way between its UTF-16 indices and the source's code points. */
export interface BlockText {
  readonly text: string;
  readonly words: Words;
  readonly graphemes: Graphemes;
  /** The index of a code point offset; what lies outside the block counts as its nearer end. */
  index(offset: number): number;
  offset(index: number): number;
}

/** The block that holds the code point at `offset`; null between blocks. */
export function blockTextAt(source: Source, offset: number): BlockText | null {
  const block = source.blocks.find(({ start, end }) => start <= offset && offset < end);
  if (!block) return null;
  const points = codePointsOf(source);
  const origin = points.toUtf16(block.start);
  const text = points.slice(block.start, block.end);
  return {
    text,
    words: new Words(text, source.language),
    graphemes: new Graphemes(text),
    index: (at) => points.toUtf16(Math.max(block.start, Math.min(at, block.end))) - origin,
    offset: (index) => points.fromUtf16(origin + index),
  };
}
