import type { Source } from "../model/source.ts";
import { codePointsOf } from "../text/code-points.ts";
import { segmentsOf } from "../text/segments.ts";
import { termsOf } from "./terms.ts";

/** How often each term stands in which passages of one source. */
export interface PassageIndex {
  /** Where each passage begins and ends (UTF-16 indices), and its length in terms. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly lengths: Int32Array;
  /** The terms of all passages together. */
  readonly total: number;
  /** For each term its passages and how often it stands there, in pairs. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
}

const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });

/** A passage of fewer letters and digits is a stray, such as an abbreviation that ends in a full stop. */
const SHORTEST = 12;

/** The sentences of a block (Unicode Annex 29), a short one joined to the next; UTF-16 indices without blank ends. */
export function sentencesOf(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let open: number | null = null;
  for (const { segment, index } of segmentsOf(sentences, text)) {
    const start: number = open ?? index;
    const end = index + segment.length;
    const whole = text.slice(start, end);
    open = whole.trim().length < SHORTEST && end < text.length ? start : null;
    if (open === null && whole.trim() !== "") {
      found.push([start + whole.length - whole.trimStart().length, end - (whole.length - whole.trimEnd().length)]);
    }
  }
  return found;
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
  const postings = new Map<string, number[]>();
  const lengths = Int32Array.from(places, ([start, end], passage) => {
    const terms = termsOf(source.text.slice(start, end), true);
    for (const { key } of terms) post(postings, key, passage);
    return terms.length;
  });
  return {
    starts: Int32Array.from(places, ([start]) => start),
    ends: Int32Array.from(places, ([, end]) => end),
    lengths,
    total: lengths.reduce((sum, length) => sum + length, 0),
    postings,
  };
}

function post(postings: Map<string, number[]>, key: string, passage: number): void {
  const list = postings.get(key);
  if (!list) postings.set(key, [passage, 1]);
  else if (list[list.length - 2] === passage) list[list.length - 1] = (list[list.length - 1] ?? 0) + 1;
  else list.push(passage, 1);
}
