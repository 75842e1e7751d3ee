import type { SetVersion } from "../../annotations/api/set-version.ts";

/** A number with its noun, in the singular where it is one. */
export function amount(number: number, one: string, many: string = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** What a version of a set contains, in words. */
export function contentsWords(contents: SetVersion["contents"]): string {
  if (!contents) return "cannot be read";
  const { marks, claims, cells } = contents;
  return [amount(marks, "mark"), amount(claims, "claim"), amount(cells, "judged cell")].join(" · ");
}
