import { claimList } from "../model/claim-list.ts";
import type { ClaimId, SourceId } from "../model/id.ts";
import { openSources, type Project } from "../model/project.ts";
import { amount } from "../text/amount.ts";
import { type ExportChoice, exportRequest } from "./export-choice.ts";
import type { ExportRequest, WritableFormat } from "./format.ts";
import { marksGoingOut } from "./losses.ts";

/** How many marks each claim and each article brings to an export. */
export interface MarkCounts {
  readonly claims: ReadonlyMap<ClaimId, number>;
  readonly sources: ReadonlyMap<SourceId, number>;
}

/**
 * The marks that each claim brings from the chosen articles, and each article for the chosen claims, of the chosen analysts.
 * Where no article or no claim is chosen yet, as if all were.
 */
export function marksByPart(project: Project, { analysts, claims, sources }: ExportChoice): MarkCounts {
  const ofClaims = marksGoingOut(exportRequest(project, { analysts, sources: orAll(sources) }));
  const ofSources = marksGoingOut(exportRequest(project, { analysts, claims: orAll(claims) }));
  return {
    claims: counted(ofClaims.flatMap(({ tags }) => [...new Set(tags.map(({ claimId }) => claimId))])),
    sources: counted(ofSources.map(({ sourceId }) => sourceId)),
  };
}

function orAll<Id>(ids: readonly Id[] | undefined): readonly Id[] | undefined {
  return ids?.length === 0 ? undefined : ids;
}

function counted<Id>(ids: readonly Id[]): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** What of a request a format writes, in numbers: “12 marks, 3 claims and 2 articles”. */
export function goingOutWords(request: ExportRequest, { carries }: WritableFormat): string {
  const claims = amount(claimList(request.project).length, "claim");
  if (!carries.has("marks")) return claims;
  const articles = amount(openSources(request.project).length, "article");
  return `${amount(marksGoingOut(request).length, "mark")}, ${claims} and ${articles}`;
}

/** Why a choice cannot be exported in a format, in a sentence; null when it can. */
export function exportHindrance(project: Project, choice: ExportChoice, format: WritableFormat): string | null {
  if (choice.claims?.length === 0) return "No claim is chosen. Choose one, or all of them.";
  if (choice.sources?.length === 0) return "No article is chosen. Choose one, or all of them.";
  return format.hindrance?.(exportRequest(project, choice)) ?? null;
}
