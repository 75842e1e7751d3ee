import { type Token, tokensOf } from "./tokens.ts";
import { termNumber } from "./vocabulary.ts";

/** What a term is, which decides how much sharing it says. */
export type TermKind = "word" | "name" | "number" | "about" | "date";

/** One thing that a passage says and another may say too, and where in its text it stands (UTF-16 indices). */
export interface Term {
  readonly kind: TermKind;
  /** Equal for what counts as the same (see `termNumber`); different kinds never share one. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The terms of a passage in order. `opens` says whether it begins a sentence, where a capital letter makes no name. */
export function termsOf(text: string, opens: boolean): readonly Term[] {
  const terms: Term[] = [];
  eachTerm(text, opens, (kind, number, { start, form }) => {
    terms.push({ kind, number, start, end: start + form.raw.length });
  });
  return terms;
}

/** Tells `visit` of the terms of a passage in order, without making an object of each. */
export function eachTerm(
  text: string,
  opens: boolean,
  visit: (kind: TermKind, number: number, token: Token) => void,
): void {
  const tokens = tokensOf(text);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    const { isNumber, isCapital, month, folded, tagged } = token.form;
    if (!isNumber) {
      visit("word", token.form.word, token);
      if (isCapital && (i > 0 || !opens) && month === undefined) visit("name", tagged, token);
      continue;
    }
    // A number says itself, about how much it is, and beside a month a date.
    visit("number", tagged, token);
    const monthBeside = tokens[i + 1]?.form.month ?? tokens[i - 1]?.form.month;
    if (monthBeside) visit("date", termNumber(`~${monthBeside} ${folded}`), token);
    else if (!isYear(token.form.raw)) visit("about", termNumber(`≈${roughly(folded)}`), token);
  }
}

function isYear(raw: string): boolean {
  return /^(19|20)\d\d$/.test(raw);
}

/** A number to one significant digit, so that 203 and "more than 200" come near each other. */
function roughly(digits: string): string {
  return Number(digits).toExponential(0);
}
