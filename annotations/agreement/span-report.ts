import { meanOf } from "./mean.ts";
import { type MeasureEntry, measureEntry } from "./measure-entry.ts";
import { type Layer, layerOf, type Span } from "./span.ts";
import { characterF1, exactF1, overlapF1 } from "./span-f1.ts";
import type { Statistic } from "./statistic.ts";
import { uAlpha } from "./u-alpha.ts";

/** What analysts have marked in a text of `length` characters, each by name. */
export interface MarkedText {
  readonly length: number;
  readonly annotations: ReadonlyMap<string, readonly Span[]>;
}

/** The statistics of two analysts; a further one is one file and one line here. */
const OF_PAIRS: readonly (readonly [id: string, of: (a: Layer, b: Layer) => Statistic])[] = [
  ["exact-f1", exactF1],
  ["overlap-f1", overlapF1],
  ["character-f1", characterF1],
];

/**
 * Every statistic of the spans of a text: those of pairs for every pair of analysts, before them the mean over the pairs for
 * which each is defined, whose `n` counts those pairs; and u-alpha over all analysts, of all labels at once and of each.
 */
export function spanReport({ length, annotations }: MarkedText): readonly MeasureEntry[] {
  const layers = new Map([...annotations].map(([analyst, spans]) => [analyst, layerOf(spans)]));
  const pairs = pairsOf([...layers]);
  const ofPairs = OF_PAIRS.flatMap(([id, of]) => {
    const each = pairs.map(([a, b]) => ({ pair: [a[0], b[0]] as const, statistic: of(a[1], b[1]) }));
    const mean = meanOf(each, ({ statistic }) => statistic, "No two analysts can be compared.");
    const entries = each.map(({ pair, statistic }) => measureEntry({ id, level: "nominal", pair }, statistic));
    return [measureEntry({ id, level: "nominal" }, mean), ...entries];
  });
  return [...ofPairs, ...alphas(length, [...layers.values()])];
}

/**
 * All labels at once are compared as they were marked. Of a label alone, spans that overlap or touch are one: u-alpha does
 * not see into how many spans a stretch is cut, and would only take it for another number of spans by chance.
 */
function alphas(length: number, layers: readonly Layer[]): readonly MeasureEntry[] {
  const alpha = { id: "u-alpha", level: "nominal" } as const;
  const all = layers.map((layer) =>
    [...layer.values()].flatMap(({ spans }) => spans).sort((a, b) => a.start - b.start),
  );
  const labels = [...new Set(layers.flatMap((layer) => [...layer.keys()]))].sort();
  return [
    measureEntry(alpha, uAlpha(length, all)),
    ...labels.map((label) => {
      const united = layers.map((layer) => layer.get(label)?.united ?? []);
      return measureEntry({ ...alpha, label }, uAlpha(length, united));
    }),
  ];
}

function pairsOf<T>(things: readonly T[]): readonly (readonly [T, T])[] {
  return things.flatMap((one, i) => things.slice(i + 1).map((other) => [one, other] as const));
}
