import { type Comparison, compared } from "../../annotations/commands/comparison.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import type { Claim } from "../../annotations/model/claim.ts";
import { type Mark, startOf } from "../../annotations/model/mark.ts";
import type { Source } from "../../annotations/model/source.ts";

/** What differs between the set as it is and another version of it, item by item. */
export interface SetComparison {
  readonly marks: Comparison<Mark>;
  readonly claims: Comparison<Claim>;
}

/** Marks come in the order of the panes and of reading. */
export function comparisonOf(now: AnnotationSet, version: AnnotationSet, sources: readonly Source[]): SetComparison {
  const orders = new Map(sources.map(({ id, order }) => [id, order]));
  const byPlace = (a: Mark, b: Mark) =>
    (orders.get(a.sourceId) ?? Infinity) - (orders.get(b.sourceId) ?? Infinity) || startOf(a) - startOf(b);
  const { added, removed, changed } = compared(now.marks, version.marks, ({ id }) => id);
  return {
    marks: {
      added: added.toSorted(byPlace),
      removed: removed.toSorted(byPlace),
      changed: changed.toSorted(([a], [b]) => byPlace(a, b)),
    },
    claims: compared(now.claims, version.claims, ({ id }) => id),
  };
}

/** A mark's words, cut to about `length` characters at the end of a word. */
export function shortQuote({ ranges }: Mark, length = 120): string {
  const quote = ranges.map((range) => range.quote.replace(/\s+/g, " ").trim()).join(" … ");
  const points = [...quote];
  if (points.length <= length) return quote;
  return `${points
    .slice(0, length)
    .join("")
    .replace(/\s+\S*$/, "")} …`;
}
