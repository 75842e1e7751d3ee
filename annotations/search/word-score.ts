import { foldCluster } from "./folding.ts";

/** A thing with a short name and more words, as it is compared with what somebody types. */
export interface Searchable {
  readonly label: string;
  readonly text: string;
  readonly words: readonly string[];
}

/** Something to be found by its label, or by words of `text`. */
export function searchable(label: string, text: string): Searchable {
  const foldedText = folded(text);
  const words = [...new Set(foldedText.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean))];
  return { label: folded(label), text: foldedText, words };
}

/** The words of a query as `scoreOf` takes them. */
export function queryWords(query: string): readonly string[] {
  return folded(query).split(/\s+/).filter(Boolean);
}

/** Lower case without diacritics, so that "goita" finds "Goïta". */
function folded(text: string): string {
  return foldCluster(text, false);
}

/**
 * How well something answers a query: 0 when one of the words is not found; else the sum of what each word is worth. With
 * `lenient` a word may have one slip of the pen, or be letters of another in order.
 */
export function scoreOf(one: Searchable, words: readonly string[], lenient: boolean): number {
  let total = 0;
  for (const word of words) {
    const points = strict(one, word) || (lenient ? slips(one, word) : 0);
    if (points === 0) return 0;
    total += points;
  }
  return total;
}

/** A whole label, or its number, counts most, then the beginning of a word, then the inside of one. */
function strict({ label, text, words }: Searchable, word: string): number {
  if (label === word || label.replace(/^\D+/, "") === word) return 8;
  if (label.startsWith(word)) return 4;
  if (words.some((one) => one.startsWith(word))) return 3;
  return text.includes(word) ? 1 : 0;
}

/** Worth less than anything exact: one letter wrong, missing, too many or exchanged; or a word without some of its letters. */
function slips({ words }: Searchable, word: string): number {
  if (word.length >= 4 && words.some((one) => isSlipOf(word, one))) return 0.5;
  return word.length >= 3 && words.some((one) => one[0] === word[0] && hasInOrder(one, word)) ? 0.25 : 0;
}

/** Whether `typed` becomes the beginning of `word` by one change (Damerau 1964). The first letter must be right. */
function isSlipOf(typed: string, word: string): boolean {
  if (typed[0] !== word[0]) return false;
  let i = 1;
  while (i < typed.length && typed[i] === word[i]) i++;
  const [rest, ahead] = [typed.slice(i), word.slice(i)];
  return (
    ahead.startsWith(rest.slice(1)) ||
    ahead.slice(1).startsWith(rest.slice(1)) ||
    ahead.slice(1).startsWith(rest) ||
    (rest[0] === ahead[1] && rest[1] === ahead[0] && ahead.slice(2).startsWith(rest.slice(2)))
  );
}

function hasInOrder(word: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
