import type { ClaimId } from "../../annotations/model/id.ts";

/** The class of an element that shows a claim's mark. */
export function classOfClaim(claim: ClaimId): string {
  return `of-${claim}`;
}

/** The class of an element that shows the line of a claim's mark in a lane, beside other marks. */
export function lineOfClaim(lane: number, claim: ClaimId): string {
  return `line-${lane}-of-${claim}`;
}
