import type { Vocabulary } from "./vocabulary.ts";

/** Hashes of some of the shingles of a wording (`SHINGLE` words in a row), and at which word each begins, ascending. */
export interface Fingerprints {
  readonly hashes: Int32Array;
  readonly places: Int32Array;
}

/** How many words make a shingle. */
export const SHINGLE = 4;

/** One of so many shingles in a row is chosen, so that every stretch of SHINGLE + WINDOW - 1 = 5 words has one. */
const WINDOW = 2;

/**
 * The fingerprints of a wording by robust winnowing: Schleimer, Wilkerson & Aiken, "Winnowing: Local Algorithms for
 * Document Fingerprinting" (SIGMOD 2003). Equal stretches of five words or more have a fingerprint in common, at the
 * same word of both.
 */
export function fingerprintsOf(words: Int32Array, vocabulary: Vocabulary): Fingerprints {
  const hashes = shingleHashes(words, vocabulary);
  const places: number[] = [];
  let chosen = -1;
  for (let last = WINDOW - 1; last < hashes.length; last++) {
    const next = chosenIn(hashes, last - WINDOW + 1, last, chosen);
    if (next !== chosen) places.push(next);
    chosen = next;
  }
  return { hashes: Int32Array.from(places, (place) => hashes[place] ?? 0), places: Int32Array.from(places) };
}

/** The hashes of the fingerprints whose first word is in `[start, end)`. */
export function hashesIn({ hashes, places }: Fingerprints, start: number, end: number): Int32Array {
  return hashes.subarray(countBelow(places, start), countBelow(places, end));
}

/** How many of the ascending `places` lie before `limit` (binary search). */
function countBelow(places: Int32Array, limit: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least hash of a window: of equal ones that of the window before, else the rightmost. */
function chosenIn(hashes: Int32Array, first: number, last: number, before: number): number {
  if (before >= first) return (hashes[last] ?? 0) < (hashes[before] ?? 0) ? last : before;
  let least = first;
  for (let i = first + 1; i <= last; i++) if ((hashes[i] ?? 0) <= (hashes[least] ?? 0)) least = i;
  return least;
}

function shingleHashes(words: Int32Array, vocabulary: Vocabulary): Int32Array {
  const hashes = new Int32Array(Math.max(0, words.length - SHINGLE + 1));
  for (let i = 0; i < hashes.length; i++) {
    let hash = 0;
    for (let j = i; j < i + SHINGLE; j++) hash = Math.imul(hash, 0x01000193) ^ vocabulary.hash(words[j] ?? 0);
    hashes[i] = mixed(hash);
  }
  return hashes;
}

/** The finalizer of MurmurHash3 (Austin Appleby): every bit of the hash comes to depend on every other. */
function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
