import type { Action } from "../actions/action.ts";
import { alignAt } from "../reading/align.ts";
import { stepPassage } from "./stepping.ts";

const CHOOSE_FIRST = "Choose a claim first, in the list of claims or by going to a mark.";

/** What can be done with the passages of a claim. */
export const ALIGNING_ACTIONS: readonly Action[] = [
  {
    id: "align.claim",
    name: "Align all texts at the chosen claim",
    group: "Everywhere",
    context: "everywhere",
    keys: ["G"],
    unavailable: ({ claim }) => (claim === null ? CHOOSE_FIRST : null),
    run: ({ claim }) => {
      if (claim !== null) alignAt(claim, null);
    },
  },
  {
    id: "align.next-passage",
    name: "Go to the next passage of the chosen claim, across the articles",
    group: "In Read",
    context: "read",
    keys: [">"],
    unavailable: ({ claim }) => (claim === null ? CHOOSE_FIRST : null),
    run: () => stepPassage(1),
  },
  {
    id: "align.previous-passage",
    name: "Go to the previous passage of the chosen claim",
    group: "In Read",
    context: "read",
    keys: ["<"],
    unavailable: ({ claim }) => (claim === null ? CHOOSE_FIRST : null),
    run: () => stepPassage(-1),
  },
];
