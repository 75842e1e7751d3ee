import type { AnnotationSet } from "../model/annotation-set.ts";
import type { EmptyState } from "../model/cell-state.ts";
import type { ListedClaim } from "../model/claim-list.ts";
import { claimList } from "../model/claim-list.ts";
import type { AnalystId, ClaimId, SourceId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import type { Project } from "../model/project.ts";
import { annotationSet, openSources } from "../model/project.ts";
import type { Source } from "../model/source.ts";
import { sameSpeakerKey } from "../model/speaker-names.ts";
import { type Cell, deriveCell, type TaggedMark } from "./cell.ts";
import { evidenceIn } from "./evidence.ts";
import { INDEPENDENT } from "./origins.ts";
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

/** What a matrix is made from; who has a part of it already hands it over. */
interface Known {
  readonly claims: readonly ListedClaim[];
  /** The analyst's marks in a source, in reading order. */
  readonly marksIn: (source: SourceId) => readonly Mark[];
}

/** The matrix of `analyst`'s annotation set; an analyst without a set has reviewed nothing. */
export function matrixOf(project: Project, analyst: AnalystId, known: Partial<Known> = {}): Matrix {
  const set = annotationSet(project, analyst);
  const sources = openSources(project);
  const { claims = claimList(project), marksIn = marksBySource(set) } = known;
  const evidence = new Map(sources.map(({ id }) => [id, evidenceIn(marksIn(id))]));
  const states = new Map(set?.cells.map((cell) => [cellKey(cell.claimId, cell.sourceId), cell.state]));
  const { settings, speakers } = project.file;
  const independence = { ...INDEPENDENT, speakerOf: (name: string) => sameSpeakerKey(speakers, name) };
  const rows = claims.map((claim) => {
    const cells = new Map(
      sources.map(({ id }) => {
        const state = states.get(cellKey(claim.id, id)) ?? "not-reviewed";
        return [id, cellOf(evidence.get(id)?.get(claim.id), state)];
      }),
    );
    return { claim, cells, summary: summarizeRow(cells, settings.corroboratedBy, independence) };
  });
  return { analyst, sources, rows };
}

const cellsByEvidence = new WeakMap<readonly TaggedMark[], Cell>();

/** A cell is derived once for each list of evidence: a mark changes those of one source only. */
function cellOf(evidence: readonly TaggedMark[] | undefined, state: EmptyState): Cell {
  if (!evidence) return deriveCell([], state);
  const known = cellsByEvidence.get(evidence);
  if (known) return known;
  const cell = deriveCell(evidence, state);
  cellsByEvidence.set(evidence, cell);
  return cell;
}

function marksBySource(set: AnnotationSet | undefined): (source: SourceId) => readonly Mark[] {
  const groups = new Map<SourceId, Mark[]>();
  for (const mark of set?.marks ?? []) {
    const group = groups.get(mark.sourceId);
    if (group) group.push(mark);
    else groups.set(mark.sourceId, [mark]);
  }
  return (source) => groups.get(source) ?? [];
}

function cellKey(claim: ClaimId, source: SourceId): string {
  return `${claim} ${source}`;
}
