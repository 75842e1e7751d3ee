import type { ListedClaim } from "../../model/claim-list.ts";
import { layerOf, type Marked } from "../span.ts";
import { type SpanCounts, spanCounts } from "../span-f1.ts";
import type { MarkedText } from "../span-report.ts";
import type { Compared } from "./compared.ts";

/** What the figures of places are made from: two analysts, by their places, and what they have marked for a claim. */
export interface PlaceCounts extends SpanCounts {
  readonly pair: readonly [number, number];
  readonly claim: ListedClaim;
}

const NOTHING: Marked = { spans: [], united: [] };

/** The counts for every two analysts and every claim for which one of them has marked something. */
export function placeCounts({ analysts, claims }: Compared, { annotations }: MarkedText): readonly PlaceCounts[] {
  const layers = analysts.map(({ id }) => layerOf(annotations.get(id) ?? []));
  return layers.flatMap((a, i) =>
    layers.slice(i + 1).flatMap((b, j) =>
      claims.flatMap((claim): PlaceCounts[] => {
        const [ofA, ofB] = [a.get(claim.displayLabel), b.get(claim.displayLabel)];
        if (!ofA && !ofB) return [];
        return [{ pair: [i, i + 1 + j], claim, ...spanCounts(ofA ?? NOTHING, ofB ?? NOTHING) }];
      }),
    ),
  );
}
