/** Gives numbers in [0, 1). */
export type Random = () => number;

/** A small seeded generator, public domain (Tommy Ettinger's mulberry32): the same seed gives the same numbers. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to, but not, `end`. */
export function below(end: number, random: Random): number {
  return Math.floor(random() * end);
}

/** One of `values`, which must not be empty. */
export function oneOf<T>(values: readonly T[], random: Random): T {
  const value = values[below(values.length, random)];
  if (value === undefined) throw new Error("there is nothing to choose from");
  return value;
}
