import type { RowWish } from "../../../annotations/review/row-list.ts";
import { desk, setDesk } from "../../session/desk.ts";

/** Shows other rows of the matrix, or in another order. What is looked for ends with the session, how it stands does not. */
export function wishFor(rowWish: RowWish): void {
  const { sort, columns, foldAgreeing } = rowWish;
  setDesk({ rowWish, layout: { ...desk().layout, review: { sort, columns, foldAgreeing } } });
}

export function changeWish(part: Partial<RowWish>): void {
  wishFor({ ...desk().rowWish, ...part });
}
