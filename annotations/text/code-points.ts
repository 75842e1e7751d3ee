/**
 * Converts between the two ways of counting in one text: code points, which are stored, and UTF-16 indices, which
 * JavaScript strings and ProseMirror use. A text without astral characters costs nothing; others cost one list entry
 * per astral character and a binary search per conversion.
 */
export class CodePoints {
  /** The length of the text in code points. */
  readonly length: number;
  readonly #text: string;
  /** UTF-16 index of each astral character (a surrogate pair), ascending. */
  readonly #astral: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#astral = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map((match) => match.index);
    this.length = text.length - this.#astral.length;
  }

  /** The UTF-16 index of the code point at `offset`, which must lie in `[0, length]`; throws a RangeError otherwise. */
  toUtf16(offset: number): number {
    if (!Number.isInteger(offset) || offset < 0 || offset > this.length) {
      throw new RangeError(`offset ${offset} is outside a text of ${this.length} code points`);
    }
    const before = countBelow(this.#astral.length, (i) => (this.#astral[i] ?? 0) - i < offset);
    return offset + before;
  }

  /** The number of code points before the UTF-16 index `index`; an index inside a surrogate pair counts the pair. */
  fromUtf16(index: number): number {
    return index - countBelow(this.#astral.length, (i) => (this.#astral[i] ?? 0) + 1 < index);
  }

  /** The stretch `[start, end)` in code points. */
  slice(start: number, end: number): string {
    return this.#text.slice(this.toUtf16(start), this.toUtf16(end));
  }
}

const cache = new WeakMap<object, CodePoints>();

/** The converter for `source`'s text, made once per source value. */
export function codePointsOf(source: { readonly text: string }): CodePoints {
  const known = cache.get(source);
  if (known) return known;
  const made = new CodePoints(source.text);
  cache.set(source, made);
  return made;
}

/** How many of the first `size` indices satisfy `isBelow`, which must hold for a prefix only (binary search). */
function countBelow(size: number, isBelow: (index: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
