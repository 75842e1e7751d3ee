import type { AnalystId } from "../../model/id.ts";
import { annotationSet } from "../../model/project.ts";
import { codePointsOf } from "../../text/code-points.ts";
import type { Span } from "../span.ts";
import type { MarkedText } from "../span-report.ts";
import type { Compared } from "./compared.ts";

/**
 * All texts in which everybody has worked, one after the other, in code points, with what each analyst has marked there. The
 * label of a span is the label of the claim; what has no tag does not count.
 */
export function markedText({ project, analysts, claims, worked }: Compared): MarkedText {
  const labels = new Map(claims.map(({ id, displayLabel }) => [id, displayLabel]));
  const begins = new Map<string, number>();
  let length = 0;
  for (const source of worked) {
    begins.set(source.id, length);
    // Spans at the end of one text and at the beginning of the next do not touch.
    length += codePointsOf(source).length + 1;
  }
  const spansOf = (id: AnalystId): readonly Span[] =>
    (annotationSet(project, id)?.marks ?? []).flatMap(({ sourceId, ranges, tags }) => {
      const begin = begins.get(sourceId);
      if (begin === undefined) return [];
      return tags.flatMap(({ claimId }) => {
        const label = labels.get(claimId) ?? claimId;
        return ranges.map(({ start, end }) => ({ start: begin + start, end: begin + end, label }));
      });
    });
  return { length, annotations: new Map(analysts.map(({ id }) => [id, spansOf(id)])) };
}
