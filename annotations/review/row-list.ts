import { claimTree } from "../model/claim-tree.ts";
import { compareText } from "../model/order.ts";
import type { Source } from "../model/source.ts";
import { allAgree, compareDifference, relationsIn } from "./difference.ts";
import type { MatrixRow } from "./matrix.ts";
import type { RowStatus } from "./row-status.ts";

/** Which rows of a matrix are wanted, and in which order they and the columns stand. */
export interface RowWish {
  /** As the claims are listed, each below its parent, or those first over which the sources differ most. */
  readonly sort: "list" | "parents" | "difference";
  /** The sources as the articles stand side by side, or by date, those without one last. */
  readonly columns: "panes" | "date";
  /** Whether the rows are left out in which all sources that speak say the same. */
  readonly foldAgreeing: boolean;
  readonly status: RowStatus | null;
  /** What the claim's label, wording or an alias must contain, whatever its case; every word of it. */
  readonly words: string;
}

export const ALL_ROWS: RowWish = { sort: "list", columns: "panes", foldAgreeing: false, status: null, words: "" };

/** The columns of a matrix in the order that is wanted. */
export function columnList(sources: readonly Source[], { columns }: Pick<RowWish, "columns">): readonly Source[] {
  if (columns === "panes") return sources;
  return [...sources].sort((a, b) => Number(a.date === "") - Number(b.date === "") || compareText(a.date, b.date));
}

export interface ListedRow {
  readonly row: MatrixRow;
  /** How deep the claim stands below others, 1 at the top; 1 for all where the order does not follow the parents. */
  readonly level: number;
}

/** The rows that are wanted, and how many were folded away because all agree. */
export interface RowList {
  readonly rows: readonly ListedRow[];
  readonly folded: number;
}

/** Picks and orders rows; where two differ equally they stay in the order of the list. */
export function rowList(rows: readonly MatrixRow[], wish: RowWish): RowList {
  const words = wish.words.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const found = rows.filter((row) => (wish.status === null || row.summary.status === wish.status) && holds(row, words));
  const shown = wish.foldAgreeing ? found.filter((row) => !allAgree(row)) : found;
  return {
    rows: ordered(shown, wish.sort),
    folded: found.length - shown.length,
  };
}

function holds({ claim }: MatrixRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [claim.displayLabel, claim.text, ...claim.aliases].join("\n").toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

function ordered(rows: readonly MatrixRow[], sort: RowWish["sort"]): readonly ListedRow[] {
  if (sort === "parents") return belowParents(rows);
  return (sort === "difference" ? byDifference(rows) : rows).map((row) => ({ row, level: 1 }));
}

/** A claim whose parent is left out stands at the top. */
function belowParents(rows: readonly MatrixRow[]): readonly ListedRow[] {
  const byClaim = new Map(rows.map((row) => [row.claim.id, row]));
  return [...claimTree(rows.map(({ claim }) => claim)).nodes].flatMap(([id, { level }]) => {
    const row = byClaim.get(id);
    return row ? [{ row, level }] : [];
  });
}

function byDifference(rows: readonly MatrixRow[]): readonly MatrixRow[] {
  return rows
    .map((row) => ({ row, counts: relationsIn(row) }))
    .sort((a, b) => compareDifference(a.counts, b.counts))
    .map(({ row }) => row);
}
