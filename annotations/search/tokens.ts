import { monthNumber } from "../intake/month.ts";
import { segmentsOf } from "../text/segments.ts";
import { foldCluster } from "./folding.ts";

/**
 * Numbers with their thousands (1,000 or 1 000 or 1.000), or words of letters with inner apostrophes left out. The digits
 * of other scripts make words.
 */
const TOKEN = /\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?!\d)|\d+|\p{L}[\p{L}\p{M}]*|\p{Nd}+/gu;

/** Scripts that put no blanks between words; there the segmenter of Unicode Annex 29 has to say what a word is. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** A word or figure as it stands in a text, and what is known of it wherever it stands. */
export interface Token {
  readonly start: number;
  readonly form: Form;
}

/** What a word or figure says by its letters alone. */
export interface Form {
  readonly raw: string;
  /** Case and accents folded; of a number its digits without thousands and leading zeros. */
  readonly folded: string;
  readonly isNumber: boolean;
  readonly isCapital: boolean;
  /** Several words may stand in it without a blank. */
  readonly isUnspaced: boolean;
  readonly month: number | undefined;
}

/** The words and figures of a text in order. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { index, 0: raw } of text.matchAll(TOKEN)) {
    const form = formOf(raw);
    if (!form.isUnspaced) tokens.push({ start: index, form });
    else {
      for (const { segment, index: at } of segmentsOf(words, raw)) {
        tokens.push({ start: index + at, form: formOf(segment) });
      }
    }
  }
  return tokens;
}

/** Most words of a text have stood in it before. */
const forms = new Map<string, Form>();
const MOST_FORMS = 100_000;

function formOf(raw: string): Form {
  const known = forms.get(raw);
  if (known) return known;
  if (forms.size === MOST_FORMS) forms.clear();
  const made = formed(raw);
  forms.set(raw, made);
  return made;
}

function formed(raw: string): Form {
  const isNumber = /^\d/.test(raw);
  return {
    raw,
    folded: isNumber ? raw.replace(/\D/g, "").replace(/^0+(?=\d)/, "") : foldCluster(raw, false),
    isNumber,
    isCapital: /^\p{Lu}/u.test(raw),
    isUnspaced: UNSPACED.test(raw),
    month: isNumber ? undefined : monthNumber(raw.toLowerCase()),
  };
}
