import type { Source } from "../model/source.ts";
import type { SharedPassage } from "./shared-passage.ts";

/** Two sources and what they share, in the order of `a`'s text. */
export interface PassagePair {
  readonly a: Source;
  readonly b: Source;
  readonly passages: readonly SharedPassage[];
}

/** The passages by pairs of sources: in each pair, and from pair to pair, in the order of `sources`. */
export function pairsOf(sources: readonly Source[], passages: readonly SharedPassage[]): readonly PassagePair[] {
  const orders = new Map(sources.map(({ id }, i) => [id, i]));
  const pairs = new Map<number, SharedPassage[]>();
  for (const passage of passages) {
    const turned = inOrder(passage, orders);
    const key = (orders.get(turned.a.source) ?? 0) * sources.length + (orders.get(turned.b.source) ?? 0);
    const pair = pairs.get(key);
    if (pair) pair.push(turned);
    else pairs.set(key, [turned]);
  }
  return [...pairs]
    .sort(([x], [y]) => x - y)
    .flatMap(([key, found]) => {
      const [a, b] = [sources[Math.floor(key / sources.length)], sources[key % sources.length]];
      return a && b ? [{ a, b, passages: found.sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start) }] : [];
    });
}

function inOrder(passage: SharedPassage, orders: ReadonlyMap<string, number>): SharedPassage {
  const { a, b } = passage;
  return (orders.get(a.source) ?? 0) <= (orders.get(b.source) ?? 0) ? passage : { ...passage, a: b, b: a };
}
