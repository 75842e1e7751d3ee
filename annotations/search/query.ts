/** What is searched for, and how strictly. */
export interface Query {
  readonly words: string;
  /** Tell capital letters from small ones. Accents are never told apart, but by a regular expression. */
  readonly matchCase: boolean;
  /** Only where a word begins and a word ends. */
  readonly wholeWords: boolean;
  /** `words` is a regular expression (ECMAScript, with the u flag), held against each paragraph as it stands. */
  readonly expression: boolean;
}

/** A half-open stretch `[start, end)` of a source's text in code points. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** The hits in one source, in order and disjoint. `more` where there are others beyond the most that are listed. */
export interface SourceHits {
  readonly hits: readonly Hit[];
  readonly more: boolean;
}

/** How many hits are listed of one source: more than anybody ticks, few enough to be drawn. */
export const MOST_HITS = 2_000;
