import type { SourceId } from "../model/id.ts";
import { speakerKey } from "../model/speaker-names.ts";
import type { Cell } from "./cell.ts";

export const ROW_STATUSES = [
  "contested",
  "corroborated",
  "single-source",
  "only-attributed",
  "denied",
  "unaddressed",
] as const;

/** What the sources together say of a claim. */
type RowStatus = (typeof ROW_STATUSES)[number];

/** A row's status with the counts that led to it. A mixed cell counts as supporting and as refuting. */
export interface RowSummary {
  readonly status: RowStatus;
  readonly supporting: number;
  readonly refuting: number;
  /** Sources that support in their own voice. */
  readonly ownSupporting: number;
  /** Independent origins of the support: each source with its own voice is one, and so is each quoted speaker. */
  readonly supportingOrigins: number;
}

/**
 * The rule that stands under the table. Contested: somebody supports and somebody refutes. Denied: refuted only.
 * Only attributed: supported, but by no source in its own voice. Corroborated: supported by at least `corroboratedBy`
 * independent origins. Single-source: supported by fewer. Unaddressed: neither supported nor refuted. `speakerOf` gives
 * all the names of one speaker the same key.
 */
export function summarizeRow(
  cells: ReadonlyMap<SourceId, Cell>,
  corroboratedBy: number,
  speakerOf: (name: string) => string = speakerKey,
): RowSummary {
  const supporting = [...cells].filter(([, cell]) => takes(cell, "supports"));
  const refuting = [...cells].filter(([, cell]) => takes(cell, "refutes"));
  const ownSupporting = supporting.filter(([, cell]) => cell.kind === "stance" && cell.voice === "own").length;
  const supportingOrigins = new Set(supporting.flatMap(([source, cell]) => origins(source, cell, speakerOf))).size;
  const counts = { supporting: supporting.length, refuting: refuting.length, ownSupporting, supportingOrigins };
  return { status: statusOf(counts, corroboratedBy), ...counts };
}

function statusOf(counts: Omit<RowSummary, "status">, corroboratedBy: number): RowStatus {
  if (counts.supporting > 0 && counts.refuting > 0) return "contested";
  if (counts.refuting > 0) return "denied";
  if (counts.supporting === 0) return "unaddressed";
  if (counts.ownSupporting === 0) return "only-attributed";
  return counts.supportingOrigins >= corroboratedBy ? "corroborated" : "single-source";
}

function takes(cell: Cell, side: "supports" | "refutes"): boolean {
  return cell.kind === "stance" && (cell.stance === side || cell.stance === "mixed");
}

/** Articles that quote the same speaker are one origin, not several; an unnamed speaker cannot be told from others. */
function origins(source: SourceId, cell: Cell, speakerOf: (name: string) => string): string[] {
  if (cell.kind === "empty") return [];
  if (cell.voice === "own") return [`source ${source}`];
  const speakers = cell.evidence
    .filter(({ tag }) => tag.stance === "supports" || tag.stance === "mixed")
    .map(({ tag }) => speakerOf(tag.speaker));
  return speakers.map((speaker) => (speaker ? `speaker ${speaker}` : `source ${source}`));
}
