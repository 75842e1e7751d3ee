import { EMPTY_SIGNS } from "../model/cell-state.ts";
import { STANCE_SIGNS, type Stance } from "../model/stance.ts";
import type { Cell } from "../review/cell.ts";
import type { RowStatus } from "../review/row-status.ts";
import type { Inline } from "./document.ts";

/** The sign of a stance alone. */
export function stanceSign(stance: Stance): Inline {
  return { kind: "sign", look: stance, text: STANCE_SIGNS[stance] };
}

/** A cell as a sign; a stance that is only quoted stands in brackets, as on a terminal. */
export function cellSign(cell: Cell): Inline {
  if (cell.kind === "empty") return { kind: "sign", look: cell.state, text: EMPTY_SIGNS[cell.state] };
  const sign = STANCE_SIGNS[cell.stance];
  const hollow = cell.voice === "attributed";
  const text = `${hollow ? `(${sign})` : sign}${cell.conflict ? "!" : ""}${cell.hedged ? "~" : ""}`;
  return { kind: "sign", look: cell.stance, hollow, text };
}

export function statusSign(status: RowStatus): Inline {
  return { kind: "sign", look: status, text: status.replaceAll("-", " ") };
}
