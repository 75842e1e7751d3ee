import type { AnalystId, SourceId } from "../../model/id.ts";
import { annotationSet, type Project } from "../../model/project.ts";
import { type Layer, layerOf, type Marked, type Span } from "../span.ts";
import { type SpanCounts, spanCounts } from "../span-f1.ts";
import type { Compared, Unit } from "./compared.ts";

/** What the figures of places are made from: two analysts, by their places, and what they have marked for a claim in a source. */
export interface PlaceCounts extends SpanCounts, Unit {
  readonly pair: readonly [number, number];
}

const NOTHING: Marked = { spans: [], united: [] };
const NO_LAYER: Layer = new Map();

/** The counts for every two analysts, each claim and each source in which all have worked, where one of the two has marked something. */
export function placeCounts({ project, analysts, claims, worked }: Compared): readonly PlaceCounts[] {
  const layers = analysts.map(({ id }) => layersOf(project, id));
  return layers.flatMap((ofA, i) =>
    layers.slice(i + 1).flatMap((ofB, j) =>
      worked.flatMap((source) => {
        const [a, b] = [ofA.get(source.id) ?? NO_LAYER, ofB.get(source.id) ?? NO_LAYER];
        const marked = claims.filter(({ id }) => a.has(id) || b.has(id));
        return marked.map(
          (claim): PlaceCounts => ({
            ...{ pair: [i, i + 1 + j], source, claim },
            ...spanCounts(a.get(claim.id) ?? NOTHING, b.get(claim.id) ?? NOTHING),
          }),
        );
      }),
    ),
  );
}

/** What an analyst has marked in each source, with the ids of the claims as labels. */
function layersOf(project: Project, analyst: AnalystId): ReadonlyMap<SourceId, Layer> {
  const spans = new Map<SourceId, Span[]>();
  for (const { sourceId, ranges, tags } of annotationSet(project, analyst)?.marks ?? []) {
    const found = tags.flatMap(({ claimId }) => ranges.map(({ start, end }) => ({ start, end, label: claimId })));
    const there = spans.get(sourceId);
    if (there) there.push(...found);
    else spans.set(sourceId, found);
  }
  return new Map([...spans].map(([source, some]) => [source, layerOf(some)]));
}
