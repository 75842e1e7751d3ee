import { CELL_NOTE_LENGTH } from "../../../annotations/model/cell-note.ts";
import { NoteSign } from "../../controls/NoteSign.tsx";
import { TextField } from "../../controls/TextField.tsx";
import { useDesk } from "../../session/desk.ts";
import { isReadOnly } from "../../session/selectors.ts";
import { cellNote, changeCellNote } from "./cell-notes.ts";
import type { CellPlace } from "./cell-place.ts";

/** The note where it is seen at once; below the passages it is changed. */
export function NotedLine({ place }: { readonly place: CellPlace }) {
  const text = useDesk((state) => cellNote(state, place));
  if (text === "") return null;
  return (
    <p className="noted-line" dir="auto">
      <NoteSign /> {text}
    </p>
  );
}

/** What the analyst notes about the cell as a whole. */
export function CellNote({ place }: { readonly place: CellPlace }) {
  const text = useDesk((state) => cellNote(state, place));
  const readOnly = useDesk(isReadOnly);
  return (
    <fieldset className="cell-note" disabled={readOnly} aria-label="The cell itself">
      <TextField
        label="Note on this cell"
        value={text}
        maxLength={CELL_NOTE_LENGTH}
        multiline
        onChange={(note) => changeCellNote(place, note)}
      />
    </fieldset>
  );
}
