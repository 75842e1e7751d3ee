import type { Mark } from "../model/mark.ts";
import type { Range } from "../model/range.ts";
import type { Source } from "../model/source.ts";
import { codePointsOf } from "../text/code-points.ts";
import { rangeAt } from "../text/selector.ts";
import { type PassageIndex, passageIndex } from "./passages.ts";
import { type TermKind, termsOf } from "./terms.ts";

/** A passage of another source that says something like a mark. */
export interface SimilarPassage {
  readonly source: Source;
  readonly range: Range;
  readonly score: number;
  /** What both say, as stretches of the quote (UTF-16 indices), in order and disjoint. */
  readonly shared: readonly (readonly [number, number])[];
}

/**
 * Okapi BM25 with the usual constants: Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
 * (2009), section 3.5, which finds 1.2 < k1 < 2 and 0.5 < b < 0.8 good for most collections.
 */
const K1 = 1.2;
const B = 0.75;

/**
 * How much a shared term of each kind counts, times its rarity. All but `about` come on top of the plain word or number
 * at the same place.
 */
const WEIGHTS: Readonly<Record<TermKind, number>> = {
  word: 1,
  // Who and where: two reports of one event name the same people and places, whatever verbs they choose.
  name: 1,
  // A figure is seldom shared by chance, and it is what reports of one event are compared by.
  number: 1.5,
  // The same figure rounded to one digit: 203 and "more than 200". Often chance, so less than a word.
  about: 0.6,
  // A day of a month settles which event is meant; the bare day alone says little.
  date: 2,
};

/** How many passages are listed of one source, and of all. */
const MOST_IN_SOURCE = 5;
const MOST = 60;

/** Below this share of the best possible score (that of the mark's own words) a likeness is an accident. */
const LEAST_SHARE = 0.1;

/** The passages of `sources`, but for the mark's own, that are most like the mark; the best first. */
export function similarPassages(mark: Mark, sources: readonly Source[]): readonly SimilarPassage[] {
  const others = sources.filter((source) => source.id !== mark.sourceId);
  const asked = askedTerms(mark);
  const scored = scoredPassages(others, asked);
  return scored
    .sort((a, b) => b.score - a.score || a.order - b.order || a.passage - b.passage)
    .slice(0, MOST)
    .map(({ source, index, passage, score }) => described(source, index, passage, score, asked));
}

/** The kinds of the terms that a mark says, by their keys. */
function askedTerms(mark: Mark): ReadonlyMap<string, TermKind> {
  const terms = mark.ranges.flatMap(({ quote, prefix }) => termsOf(quote, opensSentence(prefix)));
  return new Map(terms.map(({ key, kind }) => [key, kind]));
}

/** Whether what follows `prefix` begins a sentence: then its capital letter says nothing. */
function opensSentence(prefix: string): boolean {
  return /(^|[.!?…:\n]["'”’»)\]]*)\s*["'“‘«(]*$/u.test(prefix);
}

interface Scored {
  readonly source: Source;
  readonly index: PassageIndex;
  readonly order: number;
  readonly passage: number;
  readonly score: number;
}

function scoredPassages(sources: readonly Source[], asked: ReadonlyMap<string, TermKind>): Scored[] {
  const indexes = sources.map(passageIndex);
  const passages = sum(indexes.map(({ lengths }) => lengths.length));
  const meanLength = sum(indexes.map(({ total }) => total)) / Math.max(1, passages);
  const weights = new Map(
    [...asked].map(([key, kind]) => {
      const having = sum(indexes.map(({ postings }) => (postings.get(key)?.length ?? 0) / 2));
      return [key, WEIGHTS[kind] * rarity(having, passages)] as const;
    }),
  );
  const least = LEAST_SHARE * sum([...weights.values()]);
  return sources.flatMap((source, order) => {
    const index = indexes[order];
    return index ? best(source, order, index, weights, meanLength, least) : [];
  });
}

/** The inverse document frequency of BM25, kept above zero as Lucene does. */
function rarity(having: number, passages: number): number {
  return Math.log(1 + (passages - having + 0.5) / (having + 0.5));
}

function best(
  source: Source,
  order: number,
  index: PassageIndex,
  weights: ReadonlyMap<string, number>,
  meanLength: number,
  least: number,
): readonly Scored[] {
  const scores = new Map<number, number>();
  for (const [key, weight] of weights) {
    const postings = index.postings.get(key) ?? [];
    for (let i = 0; i < postings.length; i += 2) {
      const passage = postings[i] ?? 0;
      const times = postings[i + 1] ?? 0;
      const long = 1 - B + (B * (index.lengths[passage] ?? 0)) / meanLength;
      scores.set(passage, (scores.get(passage) ?? 0) + (weight * times * (K1 + 1)) / (times + K1 * long));
    }
  }
  return [...scores]
    .filter(([, score]) => score >= least)
    .map(([passage, score]) => ({ source, index, order, passage, score }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, MOST_IN_SOURCE);
}

function described(
  source: Source,
  index: PassageIndex,
  passage: number,
  score: number,
  asked: ReadonlyMap<string, TermKind>,
): SimilarPassage {
  const points = codePointsOf(source);
  const [start, end] = [points.fromUtf16(index.starts[passage] ?? 0), points.fromUtf16(index.ends[passage] ?? 0)];
  const range = rangeAt(source, start, end);
  const shared = termsOf(range.quote, true).filter(({ key, kind }) => asked.has(key) && isTelling(key, kind, index));
  return { source, range, score, shared: joined(shared.map((term) => [term.start, term.end])) };
}

/** Words that stand in every fifth passage of a source, such as its articles, are not shown as shared. */
function isTelling(key: string, kind: TermKind, { postings, lengths }: PassageIndex): boolean {
  return kind !== "word" || ((postings.get(key)?.length ?? 0) / 2 <= Math.max(2, lengths.length / 5) && key.length > 2);
}

/** Stretches in order, those at the same place once. */
function joined(stretches: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return stretches.filter(([start], i) => i === 0 || start >= (stretches[i - 1]?.[1] ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
