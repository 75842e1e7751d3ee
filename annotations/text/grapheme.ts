const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A grapheme cluster, what a reader takes for one character: a half-open stretch of a text in UTF-16 indices. */
export interface Grapheme {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The grapheme clusters of a text. */
export class Graphemes {
  readonly #segments: Intl.Segments;

  constructor(text: string) {
    this.#segments = segmenter.segment(text);
  }

  /** The cluster that holds the UTF-16 unit at `index`; null outside the text. */
  at(index: number): Grapheme | null {
    const found = this.#segments.containing(index);
    return found ? { start: found.index, end: found.index + found.segment.length, text: found.segment } : null;
  }

  /** `[start, end)` widened to whole clusters. */
  widened(start: number, end: number): readonly [number, number] {
    return [this.at(start)?.start ?? start, this.at(end - 1)?.end ?? end];
  }
}
