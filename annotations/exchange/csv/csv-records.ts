/// <reference path="./papaparse.d.ts" />
import papa from "papaparse";

/** One record of a CSV text. */
export interface CsvRecord {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** Why its fields cannot be trusted, in words that follow "it"; null where they can. */
  readonly fault: string | null;
}

/** What divides the fields of a record. */
export type Delimiter = "," | ";" | "\t";

/**
 * Hands over the records of a CSV text (RFC 4180) one by one and without keeping them, until `each` gives back false.
 * Empty lines are left out. Takes LF, CRLF and CR for line ends, whichever stands first in the text; where a line ends with
 * LF, a CR before it is none of the last field.
 */
export function eachCsvRecord(
  text: string,
  delimiter: Delimiter,
  each: (record: CsvRecord) => boolean | undefined,
): void {
  const newline = lineEndOf(text);
  let line = 1;
  papa.parse(text, {
    delimiter,
    newline,
    fastMode: false,
    step: ({ data, errors }, handle) => {
      const fields = newline === "\n" ? withoutReturn(data) : data;
      const record = { line, fields, fault: faultOf(fields, errors[0]?.code) };
      line += 1 + fields.reduce((sum, field) => sum + lineEndsIn(field), 0);
      const isEmpty = fields.length === 1 && fields[0] === "" && record.fault === null;
      if (!isEmpty && each(record) === false) handle.abort();
    },
  });
}

/** The first record of a text with this delimiter; no fields where there is none. */
export function firstCsvRecord(text: string, delimiter: Delimiter): readonly string[] {
  let first: readonly string[] = [];
  eachCsvRecord(text, delimiter, ({ fields }) => {
    first = fields;
    return false;
  });
  return first;
}

function lineEndOf(text: string): "\n" | "\r\n" | "\r" {
  const [found] = /\r\n|\n|\r/.exec(text) ?? [];
  return found === "\r\n" || found === "\r" ? found : "\n";
}

function withoutReturn(fields: readonly string[]): readonly string[] {
  const last = fields.at(-1);
  return last?.endsWith("\r") ? fields.with(-1, last.slice(0, -1)) : fields;
}

function faultOf(fields: readonly string[], code: string | undefined): string | null {
  if (code === "MissingQuotes") return "has a quotation mark that is never closed";
  if (code !== undefined) return "has a quotation mark in a place where none may stand";
  return fields.some((field) => field.includes("\0")) ? "has a NUL character" : null;
}

function lineEndsIn(field: string): number {
  let ends = 0;
  for (const _ of field.matchAll(/\r\n?|\n/g)) ends++;
  return ends;
}
