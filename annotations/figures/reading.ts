import { VALUE_LENGTHS, type Value } from "../model/value.ts";
import { continuesDate, dateAt } from "./date-reading.ts";
import { numberAt } from "./number-reading.ts";

/** Longer texts are read up to here (UTF-16): a figure stands in a passage, not in a book. */
const LONGEST = 2_000;

/** The figures that a passage states, in its order. `written` is when it was published, as far as that is known. */
export function figuresIn(text: string, written = ""): readonly Value[] {
  const passage = text.slice(0, LONGEST);
  const found: Value[] = [];
  let at = 0;
  while (at < passage.length) {
    const reading = mayBegin(passage, at) ? readingAt(passage, at, written) : null;
    if (reading) found.push(reading.value);
    at = reading ? reading.end : at + 1;
  }
  return found;
}

/** What words say of how many or when, at their beginning or later; null where no figure is in them. */
export function readingOf(words: string, kind: "number" | "date" | null = null, written = ""): Value | null {
  for (let at = 0; at < Math.min(words.length, LONGEST); at++) {
    const reading = mayBegin(words, at) ? readingAt(words, at, written, kind) : null;
    if (reading) return { ...reading.value, words: words.trim() };
  }
  return null;
}

const FOOTNOTE = /^\[\d+\]/;

/** Figures begin where a word, a number or a sign does. */
function mayBegin(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  if (FOOTNOTE.test(text.slice(Math.max(0, at - 1), at + 5))) return false;
  if (/[\p{L}\p{N}\p{M}]$/u.test(before) || /\d[.,–—-]$/u.test(before)) return false;
  return /^[\p{L}\d$€£¥<>≥≤~≈−-]/u.test(text.slice(at, at + 2)) && !continuesDate(text, at);
}

function readingAt(text: string, at: number, written: string, kind: "number" | "date" | null = null) {
  const date = kind === "number" ? null : dateAt(text, at, written);
  const reading = date ?? (kind === "date" ? null : numberAt(text, at));
  const words = reading
    ? text
        .slice(at, reading.end)
        .replace(/^(?:the|le|la)\s+/i, "")
        .trim()
    : "";
  return reading && words.length <= VALUE_LENGTHS.words
    ? { value: { ...reading.value, words }, end: reading.end }
    : null;
}
