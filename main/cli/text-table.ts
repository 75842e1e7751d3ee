import { shownName } from "../host/file-name.ts";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Characters that terminals give two columns. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff00-\uff60]/u;

/** Text from a project as one line that no terminal takes for anything else. */
export function plainText(text: string): string {
  return shownName(text.replace(/\s+/g, " ").trim());
}

/** Rows of cells in aligned columns, two blanks between them; the last column is as wide as it needs to be. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((row) => row.map(plainText));
  const columns = Math.max(0, ...plain.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...plain.map((row) => widthOf(row[i] ?? ""))));
  const line = (row: readonly string[]) => row.map((cell, i) => cell + " ".repeat((widths[i] ?? 0) - widthOf(cell)));
  return plain.map((row) => `${line(row).join("  ").trimEnd()}\n`).join("");
}

function widthOf(text: string): number {
  return [...graphemes.segment(text)].reduce((width, { segment }) => width + (WIDE.test(segment) ? 2 : 1), 0);
}
