import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import type { ClaimId } from "../../annotations/model/id.ts";

/**
 * The claims that answer a query, best first: every word of the query must begin a word of the claim's ID, text or
 * aliases; an ID that equals the query, or whose number does, comes before all. With an empty query, the claims used last come first.
 */
export function searchClaims(
  claims: readonly ListedClaim[],
  query: string,
  recent: readonly ClaimId[],
): readonly ListedClaim[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...claims].sort((a, b) => recency(recent, a.id) - recency(recent, b.id));
  return claims
    .map((claim) => ({ claim, score: score(claim, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || recency(recent, a.claim.id) - recency(recent, b.claim.id))
    .map(({ claim }) => claim);
}

/** Lower case without diacritics, so that "goita" finds "Goïta". */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function recency(recent: readonly ClaimId[], id: ClaimId): number {
  const place = recent.indexOf(id);
  return place === -1 ? recent.length : place;
}

/** 0 when a word is not found; a whole ID counts most, then the beginning of a word, then the inside of one. */
function score(claim: ListedClaim, words: readonly string[]): number {
  const label = folded(claim.displayLabel);
  const text = folded([claim.text, ...claim.aliases].join(" "));
  let total = 0;
  for (const word of words) {
    const points =
      label === word || label.replace(/^\D+/, "") === word
        ? 8
        : label.startsWith(word)
          ? 4
          : beginsWord(text, word)
            ? 3
            : text.includes(word)
              ? 1
              : 0;
    if (points === 0) return 0;
    total += points;
  }
  return total;
}

function beginsWord(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));
}
