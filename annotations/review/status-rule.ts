import { amount } from "../text/amount.ts";
import type { RowStatus, RowSummary } from "./row-status.ts";

/** What makes a row have a status, in a sentence; `corroboratedBy` is the project's threshold. */
export function statusRule(status: RowStatus, corroboratedBy: number): string {
  const origins = amount(corroboratedBy, "independent origin");
  switch (status) {
    case "contested":
      return "At least one source supports and at least one refutes; a mixed cell counts as both.";
    case "corroborated":
      return `Supported by at least ${origins}, at least one source in its own voice, and refuted by none.`;
    case "single-source":
      return `Supported in a source's own voice, but by fewer than ${origins}, and refuted by none.`;
    case "only-attributed":
      return "Supported by quoted voices alone, and refuted by none.";
    case "denied":
      return "Refuted by at least one source, and supported by none.";
    case "unaddressed":
      return "Neither supported nor refuted by any source; some may question or only mention it.";
    default:
      return status satisfies never;
  }
}

/** What is one origin and what several, in words. */
export const ORIGIN_RULE =
  "A source that speaks in its own voice is one origin; sources whose details name the same agency, and those that the " +
  "analyst has found to be one origin, are one together. A speaker whom sources only quote is one, however many of them " +
  "quote it, under whatever name. Somebody who is not named cannot be told from others and counts as the source.";

/** The counts that led to a row's status, in words. */
export function statusReason(summary: RowSummary, sources: number): string {
  const { supporting, ownSupporting, supportingOrigins, refuting, speaking, origins } = summary;
  const all = amount(sources, "source");
  if (speaking === 0) return `None of ${all} speaks to it.`;
  const support =
    supporting === 0
      ? "Supported by none"
      : `Supported by ${supporting} of ${all}, ${ownSupporting || "none"} of them in the source's own voice (${independent(supportingOrigins)})`;
  return `${support}; refuted by ${refuting || "none"}. ${speakers(speaking)} (${independent(origins)}).`;
}

function independent(origins: number): string {
  return amount(origins, "independent origin");
}

function speakers(speaking: number): string {
  return amount(speaking, "source speaks to it", "sources speak to it");
}
