import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, memo, useMemo } from "react";
import type { CellNote } from "../../../annotations/model/cell-note.ts";
import { type Source, sourceName } from "../../../annotations/model/source.ts";
import { cellWords } from "../../../annotations/review/cell-words.ts";
import type { MatrixRow } from "../../../annotations/review/matrix.ts";
import type { ListedRow } from "../../../annotations/review/row-list.ts";
import { hereNow } from "../../actions/here.ts";
import { amount } from "../../controls/amount.ts";
import { focusWhenThere } from "../../controls/focus-when-there.ts";
import { NoteSign } from "../../controls/NoteSign.tsx";
import { dateWords } from "../../reading/date-words.ts";
import { useDesk } from "../../session/desk.ts";
import { cellKey } from "../evidence/cell-keys.ts";
import { cellNotes } from "../evidence/cell-notes.ts";
import { type CellPlace, cellSelector, chooseAcross, chooseCell, samePlace } from "../evidence/cell-place.ts";
import { CellSign } from "./CellSign.tsx";
import { type ColumnWindow, useColumnWindow } from "./column-window.ts";

/** Rows beyond the part in view that are there all the same. */
const OVERSCAN = 12;

/** How many rows a page key moves by. */
const PAGE = 10;

/** About how high a row is, in pixels, until it has been measured. */
const ROW = 46;

interface Props {
  readonly rows: readonly ListedRow[];
  /** The columns, from left to right. */
  readonly sources: readonly Source[];
  /** What scrolls the table; null until it is on the page. */
  readonly scroller: HTMLElement | null;
}

/** The claim × source matrix as a grid that the arrow keys move in; only the rows in view are on the page. */
export function MatrixTable({ rows, sources, scroller }: Props) {
  const notes = useDesk(cellNotes);
  const active = useDesk((state) => state.activeCell);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    getItemKey: (i) => rows[i]?.row.claim.id ?? i,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    useAnimationFrameWithResizeObserver: true,
  });
  const shown = lines.getVirtualItems();
  const columns = useColumnWindow(sources, scroller);
  const focused = useMemo(
    () => (rows.some(({ row }) => row.claim.id === active?.claimId) ? active : firstCell(rows, sources)),
    [rows, sources, active],
  );
  const go = (index: number, column: number) => {
    const [claimId, sourceId] = [rows[index]?.row.claim.id, sources[column]?.id];
    if (claimId === undefined) return;
    lines.scrollToIndex(index, { align: "auto" });
    if (sourceId === undefined) {
      if (column === sources.length) focusWhenThere(scroller, `[data-together="${CSS.escape(claimId)}"]`);
      return;
    }
    columns.show(column);
    focusWhenThere(scroller, cellSelector({ claimId, sourceId }));
  };
  return (
    <table
      role="grid"
      aria-label="Stance of each source on each claim"
      aria-rowcount={rows.length + 1}
      aria-colcount={sources.length + 2}
      onKeyDown={(event) => moveFocus(event, rows, sources, go)}
    >
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className="claim-column">
            Claim
          </th>
          <Gap width={columns.before} />
          {columns.sources.map((source, i) => (
            <th
              key={source.id}
              scope="col"
              className="source-column"
              title={source.title}
              aria-colindex={columns.from + i + 2}
            >
              <bdi>{sourceName(source)}</bdi>
              <small>{source.date ? dateWords(source.date) : "no date"}</small>
            </th>
          ))}
          <Gap width={columns.after} />
          <th scope="col" aria-colindex={sources.length + 2}>
            Together
          </th>
        </tr>
      </thead>
      <tbody>
        <Space height={shown[0]?.start ?? 0} />
        {shown.map(({ index }) => {
          const listed = rows[index];
          return (
            listed && (
              <Row
                key={listed.row.claim.id}
                {...listed}
                index={index}
                measure={lines.measureElement}
                columns={columns}
                notes={notes}
                active={active}
                focused={focused}
              />
            )
          );
        })}
        <Space height={lines.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
      </tbody>
    </table>
  );
}

/** The room of the rows that are not on the page. */
function Space({ height }: { readonly height: number }) {
  return height > 0 ? <tr className="space" style={{ height }} /> : null;
}

/** The room of the columns that are not on the page. */
function Gap({ width }: { readonly width: number }) {
  return width > 0 ? <td className="gap" style={{ minWidth: width }} /> : null;
}

function firstCell([first]: readonly ListedRow[], [source]: readonly Source[]): CellPlace | null {
  return first && source ? { claimId: first.row.claim.id, sourceId: source.id } : null;
}

interface RowProps extends ListedRow {
  readonly index: number;
  readonly columns: ColumnWindow;
  readonly measure: (element: HTMLElement | null) => void;
  /** All that is noted about cells. */
  readonly notes: readonly CellNote[];
  readonly active: CellPlace | null;
  readonly focused: CellPlace | null;
}

/** Not drawn again while others come into view. */
const Row = memo(function Row({ row, level, index, measure, columns, notes, active, focused }: RowProps) {
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
              onFocus={() => chooseCell(place)}
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

/** Arrow keys, Home and End, as in any grid. */
function moveFocus(
  event: KeyboardEvent<HTMLTableElement>,
  rows: readonly ListedRow[],
  sources: readonly Source[],
  go: (index: number, column: number) => void,
): void {
  const place = event.defaultPrevented ? null : placeOf(event.target, rows, sources);
  if (!place) return;
  const [index, column] = place;
  const targets: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [index, column - 1],
    ArrowRight: [index, column + 1],
    ArrowUp: [index - 1, column],
    ArrowDown: [index + 1, column],
    Home: [index, 0],
    End: [index, sources.length - 1],
    PageUp: [Math.max(0, index - PAGE), column],
    PageDown: [Math.min(rows.length - 1, index + PAGE), column],
  };
  const [to, across] = targets[event.key] ?? [];
  if (to === undefined || across === undefined) return;
  event.preventDefault();
  go(to, across);
}

/** The row and the column of what has the focus; the column after the sources is what they say together. */
function placeOf(
  target: EventTarget,
  rows: readonly ListedRow[],
  sources: readonly Source[],
): readonly [index: number, column: number] | null {
  const together = target instanceof HTMLElement ? target.dataset.together : undefined;
  const { cell } = hereNow();
  const claimId = together ?? cell?.claimId;
  const index = rows.findIndex(({ row }) => row.claim.id === claimId);
  if (index === -1) return null;
  return [index, together === undefined ? sources.findIndex(({ id }) => id === cell?.sourceId) : sources.length];
}
