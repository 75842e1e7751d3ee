import type { Range } from "../model/range.ts";
import type { Source } from "../model/source.ts";
import { type BlockText, blockTextAt } from "./block-text.ts";
import { withoutOuterPunctuation } from "./outer-punctuation.ts";
import { rangesOfSelection } from "./selection.ts";
import { rangeAt } from "./selector.ts";

/**
 * The ranges that a selection of `[from, to)` (code points, either order) means in whole words: one per block that it
 * touches, widened to the words that it touches, with blanks and punctuation at both ends left out. Where no word is
 * touched and nothing but punctuation is selected, exactly what is selected.
 */
export function wordRangesOfSelection(source: Source, from: number, to: number): readonly Range[] {
  const exact = rangesOfSelection(source, from, to);
  const snapped = exact.flatMap((range) => inWords(source, range) ?? []);
  return snapped.length > 0 ? snapped : exact;
}

function inWords(source: Source, range: Range): Range | null {
  const block = blockTextAt(source, range.start);
  if (!block) return null;
  const [low, high] = widened(block, block.index(range.start), block.index(range.end));
  const inner = withoutOuterPunctuation(block, low, high);
  return inner && rangeAt(source, block.offset(inner[0]), block.offset(inner[1]));
}

/** To whole words and whole characters: in some scripts a word ends inside what Unicode takes for one character. */
function widened(block: BlockText, start: number, end: number): readonly [number, number] {
  const { words, graphemes } = block;
  const [low, high] = graphemes.widened(words.at(start)?.start ?? start, words.at(end - 1)?.end ?? end);
  return low === start && high === end ? [low, high] : widened(block, low, high);
}
