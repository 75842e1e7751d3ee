import { EMPTY_SIGNS } from "../../../annotations/model/cell-state.ts";
import { STANCE_SIGNS } from "../../../annotations/model/stance.ts";
import type { Cell } from "../../../annotations/review/cell.ts";

/** One cell of the matrix as a sign: filled for the article's own voice, hollow when it only quotes. */
export function CellSign({ cell }: { readonly cell: Cell }) {
  if (cell.kind === "empty") {
    return (
      <span className={`cell ${cell.state}`} aria-hidden="true">
        {EMPTY_SIGNS[cell.state]}
      </span>
    );
  }
  return (
    <span className={`cell ${cell.stance} ${cell.voice}`} aria-hidden="true">
      {STANCE_SIGNS[cell.stance]}
      <i>{`${cell.conflict ? "!" : ""}${cell.hedged ? "~" : ""}`}</i>
      {cell.evidence.length > 1 && <small>{cell.evidence.length}</small>}
    </span>
  );
}
