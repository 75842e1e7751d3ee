import type { PassageIndex } from "./passages.ts";
import { termCount } from "./vocabulary.ts";

/** Terms to look for in indexed passages. */
export interface AskedTerms {
  readonly count: number;
  /** By the number of a term its place among those asked for, plus one; 0 for all others. */
  readonly places: Uint16Array;
}

/** Terms to look for, by their numbers; the first 65,534 of them count. */
export function askedTermsOf(all: readonly number[]): AskedTerms {
  const numbers = all.slice(0, 0xfffe);
  const places = new Uint16Array(termCount());
  for (const [place, number] of numbers.entries()) places[number] = place + 1;
  return { count: numbers.length, places };
}

/**
 * Tells `visit` of each passage of a source that has any of the terms: its length in terms, the places of those that it
 * has, and how often it has each. The lists are filled anew for the next passage.
 */
export function eachPassageHaving(
  { terms, termEnds }: PassageIndex,
  { count, places }: AskedTerms,
  visit: (passage: number, length: number, had: readonly number[], times: Uint32Array) => void,
): void {
  const times = new Uint32Array(count);
  const had: number[] = [];
  let at = 0;
  for (let passage = 0; passage < termEnds.length; passage++) {
    const from = at;
    for (const end = termEnds[passage] ?? 0; at < end; at++) {
      // A term that no text had when these were asked for is none of them.
      const place = (places[terms[at] ?? 0] ?? 0) - 1;
      if (place < 0) continue;
      if (times[place] === 0) had.push(place);
      times[place] = (times[place] ?? 0) + 1;
    }
    if (had.length === 0) continue;
    visit(passage, at - from, had, times);
    for (const place of had) times[place] = 0;
    had.length = 0;
  }
}

/** In how many passages each of the terms stands. */
export function passagesHaving(indexes: readonly PassageIndex[], { count, places }: AskedTerms): Uint32Array {
  const having = new Uint32Array(count);
  /** The number, over all sources, of the passage in which each term was met last. */
  const met = new Uint32Array(count);
  let passages = 0;
  for (const { terms, termEnds } of indexes) {
    let at = 0;
    for (const end of termEnds) {
      passages++;
      for (; at < end; at++) {
        const place = (places[terms[at] ?? 0] ?? 0) - 1;
        if (place < 0 || met[place] === passages) continue;
        met[place] = passages;
        having[place] = (having[place] ?? 0) + 1;
      }
    }
  }
  return having;
}
