import type { ClaimId } from "../../annotations/model/id.ts";
import { useDesk } from "../session/desk.ts";
import { claimColour } from "../session/selectors.ts";
import "./claim-colours.css";

/** The colour of a claim beside its name; a ring where it has none. */
export function ClaimDot({ claimId }: { readonly claimId: ClaimId }) {
  const colour = useDesk((state) => claimColour(state, claimId));
  return <span className={`claim-dot ${colour ? `claim-${colour}` : ""}`} aria-hidden="true" title={colour} />;
}
