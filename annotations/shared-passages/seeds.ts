import { SHINGLE } from "./fingerprints.ts";
import type { Seed } from "./run.ts";

/** The seeds between one wording and each of those before it, which are numbered. */
export class Seeds {
  readonly #chains: (Chain | undefined)[] = [];

  /** Takes in a place `a` of wording `number` that has a fingerprint in common with place `b`, in the order of `b`, then `a`. */
  add(number: number, a: number, b: number): void {
    const known = this.#chains[number];
    if (known) known.add(a, b);
    else this.#chains[number] = new Chain(a, b);
  }

  /** Each wording that has any, with its seeds. */
  *[Symbol.iterator](): Generator<readonly [number, readonly Seed[]]> {
    for (const [number, chain] of this.#chains.entries()) if (chain) yield [number, chain.seeds];
  }
}

/** The seeds between two wordings, without those that only carry on the run of the one before. */
class Chain {
  readonly seeds: Seed[];
  #distance: number;
  /** Up to where the words of `b` are known to be equal. */
  #end: number;

  constructor(a: number, b: number) {
    this.seeds = [{ a, b }];
    this.#distance = a - b;
    this.#end = b + SHINGLE;
  }

  add(a: number, b: number): void {
    if (a - b !== this.#distance || b > this.#end) this.seeds.push({ a, b });
    this.#distance = a - b;
    this.#end = b + SHINGLE;
  }
}
