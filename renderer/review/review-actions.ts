import type { Action } from "../actions/action.ts";
import { setDesk } from "../session/desk.ts";
import { PART_NAMES, REVIEW_PARTS } from "./review-part.ts";

/** The ways to each part of the review. */
const PARTS: readonly Action[] = REVIEW_PARTS.map((reviewPart) => ({
  id: `review.${reviewPart}`,
  name: `Review: ${PART_NAMES[reviewPart]}`,
  group: "In Review",
  context: "everywhere",
  keys: [],
  run: () => setDesk({ view: "review", reviewPart }),
}));

export const REVIEW_ACTIONS: readonly Action[] = [
  ...PARTS,
  {
    id: "review.report",
    name: "Write a report of what the sources say",
    group: "In Review",
    context: "everywhere",
    keys: [],
    run: () => setDesk({ dialog: { kind: "report" } }),
  },
];
