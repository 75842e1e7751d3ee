import type { ListedClaim } from "../../../annotations/model/claim-list.ts";

/** A claim by its label and its wording. */
export function ClaimTitle({ claim }: { readonly claim: ListedClaim }) {
  return (
    <>
      <span className="claim-label">{claim.displayLabel}</span> <span dir="auto">{claim.text}</span>
    </>
  );
}
