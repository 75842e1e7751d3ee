import { amount } from "../text/amount.ts";
import type { Cell } from "./cell.ts";

/** What a cell's sign says, in words. */
export function cellWords(cell: Cell): string {
  if (cell.kind === "empty") return cell.state.replaceAll("-", " ");
  const parts = [
    cell.stance,
    cell.voice === "own" ? "in the article's own voice" : "only quoted",
    cell.hedged ? "hedged" : "",
    cell.conflict ? "conflict inside the article" : "",
    amount(cell.evidence.length, "passage"),
  ];
  return parts.filter(Boolean).join(", ");
}
