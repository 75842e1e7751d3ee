import type { Source } from "../../annotations/model/source.ts";
import { blockTextAt } from "../../annotations/text/block-text.ts";

/** The word around an offset, by the boundaries of its language, in code points; null where there is none. */
export function wordAt(source: Source, offset: number): { readonly start: number; readonly end: number } | null {
  const block = blockTextAt(source, offset) ?? blockTextAt(source, offset - 1);
  const word = block && (block.words.at(block.index(offset)) ?? block.words.at(block.index(offset) - 1));
  return word ? { start: block.offset(word.start), end: block.offset(word.end) } : null;
}
