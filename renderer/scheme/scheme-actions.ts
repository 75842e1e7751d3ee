import type { Action } from "../actions/action.ts";
import { toggleScheme } from "./opening.ts";

/** What can be done with the stance scheme. */
export const SCHEME_ACTIONS: readonly Action[] = [
  {
    id: "scheme.toggle",
    name: "Show the stance scheme beside the texts, or the claims again",
    group: "In Read",
    context: "read",
    keys: ["H"],
    run: toggleScheme,
  },
];
