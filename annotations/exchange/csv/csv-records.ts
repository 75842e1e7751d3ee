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

/** The longest record, in UTF-16 units: what is longer has lost a quotation mark. */
const LONGEST = 16 * 1024 * 1024;

/**
 * The records of a CSV text (RFC 4180) that comes in parts, one by one and without keeping them. Empty lines are left out.
 * Takes LF, CRLF and CR for line ends, whichever stands first in the text; where a line ends with LF, a CR before it is none
 * of the last field.
 */
export function* csvRecords(parts: Iterable<string>, delimiter: Delimiter): Generator<CsvRecord> {
  let [rest, line, wanted] = ["", 1, 0];
  let parser: Records | null = null;
  for (const part of parts) {
    rest += part;
    // A record that did not end is tried again only when there is twice as much of it.
    if (rest.length < wanted) continue;
    parser ??= new Records(delimiter, lineEndOf(rest));
    const { records, reached, next } = parser.read(rest, line, true);
    yield* records;
    [rest, line] = [rest.slice(reached), next];
    wanted = reached === 0 ? 2 * rest.length : 0;
    if (rest.length > LONGEST) break;
  }
  parser ??= new Records(delimiter, lineEndOf(rest));
  yield* parser.read(rest, line, false).records;
}

/** The first record of a text with this delimiter; no fields where there is none. */
export function firstCsvRecord(text: string, delimiter: Delimiter): readonly string[] {
  for (const { fields } of csvRecords([text.slice(0, FIRST), text.slice(FIRST)], delimiter)) return fields;
  return [];
}

/** So much of a text is parsed at first for its first record. */
const FIRST = 8_192;

interface ReadRecords {
  readonly records: readonly CsvRecord[];
  /** How much of the text they are. */
  readonly reached: number;
  /** The line after them. */
  readonly next: number;
}

class Records {
  readonly #parser: InstanceType<typeof papa.Parser>;
  readonly #newline: string;

  constructor(delimiter: Delimiter, newline: "\n" | "\r\n" | "\r") {
    this.#parser = new papa.Parser({ delimiter, newline, fastMode: false });
    this.#newline = newline;
  }

  /** The records of a text that begins on a line; the last one may be left for later. */
  read(text: string, first: number, isLastLeft: boolean): ReadRecords {
    const { data, errors, meta } = this.#parser.parse(text, 0, isLastLeft);
    const codes = new Map(errors.map(({ row, code }) => [row, code]));
    const records: CsvRecord[] = [];
    let line = first;
    for (const [i, row] of data.entries()) {
      const fields = this.#newline === "\n" ? withoutReturn(row) : row;
      const fault = faultOf(fields, codes.get(i));
      if (fields.length > 1 || fields[0] !== "" || fault !== null) records.push({ line, fields, fault });
      line += 1 + fields.reduce((sum, field) => sum + lineEndsIn(field), 0);
    }
    return { records, reached: meta.cursor, next: line };
  }
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
