/** A table to be written as CSV. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly string[]>;
  /** Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
  readonly hasMark?: boolean;
}

/**
 * One CSV table, line by line: comma-separated, CRLF line ends, every field quoted (RFC 4180). A cell that a spreadsheet
 * would run as a formula gets a leading apostrophe, also where the dangerous character follows blanks or a line break.
 */
export function* csvLines({ header, rows, hasMark = false }: CsvTable): Generator<string> {
  yield `${hasMark ? "\uFEFF" : ""}${csvLine(header)}`;
  for (const row of rows) yield csvLine(row);
}

/** The whole table as one text. */
export function csvTable(header: readonly string[], rows: Iterable<readonly string[]>): string {
  return [...csvLines({ header, rows })].join("");
}

function csvLine(row: readonly string[]): string {
  return `${row.map(csvField).join(",")}\r\n`;
}

function csvField(value: string): string {
  return `"${guarded(value).replaceAll('"', '""')}"`;
}

/**
 * The characters that start a formula in Excel, LibreOffice or Google Sheets, after any blanks. An apostrophe before
 * them gets one more, so that taking one away always gives the value back.
 */
const FORMULA_START = /^'*\s*[=+\-@\t\r＝＋－＠]/;

function guarded(value: string): string {
  return isDangerous(value) ? `'${value}` : value;
}

/** The value that a cell of a table written here stands for: without the apostrophe that guards it. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && isDangerous(cell.slice(1)) ? cell.slice(1) : cell;
}

function isDangerous(value: string): boolean {
  return FORMULA_START.test(value) || value.split(/\r\n?|\n/).some((line) => FORMULA_START.test(line));
}
