import type { Claim } from "../../model/claim.ts";
import { type ListedClaim, revisionOf } from "../../model/claim-list.ts";
import type { ClaimId } from "../../model/id.ts";
import type { ReadClaim } from "../reading/read-annotations.ts";
import type { ReadBuilder } from "../reading/read-builder.ts";
import type { AnnotationSetExport } from "./annotation-set-export.ts";

type Revisions = NonNullable<ReadClaim["revisions"]>;

/**
 * Reads the claims as everybody sees them, with each analyst's revision, then those that are only removed ones. A claim of
 * which no set of the export has a revision, since its analyst's set was left out, is one of the first set. Gives back the
 * name of each claim.
 */
export function readClaims(
  builder: ReadBuilder,
  { claims, sets }: Pick<AnnotationSetExport, "claims" | "sets">,
): ReadonlyMap<ClaimId, string> {
  const revisions = revisionsIn(sets);
  const [first] = sets;
  for (const listed of claims) {
    const own = first && [{ analyst: first.analyst.id, claim: revisionOf(listed, listed.revisedAt) }];
    builder.claim(readClaim(listed, listed.displayLabel, revisions.get(listed.id) ?? own));
    builder.claimLabel(listed.id, listed.displayLabel);
  }
  for (const { claim } of [...revisions.values()].flat()) {
    builder.claim(readClaim(claim, claim.label, revisions.get(claim.id)));
  }
  const names = [...revisions.values()].flat().map(({ claim }) => [claim.id, claim.label] as const);
  return new Map([...names, ...claims.map((listed) => [listed.id, listed.displayLabel] as const)]);
}

function revisionsIn(sets: AnnotationSetExport["sets"]): ReadonlyMap<ClaimId, Revisions> {
  const revisions = new Map<ClaimId, Revisions>();
  for (const { analyst, claims } of sets) {
    for (const claim of claims) {
      revisions.set(claim.id, [...(revisions.get(claim.id) ?? []), { analyst: analyst.id, claim }]);
    }
  }
  return revisions;
}

function readClaim(claim: Claim | ListedClaim, label: string, revisions: Revisions | undefined): ReadClaim {
  const { id, text, note, aliases, parent, colour, order, include, exclude, verdict } = claim;
  return {
    key: id,
    ...{ id, label, text, note, aliases },
    ...(parent && { parent }),
    ...(colour && { colour }),
    ...(order !== undefined && { order }),
    ...(include !== undefined && { include }),
    ...(exclude !== undefined && { exclude }),
    ...(verdict !== undefined && { verdict }),
    ...(revisions && { revisions }),
  };
}
