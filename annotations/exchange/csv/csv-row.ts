import type { ReadBuilder } from "../reading/read-builder.ts";
import type { CsvColumn, CsvColumns } from "./csv-columns.ts";
import { unguarded } from "./csv-table.ts";

/** One row of a table of marks, by its columns. */
export interface CsvRow {
  /** Where it stands, for people. */
  readonly at: string;
  /** What stands in a column, without the guard against formulas; empty where the table has no such column. */
  text(column: CsvColumn): string;
  /** Whether a column says yes. */
  says(column: CsvColumn): boolean;
  /** A number, null where nothing stands, and NaN for what is none. */
  number(column: CsvColumn): number | null;
  /** A time in ISO 8601; what is none is reported. */
  time(column: CsvColumn): string | null;
  /** What stands in a column, as the field `name` of an object; an empty object where nothing does. */
  given<Name extends string>(name: Name, column: CsvColumn): { readonly [key in Name]?: string };
  problem(message: string): void;
}

/** The row at `at` with these fields; what cannot be understood is reported to `builder`. */
export function rowOf(at: string, columns: CsvColumns, fields: readonly string[], builder: ReadBuilder): CsvRow {
  const text = (column: CsvColumn) => {
    const place = columns.get(column);
    return place === undefined ? "" : unguarded(fields[place] ?? "");
  };
  const problem = (message: string) => builder.problem(at, message);
  return {
    at,
    text,
    problem,
    says: (column) => /^(?:yes|true|1|x)$/i.test(text(column).trim()),
    number: (column) => numberOf(text(column).trim()),
    time: (column) => {
      const time = text(column).trim();
      const isTime = /^\d{4}-\d\d-\d\dT/.test(time) && !Number.isNaN(Date.parse(time));
      if (time !== "" && !isTime) problem("When the mark was made is no time in ISO 8601; it is left out.");
      return isTime ? time : null;
    },
    given: <Name extends string>(name: Name, column: CsvColumn) => {
      const value = text(column);
      return (value.trim() === "" ? {} : { [name]: value }) as { readonly [key in Name]?: string };
    },
  };
}

function numberOf(text: string): number | null {
  if (text === "") return null;
  return /^-?\d{1,17}(?:\.\d{1,20})?$/.test(text) || /^-?\d(?:\.\d+)?e[+-]?\d{1,3}$/.test(text)
    ? Number(text)
    : Number.NaN;
}
