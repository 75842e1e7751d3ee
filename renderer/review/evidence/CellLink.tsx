import type { ReactNode } from "react";
import type { Cell } from "../../../annotations/review/cell.ts";
import { cellWords } from "../../../annotations/review/cell-words.ts";
import { useDesk } from "../../session/desk.ts";
import { CellSign } from "../matrix/CellSign.tsx";
import { cellKey } from "./cell-keys.ts";
import { type CellPlace, chooseCell, samePlace } from "./cell-place.ts";

interface Props {
  readonly place: CellPlace;
  readonly cell: Cell;
  /** What stands beside the sign. */
  readonly children: ReactNode;
}

/** A cell of the matrix that stands elsewhere in the review: it leads to the passages behind it, and has the cell's keys. */
export function CellLink({ place, cell, children }: Props) {
  const isChosen = useDesk((state) => samePlace(place, state.activeCell));
  return (
    <button
      type="button"
      className="cell-link"
      aria-pressed={isChosen}
      data-cell={`${place.claimId} ${place.sourceId}`}
      onClick={() => chooseCell(place)}
      onKeyDown={(event) => cellKey(event, place)}
    >
      <CellSign cell={cell} />
      <span>{children}</span>
      <span className="sr-only">: {cellWords(cell)}</span>
    </button>
  );
}
