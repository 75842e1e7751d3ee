import type { AnnotationSet } from "../../model/annotation-set.ts";
import { claimList } from "../../model/claim-list.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Mark } from "../../model/mark.ts";
import { openSources } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import { articleMeta } from "../article-meta.ts";
import type { ExportRequest } from "../format.ts";
import { joinedLabel } from "../reading/label-meaning.ts";
import { markTerms, tagTerms } from "./span-terms.ts";

/** One task for each article and analyst, with one span for each piece of each tag. */
export function* prodigyText({ project, sets }: ExportRequest): Generator<string> {
  const labels = new Map(claimList(project).map(({ id, displayLabel }) => [id, displayLabel]));
  for (const source of openSources(project)) {
    for (const set of sets) yield `${JSON.stringify(taskOf(source, set, labels))}\n`;
  }
}

/** What tells a task apart comes before the text, which may be long. */
function taskOf(source: Source, { analyst, marks }: AnnotationSet, labels: ReadonlyMap<ClaimId, string>) {
  return {
    spans: marks.filter(({ sourceId }) => sourceId === source.id).flatMap((mark) => spansOf(mark, labels)),
    ...{ answer: "accept", _annotator_id: analyst.name, _session_id: analyst.name },
    meta: { ...articleMeta(source), analyst: analyst.id },
    text: source.text,
  };
}

function spansOf(mark: Mark, labels: ReadonlyMap<ClaimId, string>) {
  return mark.tags.flatMap((tag) =>
    mark.ranges.map(({ start, end }) => ({
      ...{ start, end, label: joinedLabel(labels.get(tag.claimId) ?? "", tag.stance) },
      ...{ mark: markTerms(mark), tag: tagTerms(tag) },
    })),
  );
}
