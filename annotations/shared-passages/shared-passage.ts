import { compareText } from "../model/order.ts";
import type { Passage } from "./passage.ts";

/** A passage that two sources have in common, but for small edits. The id of `a`'s source comes before that of `b`'s. */
export interface SharedPassage {
  readonly a: Passage;
  readonly b: Passage;
  /** How long it is in words, in the source where it is longer. */
  readonly words: number;
  /** How many of them stand in both, in the same order. */
  readonly equalWords: number;
}

/** A passage that too many sources have for all of them to be paired: a notice of an agency, say, or a press release. */
export interface CommonPassage extends Passage {
  readonly words: number;
  /** At least so many sources have it, or a part of it that is long enough to be a shared passage. */
  readonly sources: number;
}

/** What was found, and what was not looked at or not kept. */
export interface SharedPassages {
  /** In the order of `a`, then `b`: by the ids of their sources, then by place. */
  readonly passages: readonly SharedPassage[];
  readonly leftOut: LeftOut;
}

/** What is missing from the passages found. */
export interface LeftOut {
  /** Passages in more than `MOST_SOURCES` sources, as the first of them words it; the longest first. */
  readonly common: readonly CommonPassage[];
  /** How many shared passages were found beyond `MOST_PASSAGES`; they are shorter than those kept, or as short. */
  readonly passages: number;
  /** How many places were not compared because their source repeats itself there more than eight times. */
  readonly repeatedPlaces: number;
}

/** The longest first; of equally long ones in the order of their places. */
export function compareLength(x: SharedPassage, y: SharedPassage): number {
  return y.equalWords - x.equalWords || comparePlace(x, y);
}

/** In the order of their places. */
export function comparePlace(x: SharedPassage, y: SharedPassage): number {
  return (
    compareText(x.a.source, y.a.source) ||
    compareText(x.b.source, y.b.source) ||
    x.a.start - y.a.start ||
    x.b.start - y.b.start
  );
}
