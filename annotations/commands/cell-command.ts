import type { CellState } from "../model/cell-state.ts";
import type { AnalystId } from "../model/id.ts";
import type { SimpleCommand } from "./command.ts";

/** The command after which the analyst's cell is just like `cell`, fields that this version does not know included. */
export function cellCommand(
  analyst: AnalystId,
  { claimId, sourceId, state, at, ...more }: CellState,
): Extract<SimpleCommand, { kind: "set-cell" }> {
  const known = { kind: "set-cell", analyst, at, claimId, sourceId, state } as const;
  return Object.keys(more).length === 0 ? known : { ...known, more };
}
