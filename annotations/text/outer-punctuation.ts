import type { BlockText } from "./block-text.ts";
import type { Grapheme } from "./grapheme.ts";

/** Blanks and punctuation: what may be left out at the ends of a passage. Symbols ($, +, °, emoji) are neither. */
const OUTER = /^[\s\u0085\u200b\u200e\u200f\u2060\p{P}]+$/u;

/** Punctuation without which a passage says something else: per cent, section, number, question and exclamation. */
const MEANT = /[%‰‱٪#&@§?!؟？！‽⁇⁈⁉‼¿¡]/u;

/** What closes each bracket and quotation mark, in the ways that different languages write them. */
const CLOSERS: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
  "“": "”“",
  "‘": "’‘",
  "„": "“”",
  "‚": "‘’",
  "«": "»",
  "»": "«",
  "‹": "›",
  "›": "‹",
  '"': '"',
  "'": "'",
  "「": "」",
  "『": "』",
  "（": "）",
  "《": "》",
  "〈": "〉",
  "【": "】",
};

/**
 * `[start, end)` (indices of the block) without blanks and punctuation at both ends; null when nothing else is there. What is
 * part of a word stays, and so does a bracket or quotation mark whose partner stands inside: “No,” he said.
 */
export function withoutOuterPunctuation(
  block: BlockText,
  start: number,
  end: number,
): readonly [number, number] | null {
  let [low, high] = [start, end];
  while (low < high) {
    const first = block.graphemes.at(low);
    const last = block.graphemes.at(high - 1);
    if (first && isOuter(block, first) && !opensInside(block, first, high)) low = first.end;
    else if (last && isOuter(block, last) && !closesInside(block, last, low)) high = last.start;
    else return [low, high];
  }
  return null;
}

function isOuter({ text, words }: BlockText, { start, end, text: sign }: Grapheme): boolean {
  if (!OUTER.test(sign) || MEANT.test(sign) || words.at(start)) return false;
  const isMinus = sign === "-" && /^\d/.test(text.slice(end)) && !/\S$/.test(text.slice(0, start));
  return !isMinus;
}

/** Whether the sign at the beginning is closed again before the last sign of `[…, high)`. */
function opensInside(block: BlockText, { end, text: sign }: Grapheme, high: number): boolean {
  const closers = CLOSERS[sign];
  if (closers === undefined) return false;
  const partner = scan(block, end, high, 1, sign, closers);
  return partner !== null && partner < high - 1;
}

/** Whether the sign at the end was opened after the first sign of `[low, …)`. */
function closesInside(block: BlockText, { start, text: sign }: Grapheme, low: number): boolean {
  return OPENERS.some(([opener, closers]) => {
    if (!closers.includes(sign)) return false;
    const partner = scan(block, start - 1, low - 1, -1, sign, opener);
    return partner !== null && partner > low;
  });
}

const OPENERS = Object.entries(CLOSERS);

/** Where the partner of a sign stands, from `from` up to `to`; pairs of the same signs in between are passed over. */
function scan(block: BlockText, from: number, to: number, step: 1 | -1, sign: string, partners: string): number | null {
  let depth = 1;
  for (let i = from; i !== to; i += step) {
    const char = block.text.charAt(i);
    const isPartner = partners.includes(char);
    // An apostrophe inside a word opens and closes nothing.
    if ((!isPartner && char !== sign) || block.words.at(i)) continue;
    depth += isPartner ? -1 : 1;
    if (depth === 0) return i;
  }
  return null;
}
