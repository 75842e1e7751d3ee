import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import type { ClaimId } from "../../annotations/model/id.ts";
import { foldCluster } from "../../annotations/search/folding.ts";

/**
 * The claims that answer a query, best first: every word of the query must begin a word of the claim's ID, text or
 * aliases, stand in one, be one with a slip of the pen, or be letters of one in order; an ID that equals the query, or whose
 * number does, comes before all. With an empty query, the claims used last come first, then those pinned.
 */
export function searchClaims(
  claims: readonly ListedClaim[],
  query: string,
  recent: readonly ClaimId[],
  pinned: readonly ClaimId[] = [],
): readonly ListedClaim[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const places = new Map([...new Set([...recent, ...pinned])].map((id, i) => [id, i]));
  const place = ({ id }: ListedClaim) => places.get(id) ?? places.size;
  if (words.length === 0) return claims.toSorted((a, b) => place(a) - place(b));
  // A long query is a new claim being written, in which a slip of the pen should find nothing.
  const lenient = words.length <= MOST_LENIENT;
  return claims
    .map((claim) => ({ claim, score: score(searchable(claim), words, lenient) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || place(a.claim) - place(b.claim))
    .map(({ claim }) => claim);
}

const MOST_LENIENT = 4;

/** A claim as it is compared: made once per revision. */
interface Searchable {
  readonly label: string;
  readonly text: string;
  readonly words: readonly string[];
}

const searchables = new WeakMap<ListedClaim, Searchable>();

function searchable(claim: ListedClaim): Searchable {
  const known = searchables.get(claim);
  if (known) return known;
  const text = folded([claim.text, ...claim.aliases].join(" "));
  const words = [...new Set(text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean))];
  const made = { label: folded(claim.displayLabel), text, words };
  searchables.set(claim, made);
  return made;
}

/** Lower case without diacritics, so that "goita" finds "Goïta". */
function folded(text: string): string {
  return foldCluster(text, false);
}

/** 0 when a word is not found; else the sum of what each word is worth. */
function score(claim: Searchable, words: readonly string[], lenient: boolean): number {
  let total = 0;
  for (const word of words) {
    const points = strict(claim, word) || (lenient ? slips(claim, word) : 0);
    if (points === 0) return 0;
    total += points;
  }
  return total;
}

/** A whole ID counts most, then the beginning of a word, then the inside of one. */
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
