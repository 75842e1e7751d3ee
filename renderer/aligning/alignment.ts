import { desk, setDesk, useDesk } from "../session/desk.ts";

/** Takes the cards away that say where an aligned claim has no passage. Nothing scrolls. */
export function leaveAlignment(): void {
  if (desk().alignedClaim !== null) setDesk({ alignedClaim: null });
}

/** Ends an alignment once another claim is chosen, or none. Call once. */
export function endAlignmentWithItsClaim(): void {
  useDesk.subscribe(({ alignedClaim, activeClaim }) => {
    if (alignedClaim !== null && alignedClaim !== activeClaim) leaveAlignment();
  });
}
