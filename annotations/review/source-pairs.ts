import type { ClaimId, SourceId } from "../model/id.ts";
import { type Relation, relationOf } from "./difference.ts";
import type { Matrix } from "./matrix.ts";

/** Two sources and the claims to which both speak, by how they stand to each other there. */
export interface SourcePair {
  readonly a: SourceId;
  readonly b: SourceId;
  readonly claims: Readonly<Record<Relation, readonly ClaimId[]>>;
}

/** Which stances count for a source: those in its own voice alone, or those that it only quotes too. */
export type Voices = "own" | "all";

/** Every pair of sources in the order of the columns, also those that share no claim. */
export function sourcePairs(
  { rows, sources }: Pick<Matrix, "rows" | "sources">,
  voices: Voices,
): readonly SourcePair[] {
  const pairs = sources.flatMap(({ id: a }, i) => sources.slice(i + 1).map(({ id: b }) => ({ a, b, claims: none() })));
  const known = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]));
  for (const { claim, stances } of rows) {
    // The sources that speak, in the order of the columns: most pairs have nothing to do with most claims.
    const speaking = [...stances].filter(([, { voice }]) => voices === "all" || voice === "own");
    for (const [i, [a, first]] of speaking.entries()) {
      for (const [b, second] of speaking.slice(i + 1)) {
        known.get(`${a} ${b}`)?.claims[relationOf(first.stance, second.stance)].push(claim.id);
      }
    }
  }
  return pairs;
}

function none(): Record<Relation, ClaimId[]> {
  return { same: [], opposite: [], hedging: [] };
}

/** To how many claims both sources of a pair speak. */
export function sharedBy({ claims: { same, opposite, hedging } }: SourcePair): number {
  return same.length + opposite.length + hedging.length;
}
