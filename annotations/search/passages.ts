import type { Source } from "../model/source.ts";
import { codePointsOf } from "../text/code-points.ts";
import { sentencesOf } from "./sentences.ts";
import { eachTerm } from "./terms.ts";

/** The passages of one source and their terms, in order. */
export interface PassageIndex {
  /** Where each passage begins and ends (UTF-16 indices). */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The numbers of the terms of all passages, one passage after the other. */
  readonly terms: Int32Array;
  /** Where in `terms` those of each passage end. */
  readonly termEnds: Int32Array;
}

const cache = new WeakMap<object, PassageIndex>();

/** The passages of a source and their terms, made once per source value. Boilerplate is left out. */
export function passageIndex(source: Source): PassageIndex {
  const known = cache.get(source);
  if (known) return known;
  const made = indexed(source);
  cache.set(source, made);
  return made;
}

function indexed(source: Source): PassageIndex {
  const points = codePointsOf(source);
  const places: [number, number][] = [];
  for (const block of source.blocks) {
    if (block.boilerplate) continue;
    const origin = points.toUtf16(block.start);
    for (const [start, end] of sentencesOf(points.slice(block.start, block.end))) {
      places.push([origin + start, origin + end]);
    }
  }
  const terms = new Numbers(source.text.length / 6);
  const termEnds = Int32Array.from(places, ([start, end]) => {
    eachTerm(source.text.slice(start, end), true, (_, number) => terms.add(number));
    return terms.length;
  });
  return {
    starts: Int32Array.from(places, ([start]) => start),
    ends: Int32Array.from(places, ([, end]) => end),
    terms: terms.all(),
    termEnds,
  };
}

/** A list of whole numbers that grows without being made of objects. */
class Numbers {
  #numbers: Int32Array;
  #length = 0;

  constructor(expected: number) {
    this.#numbers = new Int32Array(Math.ceil(expected) + 16);
  }

  get length(): number {
    return this.#length;
  }

  add(number: number): void {
    if (this.#length === this.#numbers.length) {
      const fewer = this.#numbers;
      this.#numbers = new Int32Array(fewer.length * 2);
      this.#numbers.set(fewer);
    }
    this.#numbers[this.#length++] = number;
  }

  all(): Int32Array {
    return this.#numbers.slice(0, this.#length);
  }
}
