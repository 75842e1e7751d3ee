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

/** A word or figure as it stands in a text, and what is known of it wherever it stands. */
interface Token {
  readonly start: number;
  readonly form: Form;
}

/** What a word or figure says by its letters alone. */
interface Form {
  readonly raw: string;
  /** Case and accents folded; of a number its digits without thousands and leading zeros. */
  readonly folded: string;
  readonly isNumber: boolean;
  readonly isCapital: boolean;
  /** Several words may stand in it without a blank. */
  readonly isUnspaced: boolean;
  readonly month: number | undefined;
}

/** The terms of a passage in order. `opens` says whether it begins a sentence, where a capital letter makes no name. */
export function termsOf(text: string, opens: boolean): readonly Term[] {
  const terms: Term[] = [];
  const tokens = tokensOf(text);
  for (const [i, token] of tokens.entries()) {
    const { form, start } = token;
    const end = start + form.raw.length;
    const add = (kind: TermKind, key: string) => terms.push({ kind, key, start, end });
    if (form.isNumber) addNumber(form, tokens[i - 1]?.form, tokens[i + 1]?.form, add);
    else {
      add("word", form.folded);
      if (form.isCapital && (i > 0 || !opens) && form.month === undefined) add("name", `@${form.folded}`);
    }
  }
  return terms;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { index, 0: raw } of text.matchAll(TOKEN)) {
    const form = formOf(raw);
    if (!form.isUnspaced) tokens.push({ start: index, form });
    else {
      for (const { segment, index: at } of words.segment(raw)) {
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

/** A number says itself, about how much it is, and beside a month a date. */
function addNumber(
  { raw, folded: digits }: Form,
  before: Form | undefined,
  after: Form | undefined,
  add: (kind: TermKind, key: string) => void,
): void {
  add("number", `#${digits}`);
  const month = after?.month ?? before?.month;
  if (month) add("date", `~${month} ${digits}`);
  else if (!isYear(raw)) add("about", `≈${roughly(digits)}`);
}

function isYear(raw: string): boolean {
  return /^(19|20)\d\d$/.test(raw);
}

/** A number to one significant digit, so that 203 and "more than 200" come near each other. */
function roughly(digits: string): string {
  return Number(digits).toExponential(0);
}
