import type { Fingerprints } from "./fingerprints.ts";

/** Wording in more wordings than this is common property, and not compared: the pairs would grow with the square. */
export const MOST_SOURCES = 50;

/** Of what a single wording repeats only so many places are compared. */
const MOST_PLACES = 8;

/** A fingerprint in more than `MOST_SOURCES` wordings, and where it first stands in each of them. */
export interface CommonFingerprint {
  readonly hash: number;
  readonly places: readonly { readonly wording: number; readonly place: number }[];
}

/** Finds which wordings have fingerprints in common, and where. Wordings are numbered in the order in which they come. */
export class FingerprintIndex {
  /** The fingerprints that are in too many wordings. */
  readonly common: readonly CommonFingerprint[];
  /** How many places are not compared because one wording repeats itself there. */
  readonly repeatedPlaces: number;
  /** Where the fingerprints of each wording begin, among those of all. */
  readonly #first: Int32Array;
  /** Of each fingerprint its wording and its place there. */
  readonly #wordings: Int32Array;
  readonly #places: Int32Array;
  /** The fingerprints that two or more wordings have, equal ones together in the order of their places. */
  readonly #shared: Int32Array;
  /** Where in `shared` those equal to a fingerprint begin; -1 for one that is not there. */
  readonly #group: Int32Array;

  constructor(all: readonly Fingerprints[]) {
    this.#first = new Int32Array(all.length + 1);
    for (const [i, { places }] of all.entries()) this.#first[i + 1] = (this.#first[i] ?? 0) + places.length;
    const count = this.#first[all.length] ?? 0;
    this.#wordings = new Int32Array(count);
    this.#places = new Int32Array(count);
    const hashes = new Int32Array(count);
    for (const [i, fingerprints] of all.entries()) {
      const from = this.#first[i] ?? 0;
      hashes.set(fingerprints.hashes, from);
      this.#places.set(fingerprints.places, from);
      this.#wordings.fill(i, from, from + fingerprints.places.length);
    }
    const grouping = new Grouping(hashes, this.#wordings, this.#places);
    this.common = grouping.common;
    this.repeatedPlaces = grouping.repeatedPlaces;
    this.#shared = grouping.shared;
    this.#group = grouping.group;
  }

  /**
   * Visits the fingerprints that wording `b` has in common with those before it: of each the other wording, its place there,
   * and its place in `b`, in the order of the last, then of the first two.
   */
  visitShared(b: number, visit: (a: number, placeInA: number, placeInB: number) => void): void {
    for (let own = this.#first[b] ?? 0; own < (this.#first[b + 1] ?? 0); own++) {
      const group = this.#group[own] ?? -1;
      if (group === -1) continue;
      for (let i = group; this.#wordingAt(i) < b; i++) {
        visit(this.#wordingAt(i), this.#placeAt(i), this.#places[own] ?? 0);
      }
    }
  }

  #wordingAt(i: number): number {
    return this.#wordings[this.#shared[i] ?? 0] ?? 0;
  }

  #placeAt(i: number): number {
    return this.#places[this.#shared[i] ?? 0] ?? 0;
  }
}

/** Puts equal fingerprints together and leaves out what is not compared. */
class Grouping {
  readonly common: CommonFingerprint[] = [];
  repeatedPlaces = 0;
  readonly shared: Int32Array;
  readonly group: Int32Array;
  readonly #hashes: Int32Array;
  readonly #wordings: Int32Array;
  readonly #places: Int32Array;
  #length = 0;

  constructor(hashes: Int32Array, wordings: Int32Array, places: Int32Array) {
    this.#hashes = hashes;
    this.#wordings = wordings;
    this.#places = places;
    this.shared = new Int32Array(hashes.length);
    this.group = new Int32Array(hashes.length).fill(-1);
    const order = orderOf(hashes);
    for (let from = 0, to = 0; from < order.length; from = to) {
      while (to < order.length && hashes[order[to] ?? 0] === hashes[order[from] ?? 0]) to++;
      if (to - from > 1) this.#add(order.subarray(from, to));
    }
  }

  /** Takes in equal fingerprints, which must be in order. */
  #add(equal: Int32Array): void {
    const firsts = equal.filter((one, i) => i === 0 || this.#wordings[one] !== this.#wordings[equal[i - 1] ?? 0]);
    if (firsts.length > MOST_SOURCES) this.#addCommon(firsts);
    else if (firsts.length > 1) this.#addShared(equal);
  }

  #addCommon(firsts: Int32Array): void {
    const places = Array.from(firsts, (one) => ({ wording: this.#wordings[one] ?? 0, place: this.#places[one] ?? 0 }));
    this.common.push({ hash: this.#hashes[firsts[0] ?? 0] ?? 0, places });
  }

  #addShared(equal: Int32Array): void {
    const from = this.#length;
    let times = 0;
    for (const [i, one] of equal.entries()) {
      times = i > 0 && this.#wordings[one] === this.#wordings[equal[i - 1] ?? 0] ? times + 1 : 1;
      if (times > MOST_PLACES) {
        this.repeatedPlaces++;
        continue;
      }
      this.shared[this.#length++] = one;
      this.group[one] = from;
    }
  }
}

/** The indices of the hashes in the order of their hashes, of equal ones in their own (radix sort by 16 bits). */
function orderOf(hashes: Int32Array): Int32Array {
  const byLow = sortedBy(Int32Array.from(hashes.keys()), (i) => (hashes[i] ?? 0) & 0xffff);
  return sortedBy(byLow, (i) => (hashes[i] ?? 0) >>> 16);
}

function sortedBy(indices: Int32Array, digit: (index: number) => number): Int32Array {
  const next = new Int32Array(0x10001);
  for (const index of indices) next[digit(index) + 1] = (next[digit(index) + 1] ?? 0) + 1;
  for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const sorted = new Int32Array(indices.length);
  for (const index of indices) {
    const at = next[digit(index)] ?? 0;
    sorted[at] = index;
    next[digit(index)] = at + 1;
  }
  return sorted;
}
