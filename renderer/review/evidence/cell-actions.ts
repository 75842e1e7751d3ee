import type { EmptyState } from "../../../annotations/model/cell-state.ts";
import type { Action } from "../../actions/action.ts";
import { alignAt } from "../../reading/align.ts";
import { desk } from "../../session/desk.ts";
import { writeCellNote } from "./cell-notes.ts";
import { setEmptyState } from "./cell-place.ts";

const NO_CELL = "Go to a cell of the matrix first, or to the card of an article without a passage.";

function saying(state: EmptyState, key: string, name: string): Action {
  return {
    id: `cell.${state}`,
    name,
    group: "In Review",
    context: "cell",
    keys: [key],
    changes: true,
    unavailable: ({ cell }) => (cell ? null : NO_CELL),
    run: ({ cell }) => {
      if (cell) setEmptyState(cell, state);
    },
  };
}

/** What can be done with a cell, in the matrix or on the card of an aligned claim. */
export const CELL_ACTIONS: readonly Action[] = [
  {
    id: "cell.open",
    name: "Open the passages of the cell side by side",
    group: "In Review",
    context: "cell",
    keys: ["Enter"],
    unavailable: ({ cell }) => (cell ? null : NO_CELL),
    run: ({ cell }) => {
      if (cell) alignAt(cell.claimId, cell.sourceId);
    },
  },
  {
    id: "cell.note",
    name: "Write a note on the cell",
    group: "In Review",
    context: "cell",
    keys: [],
    changes: true,
    unavailable: ({ cell }) => (cell && desk().view === "review" ? null : "Go to a cell of the matrix first."),
    run: ({ cell }) => {
      if (cell) writeCellNote(cell);
    },
  },
  saying("not-mentioned", "N", "Say that the article does not mention the claim: read, and it is silent"),
  saying("not-applicable", "A", "Say that the claim is not applicable to the article"),
  saying("not-reviewed", "U", "Say that the article has not been reviewed for the claim"),
];
