import type { Span } from "../span.ts";
import { layerOf, lengthOf } from "../span.ts";
import type { MarkedText } from "../span-report.ts";
import { percent, type Warning } from "./warning.ts";

/** Below this share of marked text most of what analysts agree on is what nobody has marked. */
const LITTLE = 0.1;

/** What marks give reason to warn of; `names` has those of the analysts, by id. */
export function placeWarnings(text: MarkedText, names: ReadonlyMap<string, string>): readonly Warning[] {
  const overlapping = [...text.annotations].filter(([, spans]) => overlaps(spans)).map(([id]) => names.get(id) ?? id);
  const share = markedShare(text);
  return [
    ...(overlapping.length > 0
      ? [
          {
            id: "overlapping",
            sentence: `Marks for different claims overlap (${overlapping.join(", ")}), so there is no u-alpha of all claims together; that of each claim stands among the further measures.`,
          },
        ]
      : []),
    ...(share > 0 && share < LITTLE
      ? [
          {
            id: "unmarked",
            sentence: `Nobody has marked ${percent(1 - share)} of the text. u-alpha counts that as agreement, the F1s do not: read those first.`,
          },
        ]
      : []),
  ];
}

function overlaps(spans: readonly Span[]): boolean {
  const sorted = [...layerOf(spans).values()].flatMap((marked) => marked.spans).sort((a, b) => a.start - b.start);
  return sorted.some(({ start }, i) => start < (sorted[i - 1]?.end ?? 0));
}

/** How much of a text somebody has marked. */
function markedShare({ length, annotations }: MarkedText): number {
  const all = [...annotations.values()].flat().map((span) => ({ ...span, label: "" }));
  return length === 0 ? 0 : lengthOf(layerOf(all).get("")?.united ?? []) / length;
}
