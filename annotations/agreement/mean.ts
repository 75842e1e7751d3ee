import { measured, type Statistic, undefinedBecause } from "./statistic.ts";

/** The mean of a statistic over those things for which it is defined; `n` counts them. `none` is the reason without any. */
export function meanOf<T>(things: Iterable<T>, of: (thing: T) => Statistic, none: string): Statistic {
  let [sum, n] = [0, 0];
  for (const thing of things) {
    const statistic = of(thing);
    if (statistic.kind === "undefined") continue;
    sum += statistic.value;
    n++;
  }
  return n === 0 ? undefinedBecause(none, n) : measured(sum / n, n);
}
