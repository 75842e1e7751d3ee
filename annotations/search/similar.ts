import type { Mark } from "../model/mark.ts";
import type { Range } from "../model/range.ts";
import type { Source } from "../model/source.ts";
import { codePointsOf } from "../text/code-points.ts";
import { rangeAt } from "../text/selector.ts";
import { type AskedTerms, askedTermsOf, eachPassageHaving, passagesHaving } from "./asked-terms.ts";
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
  return others
    .flatMap((source, order) => best(source, order, passageIndex(source), asked))
    .sort((a, b) => b.score - a.score || a.order - b.order || a.passage - b.passage)
    .slice(0, MOST)
    .map(({ source, index, passage, score }) => described(source, index, passage, score, asked));
}

/** What is asked for: where each term stands among those asked for, how much it counts, and whether it tells something. */
interface Asked {
  readonly terms: AskedTerms;
  readonly weights: Float64Array;
  readonly isTelling: readonly boolean[];
  readonly telling: ReadonlySet<number>;
  readonly meanLength: number;
}

function weighed(asked: ReadonlyMap<number, TermKind>, indexes: readonly PassageIndex[]): Asked {
  const passages = sum(indexes.map(({ starts }) => starts.length));
  const terms = askedTermsOf([...asked.keys()]);
  const having = passagesHaving(indexes, terms);
  const kinds = [...asked.values()];
  const isTelling = kinds.map((kind, i) => kind !== "word" || (having[i] ?? 0) <= Math.max(3, COMMON_SHARE * passages));
  return {
    terms,
    weights: Float64Array.from(kinds, (kind, i) => WEIGHTS[kind] * rarity(having[i] ?? 0, passages)),
    isTelling,
    telling: new Set([...asked.keys()].filter((_, i) => isTelling[i])),
    meanLength: sum(indexes.map(({ terms: all }) => all.length)) / Math.max(1, passages),
  };
}

/** The kinds of the terms that a mark says, by their numbers. */
function askedTerms(mark: Mark): ReadonlyMap<number, TermKind> {
  const terms = mark.ranges.flatMap(({ quote, prefix }) => termsOf(quote, opensSentence(prefix)));
  return new Map(terms.map(({ number, kind }) => [number, kind]));
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

/** The inverse document frequency of BM25, kept above zero as Lucene does. */
function rarity(having: number, passages: number): number {
  return Math.log(1 + (passages - having + 0.5) / (having + 0.5));
}

function best(source: Source, order: number, index: PassageIndex, asked: Asked): readonly Scored[] {
  const found: Scored[] = [];
  const least = LEAST_SHARE * sum([...asked.weights]);
  const leastTelling = Math.max(1, Math.min(LEAST_TELLING, asked.telling.size));
  eachPassageHaving(index, asked.terms, (passage, length, had, times) => {
    const long = 1 - B + (B * length) / asked.meanLength;
    let score = 0;
    let telling = 0;
    for (const term of had) {
      const often = times[term] ?? 0;
      score += ((asked.weights[term] ?? 0) * often * (K1 + 1)) / (often + K1 * long);
      if (asked.isTelling[term]) telling++;
    }
    if (score >= least && telling >= leastTelling) found.push({ source, index, order, passage, score });
  });
  return found.sort((a, b) => b.score - a.score || a.passage - b.passage).slice(0, MOST_IN_SOURCE);
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
  const shared = termsOf(range.quote, true).filter(({ number }) => telling.has(number));
  return { source, range, score, shared: joined(shared.map((term) => [term.start, term.end])) };
}

/** Stretches in order, those at the same place once. */
function joined(stretches: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return stretches.filter(([start], i) => i === 0 || start >= (stretches[i - 1]?.[1] ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
