import type { Action } from "../actions/action.ts";
import { toggleMarkList } from "./mark-listing.ts";

/** What can be done with the list of all marks. */
export const MARK_LIST_ACTIONS: readonly Action[] = [
  {
    id: "marks.list",
    name: "List all marks and the bin beside the texts, or the claims again",
    group: "In Read",
    context: "read",
    keys: ["W"],
    run: toggleMarkList,
  },
];
