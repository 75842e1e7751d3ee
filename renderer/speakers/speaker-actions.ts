import type { Action } from "../actions/action.ts";
import { setDesk } from "../session/desk.ts";

/** What can be done with the list of those whom the articles quote. */
export const SPEAKER_ACTIONS: readonly Action[] = [
  {
    id: "speakers.list",
    name: "List, rename and merge the speakers whom the articles quote",
    group: "Everywhere",
    context: "everywhere",
    keys: ["Y"],
    run: () => setDesk({ dialog: { kind: "speakers" } }),
  },
];
