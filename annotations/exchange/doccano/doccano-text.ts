import type { AnnotationSet } from "../../model/annotation-set.ts";
import { claimList } from "../../model/claim-list.ts";
import type { ClaimId } from "../../model/id.ts";
import { openSources } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import { codePointsOf } from "../../text/code-points.ts";
import { wholeArticleMeta } from "../article-meta.ts";
import type { ExportRequest } from "../format.ts";
import { joinedLabel } from "../reading/label-meaning.ts";
import type { OffsetUnit } from "./offset-unit.ts";

/**
 * One line per article, with one span for each piece of each tag. What the spans mean comes before the text, which may be
 * long. Every line has the same fields: doccano refuses a file in
 * which one has a field that another lacks.
 */
export function* doccanoText({ project, sets }: ExportRequest, unit: OffsetUnit): Generator<string> {
  const labels = new Map(claimList(project).map(({ id, displayLabel }) => [id, displayLabel]));
  for (const source of openSources(project)) {
    const tags = tagsOf(source, sets, labels, unit);
    const line = {
      label: tags.flatMap(({ label, pieces }) => pieces.map(([start, end]) => [start, end, label])),
      pieces: tags.filter(({ pieces }) => pieces.length > 1).map(({ label, pieces }) => ({ label, stretches: pieces })),
      offsets: unit,
      ...wholeArticleMeta(source),
      text: source.text,
    };
    yield `${JSON.stringify(line)}\n`;
  }
}

interface TagSpans {
  readonly label: string;
  readonly pieces: readonly (readonly [number, number])[];
}

function tagsOf(
  source: Source,
  sets: readonly AnnotationSet[],
  labels: ReadonlyMap<ClaimId, string>,
  unit: OffsetUnit,
): readonly TagSpans[] {
  const marks = sets.flatMap((set) => set.marks.filter(({ sourceId }) => sourceId === source.id));
  const points = codePointsOf(source);
  return marks.flatMap(({ ranges, tags }) => {
    const pieces = ranges.map(({ start, end }) =>
      unit === "code-point" ? ([start, end] as const) : ([points.toUtf16(start), points.toUtf16(end)] as const),
    );
    return tags.map(({ claimId, stance }) => ({ label: joinedLabel(labels.get(claimId) ?? "", stance), pieces }));
  });
}
