import { monthName } from "../intake/month.ts";
import type { Value } from "../model/value.ts";
import type { DateBounds, NumberBounds } from "./bounds.ts";

/** A value in plain words, for example "more than 200 people", "27 to 31 March 2022". `readingOf` reads it as the same. */
export function valueWords(value: Value): string {
  switch (value.kind) {
    case "number":
      return withUnit(numberWords(value), value.unit);
    case "date":
      return dateWords(value);
    case "place":
      return value.name;
    default:
      return value satisfies never;
  }
}

function withUnit(words: string, unit: string): string {
  if (/^(?:US\$|[$€£¥])$/.test(unit)) return words.replace(/(?<![-\d.,])(?=-?\d)/g, unit);
  return unit === "%" ? `${words}%` : [words, unit].filter(Boolean).join(" ");
}

/** The number or range without what is counted. */
export function numberWords({ least, most, leastExcluded, mostExcluded, approximate }: NumberBounds): string {
  const about = approximate ? "about " : "";
  const from = least === null ? "" : `${leastExcluded ? "more than" : "at least"} ${about}${plainNumber(least)}`;
  const to = most === null ? "" : `${mostExcluded ? "less than" : "up to"} ${about}${plainNumber(most)}`;
  if (from === "" || to === "" || leastExcluded || mostExcluded) return [from, to].filter(Boolean).join(" and ");
  const ends = least === most ? [least] : [least, most];
  return `${about}${ends.map((end) => plainNumber(end ?? 0)).join(" to ")}`;
}

/** A number with commas between thousands. */
function plainNumber(number: number): string {
  const decimals = /\.(\d+)$/.exec(String(number))?.[1]?.length ?? 0;
  const size = Math.abs(number);
  // One point before exactly three digits would be read as one between thousands.
  const shown = decimals === 3 && size >= 1 && size < 1_000 ? 4 : decimals;
  return number.toLocaleString("en", { minimumFractionDigits: shown, maximumFractionDigits: 20 });
}

function dateWords({ from, to, fromExcluded, toExcluded, approximate }: DateBounds): string {
  const about = approximate ? "about " : "";
  const after = from === "" ? "" : `${fromExcluded ? "after" : "since"} ${about}${plainDate(from)}`;
  const before = to === "" ? "" : `${toExcluded ? "before" : "until"} ${about}${plainDate(to)}`;
  if (after === "" || before === "" || fromExcluded || toExcluded) return [after, before].filter(Boolean).join(" and ");
  return about + (from === to ? plainDate(from) : `${withoutShared(from, to)} to ${plainDate(to)}`);
}

/** A year, month or day in ISO 8601 as it is written out: "27 March 2022". */
export function plainDate(date: string): string {
  const [year = "", month, day] = date.split("-");
  return [day && String(Number(day)), month && monthName(Number(month)), year].filter(Boolean).join(" ");
}

/** The beginning of a time without the month and year that its end says: the 27 of "27 to 31 March 2022". */
function withoutShared(from: string, to: string): string {
  const [year, month, day] = from.split("-");
  const [otherYear, otherMonth, otherDay] = to.split("-");
  if (year !== otherYear || !month || !otherMonth) return plainDate(from);
  if (day && otherDay && month === otherMonth) return String(Number(day));
  return plainDate(from).replace(/ \d+$/, "");
}
