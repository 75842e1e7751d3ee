import { fold } from "../../annotations/search/folding.ts";

/** What the palette ranks by. */
interface Named {
  readonly id: string;
  readonly name: string;
  /** Why it cannot be done now; null when it can. */
  readonly reason: string | null;
}

/**
 * The entries that answer a query, best first: every word of it must begin a word of the name, stand inside one, or have
 * its letters there in order. Of equals, what can be done comes first, then what was used last.
 */
export function searchPalette<Entry extends Named>(
  entries: readonly Entry[],
  query: string,
  used: readonly string[],
): readonly Entry[] {
  const words = folded(query).split(" ").filter(Boolean);
  return entries
    .map((entry) => ({ entry, score: score(folded(entry.name), words) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(a.entry.reason !== null) - Number(b.entry.reason !== null) ||
        recency(used, a.entry.id) - recency(used, b.entry.id),
    )
    .map(({ entry }) => entry);
}

function folded(text: string): string {
  return fold(text, false).text.trim();
}

function recency(used: readonly string[], id: string): number {
  const place = used.indexOf(id);
  return place === -1 ? used.length : place;
}

/** 0 when a word is not found. */
function score(name: string, words: readonly string[]): number {
  let total = 0;
  for (const word of words) {
    const points = pointsOf(name, word);
    if (points === 0) return 0;
    total += points;
  }
  return total;
}

/** The whole of a word counts most, then the beginning of the first one, of another, the inside, and last scattered letters. */
function pointsOf(name: string, word: string): number {
  const parts = name.split(/[^\p{L}\p{N}]+/u);
  if (parts.includes(word)) return 10;
  if (name.startsWith(word)) return 8;
  if (parts.some((part) => part.startsWith(word))) return 6;
  if (name.includes(word)) return 3;
  return word.length >= 3 && isScattered(parts, word) ? 1 : 0;
}

/** Whether the letters of `word` stand in order in the name, each at the beginning of a word or right after the one before. */
function isScattered(parts: readonly string[], word: string): boolean {
  const [part, ...rest] = parts;
  if (word === "") return true;
  if (part === undefined) return false;
  for (let length = commonLength(part, word); length >= 0; length--) {
    if (isScattered(rest, word.slice(length))) return true;
  }
  return false;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
