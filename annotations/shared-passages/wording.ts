import type { Source } from "../model/source.ts";
import { type Token, tokensOf } from "../search/tokens.ts";
import { codePointsOf } from "../text/code-points.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The words of one source as they are compared, without its boilerplate, and where each stands (UTF-16 indices). */
export interface Wording {
  /** Their numbers in the vocabulary: equal for words that differ in case, accents or the kind of apostrophe only. */
  readonly words: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 for a word that its capital letter shows as part of a name, else 0. */
  readonly names: Uint8Array;
}

/** Where more of all words are capitalised, such as every noun in German, capitals show no names. */
const MOST_CAPITALS = 0.3;

/** Reads the words of a source. Those on both sides of a block of boilerplate follow one another. */
export function wordingOf(source: Source, vocabulary: Vocabulary): Wording {
  const points = codePointsOf(source);
  const found: ComparedWord[] = [];
  for (const block of source.blocks) {
    if (block.boilerplate) continue;
    const origin = points.toUtf16(block.start);
    for (const word of comparedWords(points.slice(block.start, block.end))) {
      found.push({ ...word, start: origin + word.start, end: origin + word.end });
    }
  }
  return packed(found, vocabulary);
}

function packed(found: readonly ComparedWord[], vocabulary: Vocabulary): Wording {
  const wording = {
    words: new Int32Array(found.length),
    starts: new Int32Array(found.length),
    ends: new Int32Array(found.length),
    names: new Uint8Array(found.length),
  };
  const capitals = found.filter(({ isCapital }) => isCapital).length;
  const capitalsTell = capitals <= MOST_CAPITALS * found.length;
  for (const [i, { word, start, end, isCapital }] of found.entries()) {
    wording.words[i] = vocabulary.numberOf(word);
    wording.starts[i] = start;
    wording.ends[i] = end;
    wording.names[i] = isCapital && capitalsTell ? 1 : 0;
  }
  return wording;
}

/** A word as it is compared, and where it stands in its text (UTF-16 indices). */
export interface ComparedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
}

/** What English joins to a word by an apostrophe and nobody would count as a word of its own. */
const JOINED = new Set(["s", "t", "ll", "ve", "re", "d", "m"]);

/** The words of a text: folded, without punctuation, a figure without its thousands separators. */
export function comparedWords(text: string): readonly ComparedWord[] {
  const found: ComparedWord[] = [];
  for (const token of tokensOf(text)) {
    const { folded, raw, isCapital } = token.form;
    const last = found.at(-1);
    const end = token.start + raw.length;
    if (last && isJoined(text, last, token)) found[found.length - 1] = { ...last, word: `${last.word}'${folded}`, end };
    else if (folded !== "") found.push({ word: folded, start: token.start, end, isCapital });
  }
  return found;
}

function isJoined(text: string, last: ComparedWord, { start, form }: Token): boolean {
  return start === last.end + 1 && JOINED.has(form.folded) && /['’ʼ]/.test(text.charAt(last.end));
}
