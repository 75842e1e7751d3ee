import { Refusal } from "../../commands/refusal.ts";
import type { InputFile } from "../input-file.ts";
import type { ReadAnnotations } from "../reading/read-annotations.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { type CsvColumns, csvColumns, lackOf } from "./csv-columns.ts";
import { CsvMarks } from "./csv-marks.ts";
import { csvRecords, type Delimiter, firstCsvRecord } from "./csv-records.ts";

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/** So much of a file surely holds the header of a table of marks. */
const HEADER_LENGTH = 8_192;

/** Whether the only file begins with the header of a table of marks. */
export function recognisesMarksCsv(files: readonly InputFile[]): boolean {
  const [file] = files;
  if (!file || files.length > 1) return false;
  const header = headerLine(file.beginning(HEADER_LENGTH));
  return lackOf(csvColumns(firstCsvRecord(header, delimiterOf(header)))) === null;
}

/**
 * Reads a table with one row for each piece of a mark and each of its tags, as `marksCsv` writes it, or a table from
 * elsewhere that has a column for the article, one for the claim, and the place or the quote. Rows with the same mark id,
 * or without one at the same place by the same analyst, are one mark. Offsets count code points.
 */
export function readMarksCsv(files: readonly InputFile[]): ReadAnnotations {
  const builder = new ReadBuilder();
  for (const file of files) readFile(file, builder, files.length > 1 ? `${file.path}, ` : "");
  return builder.result();
}

function readFile(file: InputFile, builder: ReadBuilder, where: string): void {
  const parts = file.parts()[Symbol.iterator]();
  const beginning = String(parts.next().value ?? "");
  const delimiter = delimiterOf(beginning);
  let marks: CsvMarks | null = null;
  let width = 0;
  for (const { line, fields, fault } of csvRecords(following(beginning, parts), delimiter)) {
    const message = fault ?? (fields.length === width ? null : `has ${fields.length} fields, the header ${width}`);
    const at = `${where}line ${line}`;
    if (!marks) {
      marks = new CsvMarks(columnsOf(file, fields), builder);
      width = fields.length;
    } else if (message !== null) builder.problem(at, `The row ${message}; it is left out.`);
    else marks.add(at, fields);
  }
  if (!marks) throw new Refusal(`“${file.path}” is empty.`);
  marks.finish();
}

function* following(first: string, others: Iterator<string>): Generator<string> {
  try {
    yield first;
    for (let next = others.next(); !next.done; next = others.next()) yield next.value;
  } finally {
    others.return?.();
  }
}

function columnsOf(file: InputFile, header: readonly string[]): CsvColumns {
  const columns = csvColumns(header);
  const lack = lackOf(columns);
  if (lack !== null) throw new Refusal(`“${file.path}” has no column for ${lack} in its first line.`);
  return columns;
}

/** The delimiter by which the header of a table has most columns that are known. */
function delimiterOf(beginning: string): Delimiter {
  const known = (delimiter: Delimiter) => csvColumns(firstCsvRecord(beginning, delimiter)).size;
  return DELIMITERS.reduce((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best));
}

/** The first line, so that what is cut off after it leaves no quotation mark open. */
function headerLine(beginning: string): string {
  return /^[^\r\n]*/.exec(beginning)?.[0] ?? "";
}
