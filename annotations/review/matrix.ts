import type { AnnotationSet } from "../model/annotation-set.ts";
import type { EmptyState } from "../model/cell-state.ts";
import type { ListedClaim } from "../model/claim-list.ts";
import { claimList } from "../model/claim-list.ts";
import type { AnalystId, ClaimId, SourceId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import type { Project } from "../model/project.ts";
import { annotationSet, openSources } from "../model/project.ts";
import type { Source } from "../model/source.ts";
import { type Cell, type StanceCell, stanceCell, type TaggedMark } from "./cell.ts";
import { evidenceIn } from "./evidence.ts";
import { originGroups } from "./origin-groups.ts";
import { RowCells } from "./row-cells.ts";
import { type RowSummary, summarizeRow } from "./row-status.ts";

/** What one claim's row shows: a cell for every source in view, and what the sources together say. */
export interface MatrixRow {
  readonly claim: ListedClaim;
  readonly cells: ReadonlyMap<SourceId, Cell>;
  /** The cells of the sources that speak to the claim, in the order of the columns. */
  readonly stances: ReadonlyMap<SourceId, StanceCell>;
  readonly summary: RowSummary;
}

/** Claims in rows, sources in columns, as one analyst sees them. */
export interface Matrix {
  readonly analyst: AnalystId;
  readonly sources: readonly Source[];
  readonly rows: readonly MatrixRow[];
  /** For each source how many claims nobody has looked for in it. */
  readonly unreviewed: ReadonlyMap<SourceId, number>;
}

/** What a matrix is made from; who has a part of it already hands it over. */
interface Known {
  readonly claims: readonly ListedClaim[];
  /** The analyst's marks in a source, in reading order. */
  readonly marksIn: (source: SourceId) => readonly Mark[];
}

const NOBODY: ReadonlyMap<SourceId, StanceCell> = new Map();
const NOWHERE: ReadonlyMap<SourceId, EmptyState> = new Map();

/** The matrix of `analyst`'s annotation set; an analyst without a set has reviewed nothing. */
export function matrixOf(project: Project, analyst: AnalystId, known: Partial<Known> = {}): Matrix {
  const set = annotationSet(project, analyst);
  const sources = openSources(project);
  const { claims = claimList(project), marksIn = marksBySource(set) } = known;
  const columns = new Set(sources.map(({ id }) => id));
  const stances = stancesByClaim(sources, marksIn);
  const states = statesByClaim(set, columns);
  const { settings } = project.file;
  const { independence } = originGroups(project, analyst);
  const rows = claims.map((claim): MatrixRow => {
    const spoken = stances.get(claim.id) ?? NOBODY;
    return {
      claim,
      cells: new RowCells(columns, spoken, states.get(claim.id) ?? NOWHERE),
      stances: spoken,
      summary: summarizeRow(spoken, settings.corroboratedBy, independence),
    };
  });
  return { analyst, sources, rows, unreviewed: unreviewedIn(rows, sources, states) };
}

const cellsByEvidence = new WeakMap<readonly TaggedMark[], StanceCell>();

/** A cell is derived once for each list of evidence: a mark changes those of one source only. */
function cellOf(evidence: readonly TaggedMark[]): StanceCell {
  const known = cellsByEvidence.get(evidence);
  if (known) return known;
  const cell = stanceCell(evidence);
  cellsByEvidence.set(evidence, cell);
  return cell;
}

function stancesByClaim(
  sources: readonly Source[],
  marksIn: Known["marksIn"],
): ReadonlyMap<ClaimId, ReadonlyMap<SourceId, StanceCell>> {
  const stances = new Map<ClaimId, Map<SourceId, StanceCell>>();
  for (const { id } of sources) {
    for (const [claim, evidence] of evidenceIn(marksIn(id))) {
      const row = stances.get(claim);
      if (row) row.set(id, cellOf(evidence));
      else stances.set(claim, new Map([[id, cellOf(evidence)]]));
    }
  }
  return stances;
}

type States = ReadonlyMap<ClaimId, ReadonlyMap<SourceId, EmptyState>>;

function statesByClaim(set: AnnotationSet | undefined, columns: ReadonlySet<SourceId>): States {
  const states = new Map<ClaimId, Map<SourceId, EmptyState>>();
  for (const { claimId, sourceId, state } of set?.cells ?? []) {
    if (!columns.has(sourceId)) continue;
    const row = states.get(claimId);
    if (row) row.set(sourceId, state);
    else states.set(claimId, new Map([[sourceId, state]]));
  }
  return states;
}

function unreviewedIn(
  rows: readonly MatrixRow[],
  sources: readonly Source[],
  states: States,
): ReadonlyMap<SourceId, number> {
  const unreviewed = new Map(sources.map(({ id }) => [id, rows.length]));
  const looked = (id: SourceId) => unreviewed.set(id, (unreviewed.get(id) ?? 0) - 1);
  for (const { claim, stances } of rows) {
    for (const id of stances.keys()) looked(id);
    for (const [id, state] of states.get(claim.id) ?? NOWHERE) {
      if (state !== "not-reviewed" && !stances.has(id)) looked(id);
    }
  }
  return unreviewed;
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
