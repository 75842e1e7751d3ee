import type { ClaimId, SourceId } from "../model/id.ts";
import { type Relation, relationOf } from "./difference.ts";
import type { Matrix, MatrixRow } from "./matrix.ts";

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
  return sources.flatMap(({ id: a }, i) =>
    sources.slice(i + 1).map(({ id: b }) => ({ a, b, claims: sharedClaims(rows, a, b, voices) })),
  );
}

function sharedClaims(rows: readonly MatrixRow[], a: SourceId, b: SourceId, voices: Voices): SourcePair["claims"] {
  const claims: Record<Relation, ClaimId[]> = { same: [], opposite: [], hedging: [] };
  for (const row of rows) {
    const [first, second] = [stanceIn(row, a, voices), stanceIn(row, b, voices)];
    if (first && second) claims[relationOf(first, second)].push(row.claim.id);
  }
  return claims;
}

function stanceIn({ stances }: MatrixRow, source: SourceId, voices: Voices) {
  const cell = stances.get(source);
  return cell && (voices === "all" || cell.voice === "own") ? cell.stance : null;
}

/** To how many claims both sources of a pair speak. */
export function sharedBy({ claims: { same, opposite, hedging } }: SourcePair): number {
  return same.length + opposite.length + hedging.length;
}
