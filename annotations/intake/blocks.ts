import { withoutBlankEnds } from "../text/blank.ts";
import { isSoftBreak, type Line, type LineGroup, wrapColumn } from "./wrapping.ts";

/** A block before anybody has said what it is. Offsets are UTF-16 indices. */
export interface TextBlock {
  readonly start: number;
  readonly end: number;
  /** The block's text with every run of blanks as one space. */
  readonly line: string;
}

/**
 * Splits a text into blocks: every line that is not blank, or, in a hard-wrapped text, every paragraph of lines. Blocks
 * are in order and begin and end without blanks; nothing but blanks lies between them.
 */
export function textBlocks(text: string): readonly TextBlock[] {
  const groups = lineGroups(text);
  const column = wrapColumn(groups);
  return groups.flatMap((group) => paragraphsOf(group, column)).map(({ start, end }) => blockAt(text, start, end));
}

function blockAt(text: string, start: number, end: number): TextBlock {
  return { start, end, line: text.slice(start, end).replace(/[\s\u0085]+/g, " ") };
}

/** The characters that end a line; all of them are grapheme clusters of their own (Unicode Standard Annex 29). */
const LINE_END = /[\n\v\f\u0085\u2028\u2029]/;

function lineGroups(text: string): readonly LineGroup[] {
  const groups: Line[][] = [[]];
  let reached = 0;
  for (const raw of text.split(LINE_END)) {
    const inner = withoutBlankEnds(text, reached, reached + raw.length);
    if (inner) groups.at(-1)?.push({ start: inner[0], end: inner[1], text: text.slice(...inner) });
    else groups.push([]);
    reached += raw.length + 1;
  }
  return groups.filter((group) => group.length > 0);
}

function paragraphsOf(group: LineGroup, column: number | null): readonly { start: number; end: number }[] {
  const paragraphs: { start: number; end: number }[] = [];
  let before: Line | undefined;
  for (const line of group) {
    const open = paragraphs.at(-1);
    if (open && before && column !== null && isSoftBreak(before, line, column)) open.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
    before = line;
  }
  return paragraphs;
}
