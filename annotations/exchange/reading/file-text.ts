import type { Range } from "../../model/range.ts";
import { CodePoints } from "../../text/code-points.ts";
import { CONTEXT_LENGTH } from "../../text/selector.ts";
import type { OffsetUnit } from "./read-annotations.ts";

/**
 * An article's text as a file has it, in which the file counts, and the way from its positions to those in the canonical
 * form of the same text, which has no byte order mark and LF as its only line end.
 */
export class FileText {
  readonly #text: string;
  readonly #points: CodePoints;
  /** The UTF-16 indices of the characters that the canonical form does not have, ascending. */
  readonly #dropped: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#points = new CodePoints(text);
    const dropped = text.startsWith("\uFEFF") ? [0] : [];
    for (const { index } of text.matchAll(/\r(?=\n)/g)) dropped.push(index);
    this.#dropped = dropped;
  }

  /** The stretch `[start, end)`, counted in `unit`, as a range of the canonical form; null where it lies outside of the text or is none. */
  stretch(start: number, end: number, unit: OffsetUnit): Range | null {
    const length = unit === "utf-16" ? this.#text.length : this.#points.length;
    if (!(start >= 0 && start < end && end <= length)) return null;
    const from = unit === "utf-16" ? start : this.#points.toUtf16(start);
    const to = unit === "utf-16" ? end : this.#points.toUtf16(end);
    return {
      start: this.#canonicalOffset(from),
      end: this.#canonicalOffset(to),
      quote: canonical(this.#text.slice(from, to)),
      prefix: canonical(this.#text.slice(Math.max(0, from - CONTEXT_LENGTH), from)),
      suffix: canonical(this.#text.slice(to, to + CONTEXT_LENGTH)),
    };
  }

  #canonicalOffset(index: number): number {
    let low = 0;
    let high = this.#dropped.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#dropped[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return this.#points.fromUtf16(index) - low;
  }
}

function canonical(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}
