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

/** Words in more than this share of all passages, such as articles and pronouns, tell nothing by themselves. */
const COMMON_SHARE = 0.03;

/** Passages that share fewer telling terms are left out, unless the mark itself has no more. */
const LEAST_TELLING = 2;

/** How many passages are listed of one source, and of all. */
const MOST_IN_SOURCE = 5;
const MOST = 60;

/** Below this share of the best possible score (that of the mark's own words) a likeness is an accident. */
const LEAST_SHARE = 0.1;

/** The passages of `sources`, but for the mark's own, that are most like the mark; the best first. */
export function similarPassages(mark: Mark, sources: readonly Source[]): readonly SimilarPassage[] {
  const others = sources.filter((source) => source.id !== mark.sourceId);
  const asked = weighed(askedTerms(mark), others.map(passageIndex));
  return scoredPassages(others, asked)
    .sort((a, b) => b.score - a.score || a.order - b.order || a.passage - b.passage)
    .slice(0, MOST)
    .map(({ source, index, passage, score }) => described(source, index, passage, score, asked));
}

/** What is asked for: how much each term counts, and which of them tell something. */
interface Asked {
  readonly weights: ReadonlyMap<string, number>;
  readonly telling: ReadonlySet<string>;
  readonly meanLength: number;
}

function weighed(terms: ReadonlyMap<string, TermKind>, indexes: readonly PassageIndex[]): Asked {
  const passages = sum(indexes.map(({ lengths }) => lengths.length));
  const weights = new Map<string, number>();
  const telling = new Set<string>();
  for (const [key, kind] of terms) {
    const having = sum(indexes.map(({ postings }) => (postings.get(key)?.length ?? 0) / 2));
    weights.set(key, WEIGHTS[kind] * rarity(having, passages));
    if (kind !== "word" || having <= Math.max(3, COMMON_SHARE * passages)) telling.add(key);
  }
  return { weights, telling, meanLength: sum(indexes.map(({ total }) => total)) / Math.max(1, passages) };
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

function scoredPassages(sources: readonly Source[], asked: Asked): Scored[] {
  return sources.flatMap((source, order) => best(source, order, passageIndex(source), asked));
}

/** The inverse document frequency of BM25, kept above zero as Lucene does. */
function rarity(having: number, passages: number): number {
  return Math.log(1 + (passages - having + 0.5) / (having + 0.5));
}

function best(source: Source, order: number, index: PassageIndex, asked: Asked): readonly Scored[] {
  const scores = new Float64Array(index.lengths.length);
  const shared = new Uint16Array(index.lengths.length);
  for (const [key, weight] of asked.weights) {
    const postings = index.postings.get(key) ?? [];
    for (let i = 0; i < postings.length; i += 2) {
      const passage = postings[i] ?? 0;
      const times = postings[i + 1] ?? 0;
      const long = 1 - B + (B * (index.lengths[passage] ?? 0)) / asked.meanLength;
      scores[passage] = (scores[passage] ?? 0) + (weight * times * (K1 + 1)) / (times + K1 * long);
      if (asked.telling.has(key)) shared[passage] = (shared[passage] ?? 0) + 1;
    }
  }
  const least = LEAST_SHARE * sum([...asked.weights.values()]);
  const telling = Math.max(1, Math.min(LEAST_TELLING, asked.telling.size));
  return Array.from(scores, (score, passage) => ({ source, index, order, passage, score }))
    .filter(({ score, passage }) => score >= least && (shared[passage] ?? 0) >= telling)
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, MOST_IN_SOURCE);
}

function described(
  source: Source,
  index: PassageIndex,
  passage: number,
  score: number,
  { telling }: Asked,
): SimilarPassage {
  const points = codePointsOf(source);
  const [start, end] = [points.fromUtf16(index.starts[passage] ?? 0), points.fromUtf16(index.ends[passage] ?? 0)];
  const range = rangeAt(source, start, end);
  const shared = termsOf(range.quote, true).filter(({ key }) => telling.has(key));
  return { source, range, score, shared: joined(shared.map((term) => [term.start, term.end])) };
}

/** Stretches in order, those at the same place once. */
function joined(stretches: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return stretches.filter(([start], i) => i === 0 || start >= (stretches[i - 1]?.[1] ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
