import { Refusal } from "../../commands/refusal.ts";
import type { InputFile } from "../input-file.ts";
import type { ReadAnnotations } from "../reading/read-annotations.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { type CsvColumns, csvColumns, lackOf } from "./csv-columns.ts";
import { CsvMarks } from "./csv-marks.ts";
import { type Delimiter, eachCsvRecord, firstCsvRecord } from "./csv-records.ts";

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/** So much of a file surely holds the header of a table of marks. */
const HEADER_LENGTH = 8_192;

/** Whether the only file begins with the header of a table of marks. */
export function recognisesMarksCsv(files: readonly InputFile[]): boolean {
  const [file] = files;
  if (!file || files.length > 1) return false;
  const header = headerLine(file.beginning(HEADER_LENGTH));
  return lackOf(tableOf(header).columns) === null;
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
  const text = file.text();
  if (text.trim() === "") throw new Refusal(`“${file.path}” is empty.`);
  const { delimiter, columns, width } = tableOf(text);
  const lack = lackOf(columns);
  if (lack !== null) throw new Refusal(`“${file.path}” has no column for ${lack} in its first line.`);
  const marks = new CsvMarks(columns, builder);
  let isHeader = true;
  eachCsvRecord(text, delimiter, ({ line, fields, fault }) => {
    const at = `${where}line ${line}`;
    const message = fault ?? (fields.length === width ? null : `has ${fields.length} fields, the header ${width}`);
    if (isHeader) isHeader = false;
    else if (message !== null) builder.problem(at, `The row ${message}; it is left out.`);
    else marks.add(at, fields);
    return true;
  });
  marks.finish();
}

interface Table {
  readonly delimiter: Delimiter;
  readonly columns: CsvColumns;
  /** How many fields each row has. */
  readonly width: number;
}

/** The table whose header has most columns that are known, by the delimiter that gives them. */
function tableOf(text: string): Table {
  const tables = DELIMITERS.map((delimiter): Table => {
    const header = firstCsvRecord(text, delimiter);
    return { delimiter, columns: csvColumns(header), width: header.length };
  });
  return tables.reduce((best, table) => (table.columns.size > best.columns.size ? table : best));
}

/** The first line, so that what is cut off after it leaves no quotation mark open. */
function headerLine(beginning: string): string {
  return /^[^\r\n]*/.exec(beginning)?.[0] ?? "";
}
