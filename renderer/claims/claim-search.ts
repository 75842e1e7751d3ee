import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import type { ClaimId } from "../../annotations/model/id.ts";
import { queryWords, type Searchable, scoreOf, searchable } from "../../annotations/search/word-score.ts";

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
  const words = queryWords(query);
  const places = new Map([...new Set([...recent, ...pinned])].map((id, i) => [id, i]));
  const place = ({ id }: ListedClaim) => places.get(id) ?? places.size;
  if (words.length === 0) return claims.toSorted((a, b) => place(a) - place(b));
  // A long query is a new claim being written, in which a slip of the pen should find nothing.
  const lenient = words.length <= MOST_LENIENT;
  return claims
    .map((claim) => ({ claim, score: scoreOf(compared(claim), words, lenient) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || place(a.claim) - place(b.claim))
    .map(({ claim }) => claim);
}

const MOST_LENIENT = 4;

const searchables = new WeakMap<ListedClaim, Searchable>();

/** A claim as it is compared: made once per revision. */
function compared(claim: ListedClaim): Searchable {
  const known = searchables.get(claim);
  if (known) return known;
  const made = searchable(claim.displayLabel, [claim.text, ...claim.aliases].join(" "));
  searchables.set(claim, made);
  return made;
}
