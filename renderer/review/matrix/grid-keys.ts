import type { KeyboardEvent } from "react";
import type { Source } from "../../../annotations/model/source.ts";
import type { ListedRow } from "../../../annotations/review/row-list.ts";
import { hereNow } from "../../actions/here.ts";

/** How many rows a page key moves by. */
const PAGE = 10;

/** Arrow keys, Home and End, as in any grid. */
export function moveFocus(
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
