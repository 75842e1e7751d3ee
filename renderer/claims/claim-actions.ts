import type { Action } from "../actions/action.ts";
import { desk, setDesk } from "../session/desk.ts";

/** What can be done with the list of claims. */
export const CLAIM_ACTIONS: readonly Action[] = [
  {
    id: "claim.new",
    name: "Add a claim",
    group: "In Read",
    context: "read",
    keys: ["N"],
    changes: true,
    run: () => setDesk({ dialog: { kind: "claim", claimId: null } }),
  },
  {
    id: "claim.filter",
    name: "Filter the claims",
    group: "In Read",
    context: "read",
    keys: ["/"],
    unavailable: () => (desk().view === "read" ? null : "Go back to Read first."),
    run: () => document.getElementById("claim-filter")?.focus(),
  },
];
