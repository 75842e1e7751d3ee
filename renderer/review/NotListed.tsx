import { amount } from "../controls/amount.ts";

/** How many claims the parts of the review list at once; nobody could work through more in one list. */
export const MOST_LISTED = 200;

/** Says how many of a list are not shown. */
export function NotListed({ number, most = MOST_LISTED }: { readonly number: number; readonly most?: number }) {
  return number > most ? <p className="explained">… and {amount(number - most, "more", "more")}.</p> : null;
}
