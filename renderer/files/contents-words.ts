import type { SetVersion } from "../../annotations/api/set-version.ts";
import { amount } from "../controls/amount.ts";

/** What a version of a set contains, in words. */
export function contentsWords(contents: SetVersion["contents"]): string {
  if (!contents) return "cannot be read";
  const { marks, claims, cells } = contents;
  return [amount(marks, "mark"), amount(claims, "claim"), amount(cells, "judged cell")].join(" · ");
}
