import { z } from "zod";
import { Claim } from "./claim.ts";
import { AnalystId, type ClaimId } from "./id.ts";
import { compareText } from "./order.ts";
import type { Project } from "./project.ts";

/** A claim as everybody sees it: the latest revision, whose it is, and a label that no other claim shows. */
export const ListedClaim = Claim.extend({ displayLabel: z.string(), revisedBy: AnalystId });
export type ListedClaim = Readonly<z.infer<typeof ListedClaim>>;

/**
 * The union of all analysts' claims, oldest first. Of several revisions the latest counts (time, then analyst id).
 * Removed claims are left out unless a tag still points at them. Labels that collide get `-2`, `-3` … in display only.
 */
export function claimList(project: Project): readonly ListedClaim[] {
  const latest = new Map<ClaimId, Claim & { revisedBy: AnalystId }>();
  for (const set of project.sets) {
    for (const claim of set.claims) {
      const candidate = { ...claim, revisedBy: set.analyst.id };
      const known = latest.get(claim.id);
      if (!known || revisionKey(candidate) > revisionKey(known)) latest.set(claim.id, candidate);
    }
  }
  const claims = [...latest.values()];
  // Looking through every tag is worth it only where a claim was removed.
  const used = claims.some((claim) => claim.removed) ? usedClaims(project) : null;
  const visible = claims.filter((claim) => !claim.removed || used?.has(claim.id));
  const keyed = visible.map((claim) => ({ claim, key: creationKey(claim) }));
  return withDisplayLabels(keyed.sort((a, b) => compareText(a.key, b.key)).map(({ claim }) => claim));
}

/** A listed claim as it goes on the disk, revised at `at`. */
export function revisionOf({ displayLabel: _shown, revisedBy: _by, ...claim }: ListedClaim, at: string): Claim {
  return { ...claim, revisedAt: at };
}

/** `C1`, `C2` …: the first label of that form that no claim uses. */
export function nextLabel(claims: readonly { readonly label: string }[]): string {
  const numbers = claims.map((claim) => Number(/^C(\d{1,6})$/.exec(claim.label)?.[1] ?? 0));
  return `C${Math.max(0, ...numbers) + 1}`;
}

function revisionKey(claim: { revisedAt: string; revisedBy: AnalystId }): string {
  return `${new Date(claim.revisedAt).toISOString()} ${claim.revisedBy}`;
}

/** Claims made in the same moment (an import) keep the order of their labels: C2 before C10. */
function creationKey(claim: Claim): string {
  const label = claim.label.replace(/\d+/g, (digits) => digits.padStart(8, "0"));
  return `${new Date(claim.createdAt).toISOString()} ${label} ${claim.id}`;
}

function usedClaims(project: Project): ReadonlySet<ClaimId> {
  return new Set(project.sets.flatMap((set) => set.marks.flatMap((mark) => mark.tags.map((tag) => tag.claimId))));
}

function withDisplayLabels(claims: readonly (Claim & { revisedBy: AnalystId })[]): ListedClaim[] {
  const taken = new Set(claims.map((claim) => claim.label));
  const shown = new Set<string>();
  return claims.map((claim) => {
    let displayLabel = claim.label;
    for (let n = 2; shown.has(displayLabel); n++) {
      const candidate = `${claim.label}-${n}`;
      if (!taken.has(candidate)) displayLabel = candidate;
    }
    shown.add(displayLabel);
    return { ...claim, displayLabel };
  });
}
