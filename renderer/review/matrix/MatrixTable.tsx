import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo } from "react";
import { type Source, sourceName } from "../../../annotations/model/source.ts";
import type { ListedRow } from "../../../annotations/review/row-list.ts";
import { focusWhenThere } from "../../controls/focus-when-there.ts";
import { dateWords } from "../../reading/date-words.ts";
import { useDesk } from "../../session/desk.ts";
import { cellNotes } from "../evidence/cell-notes.ts";
import { type CellPlace, cellSelector } from "../evidence/cell-place.ts";
import { useColumnWindow } from "./column-window.ts";
import { Gap } from "./Gap.tsx";
import { moveFocus } from "./grid-keys.ts";
import { MatrixLine } from "./MatrixLine.tsx";

/** Rows beyond the part in view that are there all the same. */
const OVERSCAN = 12;

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
              <MatrixLine
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

function firstCell([first]: readonly ListedRow[], [source]: readonly Source[]): CellPlace | null {
  return first && source ? { claimId: first.row.claim.id, sourceId: source.id } : null;
}
