/** A line of a text without the blanks at its ends. Offsets are UTF-16 indices. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines that follow each other without a blank line between them. */
export type LineGroup = readonly Line[];

const NARROWEST = 40;
const WIDEST = 100;

/**
 * The column at which a text was wrapped by hand or by a mail program, or null when its line ends divide paragraphs. A
 * text counts as wrapped when hardly any line is longer than a screen is wide, and most of those that another follows
 * have no room for its first word, and enough of them stop in mid-sentence.
 */
export function wrapColumn(groups: readonly LineGroup[]): number | null {
  const widths = groups.flatMap((group) => group.map(widthOf));
  if (widths.filter((width) => width > WIDEST).length > widths.length / 20) return null;
  const breaks = groups.flatMap(breaksOf);
  // The widest tenth may be a link or a table row that nobody wrapped.
  const column = breaks
    .map(([line]) => widthOf(line))
    .sort((a, b) => a - b)
    .at(Math.floor((breaks.length - 1) * 0.9));
  if (breaks.length < 2 || column === undefined || column < NARROWEST || column > WIDEST) return null;
  // Greetings, headers and list items say nothing of how the paragraphs are set.
  const long = breaks.filter(([line]) => widthOf(line) * 2 >= column);
  const full = long.filter(([line, next]) => isFull(line, next, column));
  // Lines of verse, which begin with capitals, may be full by chance.
  const inSentence = full.filter(([line, next]) => !SENTENCE_END.test(line.text) && !/^\p{Lu}/u.test(next.text));
  return full.length >= long.length * 0.6 && inSentence.length * 3 >= long.length ? column : null;
}

/** Whether the end of `line` is only there because the text is wrapped at `column`. */
export function isSoftBreak(line: Line, next: Line, column: number): boolean {
  if (LIST_ITEM.test(next.text)) return false;
  if (isFull(line, next, column)) return true;
  const nearlyFull = widthOf(line) >= column * 0.55;
  return nearlyFull && !SENTENCE_END.test(line.text) && /^\p{Ll}/u.test(next.text);
}

const SENTENCE_END = /[.!?:…。！？؟][\p{Pf}\p{Pe}"']*$/u;
const LIST_ITEM = /^(?:[-*•–]|\d{1,3}[.)])\s/;

/** East Asian characters that take two columns, roughly (Unicode Standard Annex 11). */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g;

/** Chinese and Japanese may be broken after any character, other scripts between words only. */
const FIRST_WORD = /^(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+)/u;

function breaksOf(group: LineGroup): (readonly [Line, Line])[] {
  return group.slice(1).flatMap((next, i) => {
    const line = group[i];
    return line ? [[line, next] as const] : [];
  });
}

/** Whether the first word of the next line had no room any more. */
function isFull(line: Line, next: Line, column: number): boolean {
  const word = FIRST_WORD.exec(next.text)?.[0] ?? "";
  return widthOf(line) + 1 + columnsOf(word) > column;
}

function widthOf(line: Line): number {
  return columnsOf(line.text);
}

/** Columns of a fixed-width font; an astral character counts as the two UTF-16 units that it is. */
function columnsOf(text: string): number {
  return text.length > 4 * WIDEST ? text.length : text.length + (text.match(WIDE)?.length ?? 0);
}
