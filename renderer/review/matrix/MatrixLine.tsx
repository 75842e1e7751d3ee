import { memo } from "react";
import type { CellNote } from "../../../annotations/model/cell-note.ts";
import { cellWords } from "../../../annotations/review/cell-words.ts";
import type { MatrixRow } from "../../../annotations/review/matrix.ts";
import type { ListedRow } from "../../../annotations/review/row-list.ts";
import { amount } from "../../controls/amount.ts";
import { NoteSign } from "../../controls/NoteSign.tsx";
import { cellKey } from "../evidence/cell-keys.ts";
import { type CellPlace, chooseAcross, chooseCell, samePlace } from "../evidence/cell-place.ts";
import { CellSign } from "./CellSign.tsx";
import type { ColumnWindow } from "./column-window.ts";
import { Gap } from "./Gap.tsx";

interface Props extends ListedRow {
  readonly index: number;
  readonly columns: ColumnWindow;
  readonly measure: (element: HTMLElement | null) => void;
  /** All that is noted about cells. */
  readonly notes: readonly CellNote[];
  readonly active: CellPlace | null;
  readonly focused: CellPlace | null;
}

/** One claim of the matrix. Not drawn again while others come into view. */
export const MatrixLine = memo(function MatrixLine({
  row,
  level,
  index,
  measure,
  columns,
  notes,
  active,
  focused,
}: Props) {
  const { claim, cells } = row;
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={active?.claimId === claim.id ? "active" : ""}
    >
      <th scope="row">
        <span className="claim-cell" style={{ marginInlineStart: `${Math.min(level - 1, 6) * 14}px` }}>
          <span className="claim-label">{claim.displayLabel}</span>
          <span dir="auto">{claim.text}</span>
        </span>
      </th>
      <Gap width={columns.before} />
      {columns.sources.map(({ id: sourceId }, i) => {
        const cell = cells.get(sourceId);
        const place = { claimId: claim.id, sourceId };
        if (!cell) return <td key={sourceId} />;
        const note = notes.find((one) => samePlace(one, place))?.text;
        return (
          <td key={sourceId} aria-colindex={columns.from + i + 2}>
            <button
              type="button"
              className="cell-button"
              tabIndex={samePlace(place, focused) ? 0 : -1}
              aria-pressed={samePlace(place, active)}
              title={note}
              data-cell={`${claim.id} ${sourceId}`}
              onClick={() => chooseCell(place)}
              // Coming back to the chosen cell moves nothing that is being read beside it.
              onFocus={() => samePlace(place, active) || chooseCell(place)}
              onKeyDown={(event) => cellKey(event, place)}
            >
              <span className="sr-only">{`${claim.displayLabel}: ${cellWords(cell)}`}</span>
              <CellSign cell={cell} />
              {note !== undefined && <NoteMark note={note} />}
            </button>
          </td>
        );
      })}
      <Gap width={columns.after} />
      <td className="together" aria-colindex={cells.size + 2}>
        <Status row={row} />
      </td>
    </tr>
  );
});

/** The sign of a note in the corner of its cell, and the note for those who do not see that. */
function NoteMark({ note }: { readonly note: string }) {
  return (
    <span className="cell-noted">
      <NoteSign />
      <span className="sr-only">, note: {note}</span>
    </span>
  );
}

/** What the sources together say, with the counts behind it; it leads to the passages of all of them. */
function Status({ row: { claim, stances, summary } }: { readonly row: MatrixRow }) {
  const { status, supporting, refuting, supportingOrigins } = summary;
  const words = (
    <>
      <span className={`status ${status}`}>{status.replaceAll("-", " ")}</span>
      <small>
        {supporting} + · {refuting} −
      </small>
      {supporting > 0 && (
        <small>
          {amount(supporting, "article")}, {amount(supportingOrigins, "origin")}
        </small>
      )}
    </>
  );
  if (stances.size === 0) return words;
  const evidence = [...stances.values()].flatMap((cell) => cell.evidence);
  return (
    <button
      type="button"
      className="together-button"
      tabIndex={-1}
      title={`All ${amount(evidence.length, "passage")} of ${claim.displayLabel}`}
      data-together={claim.id}
      onClick={() => chooseAcross(claim.id, { kind: "claim" }, evidence)}
    >
      {words}
    </button>
  );
}
