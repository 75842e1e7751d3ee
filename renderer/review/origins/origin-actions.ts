import type { OriginVerdict } from "../../../annotations/model/origin-verdict.ts";
import type { Action } from "../../actions/action.ts";
import { sayOf } from "./verdicts.ts";

function saying(verdict: OriginVerdict["verdict"], key: string, name: string): Action {
  return {
    id: `origin.${verdict}`,
    name,
    group: "In Review",
    context: "pair",
    keys: [key],
    changes: true,
    unavailable: ({ pair }) => (pair ? null : "Go to two articles that share passages first, under Origins in Review."),
    run: ({ pair }) => {
      if (pair) sayOf(pair, verdict);
    },
  };
}

/** What can be said of two articles that share passages. */
export const ORIGIN_ACTIONS: readonly Action[] = [
  saying("one-origin", "O", "Say that the two articles are one origin, or leave that open again"),
  saying("independent", "D", "Say that the two articles are independent, or leave that open again"),
];
