import { monthNumber } from "../intake/month.ts";
import { foldCluster } from "./folding.ts";

/** What a term is, which decides how much sharing it says. */
export type TermKind = "word" | "name" | "number" | "about" | "date";

/** One thing that a passage says and another may say too, and where in its text it stands (UTF-16 indices). */
export interface Term {
  readonly kind: TermKind;
  /** Equal for what counts as the same; different kinds never share a key. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Numbers with their thousands (1,000 or 1 000 or 1.000), or words of letters with inner apostrophes left out. */
const TOKEN = /\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?!\d)|\d+|\p{L}[\p{L}\p{M}]*/gu;

/** Scripts that put no blanks between words; there the segmenter of Unicode Annex 29 has to say what a word is. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const words = new Intl.Segmenter(undefined, { granularity: "word" });

interface Token {
  readonly raw: string;
  readonly folded: string;
  readonly start: number;
}

/** The terms of a passage in order. `opens` says whether it begins a sentence, where a capital letter makes no name. */
export function termsOf(text: string, opens: boolean): readonly Term[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, i) => {
    const place = { start: token.start, end: token.start + token.raw.length };
    if (/^\d/.test(token.raw)) return numberTerms(token, tokens[i - 1], tokens[i + 1], place);
    const word: Term = { kind: "word", key: token.folded, ...place };
    const isName =
      (i > 0 || !opens) && /^\p{Lu}/u.test(token.raw) && monthNumber(token.raw.toLowerCase()) === undefined;
    return isName ? [word, { kind: "name", key: `@${token.folded}`, ...place }] : [word];
  });
}

function tokensOf(text: string): readonly Token[] {
  const found = [...text.matchAll(TOKEN)].flatMap(({ index, 0: raw }) =>
    UNSPACED.test(raw)
      ? [...words.segment(raw)].map(({ segment, index: at }) => ({ raw: segment, start: index + at }))
      : [{ raw, start: index }],
  );
  return found.map(({ raw, start }) => ({ raw, start, folded: folded(raw) }));
}

const PLAIN = /^[\0-\x7f]*$/;

function folded(raw: string): string {
  return PLAIN.test(raw) ? raw.toLowerCase() : foldCluster(raw, false);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A number says itself, about how much it is, and beside a month a date. */
function numberTerms(token: Token, before: Token | undefined, after: Token | undefined, place: Place): readonly Term[] {
  const digits = token.raw.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  const number: Term = { kind: "number", key: `#${digits}`, ...place };
  const month = [after, before].map((word) => word && monthNumber(word.raw.toLowerCase())).find(Boolean);
  if (month) return [number, { kind: "date", key: `~${month} ${digits}`, ...place }];
  if (isYear(token.raw)) return [number];
  return [number, { kind: "about", key: `≈${roughly(digits)}`, ...place }];
}

function isYear(raw: string): boolean {
  return /^(19|20)\d\d$/.test(raw);
}

/** A number to one significant digit, so that 203 and "more than 200" come near each other. */
function roughly(digits: string): string {
  return Number(digits).toExponential(0);
}
