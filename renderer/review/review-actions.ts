import type { Action } from "../actions/action.ts";
import { setDesk } from "../session/desk.ts";
import { PART_NAMES, REVIEW_PARTS } from "./review-part.ts";

/** The ways to each part of the review. */
export const REVIEW_ACTIONS: readonly Action[] = REVIEW_PARTS.map((reviewPart) => ({
  id: `review.${reviewPart}`,
  name: `Review: ${PART_NAMES[reviewPart]}`,
  group: "In Review",
  context: "everywhere",
  keys: [],
  run: () => setDesk({ view: "review", reviewPart }),
}));
