import { compareLength, comparePlace, type SharedPassage } from "./shared-passage.ts";

/** How many shared passages are kept at most. */
export const MOST_PASSAGES = 20_000;

/** Keeps the longest of many shared passages. */
export class Longest {
  /** How many were not kept. */
  leftOut = 0;
  #kept: SharedPassage[] = [];
  /** Whoever has fewer equal words has no chance any more. */
  #least = 0;

  /** Keeps the passage with so many equal words that `make` gives, unless enough longer ones are there. */
  add(equalWords: number, make: () => SharedPassage): void {
    if (equalWords < this.#least) this.leftOut++;
    else this.#kept.push(make());
    if (this.#kept.length >= 2 * MOST_PASSAGES) this.#cut();
  }

  /** Those kept, in the order of their places. */
  inPlace(): readonly SharedPassage[] {
    this.#cut();
    return this.#kept.sort(comparePlace);
  }

  #cut(): void {
    if (this.#kept.length <= MOST_PASSAGES) return;
    this.leftOut += this.#kept.length - MOST_PASSAGES;
    this.#kept = this.#kept.sort(compareLength).slice(0, MOST_PASSAGES);
    this.#least = this.#kept.at(-1)?.equalWords ?? 0;
  }
}
