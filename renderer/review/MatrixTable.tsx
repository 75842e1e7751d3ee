import type { KeyboardEvent } from "react";
import type { CellNote } from "../../annotations/model/cell-note.ts";
import { sourceName } from "../../annotations/model/source.ts";
import type { MatrixRow } from "../../annotations/review/matrix.ts";
import type { RowSummary } from "../../annotations/review/row-status.ts";
import { hereNow } from "../actions/here.ts";
import { findAction, runKey } from "../actions/registry.ts";
import { NoteSign } from "../controls/NoteSign.tsx";
import { dateWords } from "../reading/date-words.ts";
import { useDesk } from "../session/desk.ts";
import { matrix } from "../session/selectors.ts";
import { CellSign, cellWords } from "./CellSign.tsx";
import { cellNotes } from "./cell-notes.ts";
import { type CellPlace, chooseCell, samePlace } from "./cell-place.ts";

/** The claim × source matrix as a grid that the arrow keys move in. */
export function MatrixTable() {
  const { rows, sources } = useDesk((state) => matrix(state));
  const notes = useDesk(cellNotes);
  const active = useDesk((state) => state.activeCell);
  const focused = active ?? firstCell(rows);
  return (
    <table role="grid" aria-label="Stance of each source on each claim">
      <thead>
        <tr>
          <th scope="col" className="claim-column">
            Claim
          </th>
          {sources.map((source) => (
            <th key={source.id} scope="col" className="source-column" title={source.title}>
              <bdi>{sourceName(source)}</bdi>
              <small>{source.date ? dateWords(source.date) : "no date"}</small>
            </th>
          ))}
          <th scope="col">Together</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.claim.id} row={row} notes={notes} active={active} focused={focused} />
        ))}
      </tbody>
    </table>
  );
}

function firstCell(rows: readonly MatrixRow[]): CellPlace | null {
  const [row] = rows;
  const [sourceId] = row?.cells.keys() ?? [];
  return row && sourceId ? { claimId: row.claim.id, sourceId } : null;
}

interface RowProps {
  readonly row: MatrixRow;
  /** All that is noted about cells. */
  readonly notes: readonly CellNote[];
  readonly active: CellPlace | null;
  readonly focused: CellPlace | null;
}

function Row({ row, notes, active, focused }: RowProps) {
  const { claim, cells, summary } = row;
  return (
    <tr className={active?.claimId === claim.id ? "active" : ""}>
      <th scope="row">
        <span className="claim-cell">
          <span className="claim-label">{claim.displayLabel}</span>
          <span dir="auto">{claim.text}</span>
        </span>
      </th>
      {[...cells].map(([sourceId, cell]) => {
        const place = { claimId: claim.id, sourceId };
        const note = notes.find((one) => samePlace(one, place))?.text;
        return (
          <td key={sourceId}>
            <button
              type="button"
              className="cell-button"
              tabIndex={samePlace(place, focused) ? 0 : -1}
              aria-pressed={samePlace(place, active)}
              title={note}
              data-cell={`${claim.id} ${sourceId}`}
              onClick={() => chooseCell(place)}
              onFocus={() => chooseCell(place)}
              onKeyDown={(event) => onCellKey(event, place)}
            >
              <span className="sr-only">{`${claim.displayLabel}: ${cellWords(cell)}`}</span>
              <CellSign cell={cell} />
              {note !== undefined && <NoteMark note={note} />}
            </button>
          </td>
        );
      })}
      <td className="together">
        <Status summary={summary} />
      </td>
    </tr>
  );
}

/** The sign of a note in the corner of its cell, and the note for those who do not see that. */
function NoteMark({ note }: { readonly note: string }) {
  return (
    <span className="cell-noted">
      <NoteSign />
      <span className="sr-only">, note: {note}</span>
    </span>
  );
}

function Status({ summary }: { readonly summary: RowSummary }) {
  const { status, supporting, refuting, supportingOrigins } = summary;
  const origins = `${supportingOrigins} ${supportingOrigins === 1 ? "origin" : "origins"}`;
  return (
    <>
      <span className={`status ${status}`}>{status.replaceAll("-", " ")}</span>
      <small>
        {supporting} + · {refuting} −{supporting > 0 && ` · ${origins}`}
      </small>
    </>
  );
}

function onCellKey(event: KeyboardEvent<HTMLButtonElement>, cell: CellPlace): void {
  const found = findAction(event.nativeEvent, ["cell"]);
  if (!runKey(event.nativeEvent, found, { ...hereNow(), cell }) && moveFocus(event)) event.preventDefault();
}

/** Arrow keys, Home and End, as in any grid. */
function moveFocus(event: KeyboardEvent<HTMLButtonElement>): boolean {
  const cell = event.currentTarget.closest("td");
  const row = cell?.parentElement;
  if (!cell || !(row instanceof HTMLTableRowElement)) return false;
  const targets: Readonly<Record<string, Element | null | undefined>> = {
    ArrowLeft: cell.previousElementSibling,
    ArrowRight: cell.nextElementSibling,
    ArrowUp: row.previousElementSibling?.children[cell.cellIndex],
    ArrowDown: row.nextElementSibling?.children[cell.cellIndex],
    Home: row.children[1],
    End: row.children[row.children.length - 2],
  };
  if (!(event.key in targets)) return false;
  targets[event.key]?.querySelector<HTMLButtonElement>("button")?.focus();
  return true;
}
