import { monthNumber } from "../intake/month.ts";
import { segmentsOf } from "../text/segments.ts";
import { foldCluster } from "./folding.ts";
import { termNumber } from "./vocabulary.ts";

/**
 * Numbers with their thousands (1,000 or 1 000 or 1.000), or words of letters with inner apostrophes left out. The digits
 * of other scripts make words.
 */
const TOKEN = /\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?!\d)|\d+|\p{L}[\p{L}\p{M}]*|\p{Nd}+/uy;

/** Scripts that put no blanks between words; there the segmenter of Unicode Annex 29 has to say what a word is. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** A word or figure as it stands in a text, and what is known of it wherever it stands. */
export interface Token {
  readonly start: number;
  readonly form: Form;
}

/** What a word or figure says by its letters alone. */
interface Form {
  readonly raw: string;
  /** Case and accents folded; of a number its digits without thousands and leading zeros. */
  readonly folded: string;
  /** The terms (see `termNumber`) that it is as a word, and as a name, or as a number. */
  readonly word: number;
  readonly tagged: number;
  readonly isNumber: boolean;
  readonly isCapital: boolean;
  /** Several words may stand in it without a blank. */
  readonly isUnspaced: boolean;
  readonly month: number | undefined;
}

/** The words and figures of a text in order. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    // Most of most texts are words of ASCII letters between blanks: those need no regular expression.
    const code = text.charCodeAt(at);
    const end = isAsciiLetter(code) ? asciiLettersEnd(text, at + 1) : at;
    if (end > at && !(text.charCodeAt(end) > LAST_ASCII)) {
      tokens.push({ start: at, form: asciiForm(text, at, end) });
      at = end;
    } else if (end === at && code <= LAST_ASCII && !isAsciiDigit(code)) at++;
    else at = addToken(tokens, text, at);
  }
  return tokens;
}

const LAST_ASCII = 0x7f;

function isAsciiLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function asciiLettersEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isAsciiLetter(text.charCodeAt(end))) end++;
  return end;
}

/** Adds what begins at a place, if something does, and gives back where to go on. */
function addToken(tokens: Token[], text: string, at: number): number {
  TOKEN.lastIndex = at;
  const raw = TOKEN.exec(text)?.[0];
  if (raw === undefined) return at + 1;
  const form = formOf(raw);
  if (!form.isUnspaced) tokens.push({ start: at, form });
  else {
    for (const { segment, index } of segmentsOf(words, raw)) {
      tokens.push({ start: at + index, form: formOf(segment) });
    }
  }
  return at + raw.length;
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

/** The forms met last, by a hash of their letters: most words are found here without being cut out of the text. */
const recent: (Form | undefined)[] = Array.from({ length: 1 << 14 });

function asciiForm(text: string, start: number, end: number): Form {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  const place = (hash ^ (hash >>> 14)) & (recent.length - 1);
  const known = recent[place];
  if (known && standsAt(known.raw, text, start, end)) return known;
  const form = formOf(text.slice(start, end));
  recent[place] = form;
  return form;
}

function standsAt(raw: string, text: string, start: number, end: number): boolean {
  if (raw.length !== end - start) return false;
  for (let i = 0; i < raw.length; i++) if (raw.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

function formed(raw: string): Form {
  const isNumber = /^\d/.test(raw);
  const folded = isNumber ? raw.replace(/\D/g, "").replace(/^0+(?=\d)/, "") : foldCluster(raw, false);
  return {
    raw,
    folded,
    word: termNumber(folded),
    tagged: termNumber(`${isNumber ? "#" : "@"}${folded}`),
    isNumber,
    isCapital: /^\p{Lu}/u.test(raw),
    isUnspaced: UNSPACED.test(raw),
    month: isNumber ? undefined : monthNumber(raw.toLowerCase()),
  };
}
