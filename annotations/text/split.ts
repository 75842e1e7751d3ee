import type { Range } from "../model/range.ts";
import type { Source } from "../model/source.ts";
import { blockTextAt } from "./block-text.ts";
import { rangeAt } from "./selector.ts";
import { wordRangesOfSelection } from "./word-selection.ts";

/** The pieces of a mark on either side of a place. */
export interface Halves {
  readonly before: readonly Range[];
  readonly after: readonly Range[];
}

/**
 * Divides a mark's pieces at `offset` (code points), or before the word around it. Blanks and punctuation at the place belong
 * to neither side. Null when one side would be empty.
 */
export function splitAt(source: Source, ranges: readonly Range[], offset: number): Halves | null {
  const cut = wordStart(source, offset);
  const before = ranges.flatMap((range) =>
    range.end <= cut ? [range] : (part(source, range, range.start, cut) ?? []),
  );
  const after = ranges.flatMap((range) => (range.start >= cut ? [range] : (part(source, range, cut, range.end) ?? [])));
  return before.length > 0 && after.length > 0 ? { before, after } : null;
}

function wordStart(source: Source, offset: number): number {
  const block = blockTextAt(source, offset);
  const word = block?.words.at(block.index(offset));
  return block && word ? block.offset(word.start) : offset;
}

/** What of a piece lies in `[from, to)`; the end that the piece had already stays where it is. */
function part(source: Source, range: Range, from: number, to: number): Range | null {
  if (from >= to) return null;
  const [inner] = wordRangesOfSelection(source, from, to);
  if (!inner) return null;
  const start = from === range.start ? range.start : Math.max(inner.start, range.start);
  const end = to === range.end ? range.end : Math.min(inner.end, range.end);
  return start < end ? rangeAt(source, start, end) : null;
}
