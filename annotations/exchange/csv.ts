/**
 * One CSV table: comma-separated, CRLF line ends, every field quoted (RFC 4180). A cell that a spreadsheet would run
 * as a formula gets a leading apostrophe, also where the dangerous character follows blanks or a line break.
 */
export function csvTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
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
  const dangerous = FORMULA_START.test(value) || value.split(/\r\n?|\n/).some((line) => FORMULA_START.test(line));
  return dangerous ? `'${value}` : value;
}
