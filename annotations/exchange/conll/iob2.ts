import type { Stance } from "../../model/stance.ts";
import type { Token } from "./tokens.ts";

/** A stretch of a text in code points with the stance that it takes. */
export interface StanceSpan {
  readonly start: number;
  readonly end: number;
  readonly stance: Stance;
}

/** The tags of all tokens, and what could not be written as it is. */
export interface Tagged {
  readonly tags: readonly string[];
  /** How many stretches begin or end inside a token, and go as far as the token does. */
  readonly cut: number;
  /** How many stretches are left out because they overlap one before them. */
  readonly overlapping: number;
}

/**
 * The tokens' tags in IOB2, as the shared task of CoNLL-2002 has them (Tjong Kim Sang 2002): `B-` begins a stretch, also one
 * that goes on from the block before, `I-` continues it, `O` is in none. Spans are in reading order.
 */
export function iob2(tokens: readonly Token[], spans: readonly StanceSpan[]): Tagged {
  const tags = tokens.map(() => "O");
  let [cut, overlapping, taken] = [0, 0, 0];
  for (const { start, end, stance } of spans) {
    const from = firstEndingAfter(tokens, start);
    let to = from;
    while ((tokens[to]?.start ?? end) < end) to++;
    if (from === to) continue;
    if (from < taken) {
      overlapping++;
      continue;
    }
    if ((tokens[from]?.start ?? start) < start || (tokens[to - 1]?.end ?? end) > end) cut++;
    for (let i = from; i < to; i++) tags[i] = `${i === from || tokens[i]?.isFirst ? "B" : "I"}-${stance}`;
    taken = to;
  }
  return { tags, cut, overlapping };
}

/** The index of the first token that ends after an offset (binary search). */
function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
