import type { SourceId } from "../model/id.ts";
import type { Stance } from "../model/stance.ts";
import type { StanceCell } from "./cell.ts";
import { INDEPENDENT, type Independence, originsOf } from "./origins.ts";

export const ROW_STATUSES = [
  "contested",
  "corroborated",
  "single-source",
  "only-attributed",
  "denied",
  "unaddressed",
] as const;

/** What the sources together say of a claim. */
export type RowStatus = (typeof ROW_STATUSES)[number];

/** A row's status with the counts that led to it. A mixed cell counts as supporting and as refuting. */
export interface RowSummary {
  readonly status: RowStatus;
  readonly supporting: number;
  readonly refuting: number;
  /** Sources that support in their own voice. */
  readonly ownSupporting: number;
  /** Independent origins of the support. */
  readonly supportingOrigins: number;
  /** Sources that speak to the claim, whatever they say. */
  readonly speaking: number;
  /** Independent origins of all that is said. */
  readonly origins: number;
}

/**
 * The rule that stands under the table. Contested: somebody supports and somebody refutes. Denied: refuted only.
 * Only attributed: supported, but by no source in its own voice. Corroborated: supported by at least `corroboratedBy`
 * independent origins. Single-source: supported by fewer. Unaddressed: neither supported nor refuted.
 */
export function summarizeRow(
  stances: ReadonlyMap<SourceId, StanceCell>,
  corroboratedBy: number,
  independence: Independence = INDEPENDENT,
): RowSummary {
  const speaking = [...stances];
  const supporting = speaking.filter(([, cell]) => takes(cell, "supports"));
  const refuting = speaking.filter(([, cell]) => takes(cell, "refutes"));
  const ownSupporting = supporting.filter(([, { voice }]) => voice === "own").length;
  const supports = (stance: Stance) => stance === "supports" || stance === "mixed";
  const counts = {
    supporting: supporting.length,
    refuting: refuting.length,
    ownSupporting,
    supportingOrigins: originsOf(supporting, independence, supports).size,
    speaking: speaking.length,
    origins: originsOf(speaking, independence).size,
  };
  return { status: statusOf(counts, corroboratedBy), ...counts };
}

function statusOf(counts: Omit<RowSummary, "status">, corroboratedBy: number): RowStatus {
  if (counts.supporting > 0 && counts.refuting > 0) return "contested";
  if (counts.refuting > 0) return "denied";
  if (counts.supporting === 0) return "unaddressed";
  if (counts.ownSupporting === 0) return "only-attributed";
  return counts.supportingOrigins >= corroboratedBy ? "corroborated" : "single-source";
}

function takes({ stance }: StanceCell, side: "supports" | "refutes"): boolean {
  return stance === side || stance === "mixed";
}
