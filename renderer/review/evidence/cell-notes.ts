import type { CellNote } from "../../../annotations/model/cell-note.ts";
import { perform, stamp } from "../../session/changes.ts";
import { type Desk, desk } from "../../session/desk.ts";
import { ownSet } from "../../session/selectors.ts";
import { type CellPlace, chooseCell, samePlace } from "./cell-place.ts";

const NONE: readonly CellNote[] = [];

/** What the working analyst notes about cells. */
export function cellNotes(state: Pick<Desk, "project" | "analyst">): readonly CellNote[] {
  return ownSet(state)?.cellNotes ?? NONE;
}

/** What the working analyst notes about a cell; the empty text where that is nothing. */
export function cellNote(state: Pick<Desk, "project" | "analyst">, place: CellPlace): string {
  return cellNotes(state).find((note) => samePlace(note, place))?.text ?? "";
}

/** Gives a cell another note, or none where the text is empty. */
export function changeCellNote(place: CellPlace, text: string): void {
  const former = cellNotes(desk()).find((note) => samePlace(note, place));
  const { claimId, sourceId } = place;
  if (text !== "") {
    const note = { ...former, claimId, sourceId, text, at: stamp().at };
    perform("changing the note on a cell", { kind: "put-cell-note", ...stamp(), note });
  } else if (former) {
    perform("taking away the note on a cell", { kind: "drop-cell-note", ...stamp(), claimId, sourceId });
  }
}

/** Takes the caret to the note of a cell. */
export function writeCellNote(place: CellPlace): void {
  chooseCell(place);
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".cell-note textarea")?.focus());
}
