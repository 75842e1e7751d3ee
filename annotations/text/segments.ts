/** One segment and where it begins (UTF-16 index). */
export interface Segment {
  readonly segment: string;
  readonly index: number;
  readonly isWordLike: boolean;
}

/** How much is segmented at once, in UTF-16 units. */
const WINDOW = 2_000;

/** So many segments at the end of a window may have to do with what follows: "report", "’" and then "s". */
const UNSETTLED = 3;

/**
 * The segments of a text in order. V8 takes time that grows with the square of the length of a text beyond Latin-1 (a
 * minute for 200,000 characters), so the segmenter gets it in windows. Each begins where a segment does, and
 * boundaries do not depend on what stands before such a place (Unicode Annex 29).
 */
export function* segmentsOf(segmenter: Intl.Segmenter, text: string): Generator<Segment> {
  let size = WINDOW;
  for (let from = 0; from < text.length; ) {
    const isLast = from + size >= text.length;
    const found = [...segmenter.segment(text.slice(from, from + size))];
    const settled = isLast ? found : found.slice(0, -UNSETTLED);
    for (const { segment, index, isWordLike } of settled) {
      yield { segment, index: from + index, isWordLike: isWordLike === true };
    }
    if (isLast) return;
    const next = found.at(-UNSETTLED);
    if (settled.length > 0 && next) from += next.index;
    else size *= 2;
  }
}
