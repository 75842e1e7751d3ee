/** Whitespace, and characters that take no room and print nothing, which some editors leave on empty lines. */
const BLANK = /[\s\u0085\u200b\u200e\u200f\u2060]/;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Whether the UTF-16 unit at `index` is a blank. */
function isBlankAt(text: string, index: number): boolean {
  return BLANK.test(text.charAt(index));
}

/**
 * The stretch of `[start, end)` (UTF-16 indices) that is left without the blanks at both ends, or null when there is
 * nothing else. A blank that carries a combining mark stays, since grapheme clusters are never cut.
 */
export function withoutBlankEnds(text: string, start: number, end: number): readonly [number, number] | null {
  let low = start;
  let high = end;
  while (low < high && isBlankAt(text, low)) low++;
  while (high > low && isBlankAt(text, high - 1)) high--;
  if (low === high) return null;
  if (low === start && high === end) return [start, end];
  const clusters = graphemes.segment(text.slice(start, end));
  const first = clusters.containing(low - start);
  const last = clusters.containing(high - 1 - start);
  return [start + (first?.index ?? 0), last ? start + last.index + last.segment.length : end];
}
