import type { AnnotationSet } from "../model/annotation-set.ts";
import type { ListedClaim } from "../model/claim-list.ts";
import { claimList } from "../model/claim-list.ts";
import type { AnalystId, ClaimId, SourceId } from "../model/id.ts";
import type { Project } from "../model/project.ts";
import { annotationSet, openSources } from "../model/project.ts";
import type { Source } from "../model/source.ts";
import { type Cell, deriveCell, type TaggedMark } from "./cell.ts";
import { type RowSummary, summarizeRow } from "./row-status.ts";

/** What one claim's row shows: a cell for every source in view, and what the sources together say. */
export interface MatrixRow {
  readonly claim: ListedClaim;
  readonly cells: ReadonlyMap<SourceId, Cell>;
  readonly summary: RowSummary;
}

/** Claims in rows, sources in columns, as one analyst sees them. */
export interface Matrix {
  readonly analyst: AnalystId;
  readonly sources: readonly Source[];
  readonly rows: readonly MatrixRow[];
}

/** The matrix of `analyst`'s annotation set; an analyst without a set has reviewed nothing. */
export function matrixOf(project: Project, analyst: AnalystId): Matrix {
  const set = annotationSet(project, analyst);
  const sources = openSources(project);
  const evidence = evidenceByCell(set);
  const states = new Map(set?.cells.map((cell) => [cellKey(cell.claimId, cell.sourceId), cell.state]));
  const rows = claimList(project).map((claim) => {
    const cells = new Map(
      sources.map((source) => {
        const key = cellKey(claim.id, source.id);
        return [source.id, deriveCell(evidence.get(key) ?? [], states.get(key) ?? "not-reviewed")];
      }),
    );
    return { claim, cells, summary: summarizeRow(cells, project.file.settings.corroboratedBy) };
  });
  return { analyst, sources, rows };
}

function evidenceByCell(set: AnnotationSet | undefined): ReadonlyMap<string, readonly TaggedMark[]> {
  const evidence = new Map<string, TaggedMark[]>();
  for (const mark of set?.marks ?? []) {
    for (const tag of mark.tags) {
      const key = cellKey(tag.claimId, mark.sourceId);
      const known = evidence.get(key);
      if (known) known.push({ mark, tag });
      else evidence.set(key, [{ mark, tag }]);
    }
  }
  return evidence;
}

function cellKey(claim: ClaimId, source: SourceId): string {
  return `${claim} ${source}`;
}
