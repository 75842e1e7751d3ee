import { segmentsOf } from "../text/segments.ts";

const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });

/** A passage of fewer letters and digits is a stray, such as an abbreviation that ends in a full stop. */
const SHORTEST = 12;

/** The sentences of a block (Unicode Annex 29), a short one joined to the next; UTF-16 indices without blank ends. */
export function sentencesOf(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let open = 0;
  for (const end of sentenceEnds(text)) {
    const whole = text.slice(open, end);
    const trimmed = whole.trim();
    if (trimmed.length < SHORTEST && end < text.length) continue;
    const start = open + whole.length - whole.trimStart().length;
    if (trimmed !== "") found.push([start, start + trimmed.length]);
    open = end;
  }
  return found;
}

/** Where sentences end, the last at the end of the text; UTF-16 indices in order. */
export function sentenceEnds(text: string): readonly number[] {
  return plainEnds(text) ?? Array.from(segmentsOf(sentences, text), ({ segment, index }) => index + segment.length);
}

/** Texts of these letters and signs only can be cut without the segmenter, which takes several times as long. */
const PLAIN = /^[\0-\x7f\u00a0«»À-ÖØ-öø-ķĹ-ňŊ-ž–—‘’“”]*$/;

/** What may end a sentence, and what closes after it (Close* and Sp* of the annex); or the end of a paragraph. */
const ENDING = /[.!?]["'()[\]{}«»‘’“”]*[ \t\v\f\u00a0]*|\r\n|[\r\n]/g;

const CONTINUING = /[,:–—-]/;

/** Rules SB3 to SB11 of the annex for plain texts; null where it has to be asked for. */
function plainEnds(text: string): readonly number[] | null {
  if (!PLAIN.test(text)) return null;
  const ends: number[] = [];
  for (const { index, 0: ending } of text.matchAll(ENDING)) {
    const after = index + ending.length;
    const next = text.charAt(after);
    // Whether a semicolon continues a sentence depends on the version of the annex.
    if (next === ";") return null;
    if (after < text.length && (isParagraphEnd(ending) || endsBefore(text, index, after, next))) ends.push(after);
  }
  if (text !== "") ends.push(text.length);
  return ends;
}

function isParagraphEnd(ending: string): boolean {
  return /^[\r\n]/.test(ending);
}

/** Whether a sentence ends at `after`, before the character `next`, if its terminator stands at `index`. */
function endsBefore(text: string, index: number, after: number, next: string): boolean {
  if (/[.!?\r\n]/.test(next) || CONTINUING.test(next)) return false;
  if (text.charAt(index) !== ".") return true;
  const isBare = after === index + 1;
  if (isBare && /\d/.test(next)) return false;
  if (isBare && isUpper(next) && isLetter(text.charAt(index - 1))) return false;
  return !goesOnSmall(text, after);
}

/** Whether the first letter after a full stop is a small one, before any other terminator (rule SB8). */
function goesOnSmall(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const next = text.charAt(at);
    if (/[.!?\r\n]/.test(next)) return false;
    if (isLetter(next)) return !isUpper(next);
  }
  return false;
}

function isLetter(character: string): boolean {
  return /[A-Za-zÀ-ÖØ-öø-ž]/.test(character);
}

function isUpper(character: string): boolean {
  return /\p{Lu}/u.test(character);
}
