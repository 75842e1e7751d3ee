import type { AnnotationSet } from "../model/annotation-set.ts";
import type { AnalystId, ClaimId, SourceId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import { compareText } from "../model/order.ts";
import type { Project } from "../model/project.ts";
import type { ExportRequest } from "./format.ts";

/** What of a project goes out. An absent list means everything. */
export interface ExportChoice {
  readonly analysts?: readonly AnalystId[] | undefined;
  readonly claims?: readonly ClaimId[] | undefined;
  readonly sources?: readonly SourceId[] | undefined;
}

/**
 * The request for an export of this choice: the project and its sets without what stays. Sets stand in the order of their
 * analysts' ids, so that the same choice always gives the same file. A mark stays behind when all of its tags do.
 */
export function exportRequest(project: Project, { analysts, claims, sources }: ExportChoice): ExportRequest {
  const isOut = { claim: within(claims), source: within(sources), analyst: within(analysts) };
  const narrow = (set: AnnotationSet) => (claims || sources ? narrowed(set, isOut.claim, isOut.source) : set);
  const sets = project.sets.map(narrow);
  return {
    project: { ...project, sources: project.sources.filter(({ id }) => isOut.source(id)), sets },
    sets: sets
      .filter(({ analyst }) => isOut.analyst(analyst.id))
      .sort((a, b) => compareText(a.analyst.id, b.analyst.id)),
  };
}

function within<Id>(ids: readonly Id[] | undefined): (id: Id) => boolean {
  const chosen = ids && new Set(ids);
  return (id) => chosen?.has(id) ?? true;
}

type Test<Id> = (id: Id) => boolean;

function narrowed(set: AnnotationSet, hasClaim: Test<ClaimId>, hasSource: Test<SourceId>): AnnotationSet {
  const inCell = (cell: { claimId: ClaimId; sourceId: SourceId }) => hasClaim(cell.claimId) && hasSource(cell.sourceId);
  const { bin, cellNotes, originVerdicts } = set;
  return {
    ...set,
    claims: set.claims.filter(({ id }) => hasClaim(id)),
    marks: narrowedMarks(set.marks, hasClaim, hasSource),
    cells: set.cells.filter(inCell),
    ...(bin && { bin: narrowedMarks(bin, hasClaim, hasSource) }),
    ...(cellNotes && { cellNotes: cellNotes.filter(inCell) }),
    ...(originVerdicts && { originVerdicts: originVerdicts.filter(({ a, b }) => hasSource(a) && hasSource(b)) }),
  };
}

function narrowedMarks<Kind extends Mark>(
  marks: readonly Kind[],
  hasClaim: Test<ClaimId>,
  hasSource: Test<SourceId>,
): readonly Kind[] {
  return marks.flatMap((mark) => {
    const tags = mark.tags.filter(({ claimId }) => hasClaim(claimId));
    const isOut = hasSource(mark.sourceId) && (tags.length > 0 || mark.tags.length === 0);
    return isOut ? [tags.length === mark.tags.length ? mark : { ...mark, tags }] : [];
  });
}
