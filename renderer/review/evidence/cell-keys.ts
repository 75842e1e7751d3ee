import type { KeyboardEvent } from "react";
import { hereNow } from "../../actions/here.ts";
import { findAction, runKey } from "../../actions/registry.ts";
import type { CellPlace } from "./cell-place.ts";

/** What a key does on a cell, wherever in the review that stands; the arrows are left to what the cell stands in. */
export function cellKey(event: KeyboardEvent, cell: CellPlace): void {
  runKey(event.nativeEvent, findAction(event.nativeEvent, ["cell"]), { ...hereNow(), cell });
}
