import { below, seeded } from "./random.ts";

/** Chance that comes out the same for the same seed. */
export interface SeededRandom {
  /** A whole number from 0 to below `limit`, which is at least 1. */
  below(limit: number): number;
  /** True as often as `share` says, from 0 (never) to 1 (always). */
  chance(share: number): boolean;
}

export function seededRandom(seed: number): SeededRandom {
  const next = seeded(seed);
  return { below: (limit) => below(limit, next), chance: (share) => next() < share };
}
