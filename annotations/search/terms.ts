import { type Form, tokensOf } from "./tokens.ts";

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
