import { compareText } from "../model/order.ts";
import type { Source } from "../model/source.ts";
import { CommonWording } from "./common-wording.ts";
import { FingerprintIndex } from "./fingerprint-index.ts";
import { Longest } from "./longest.ts";
import { passageOf } from "./passage.ts";
import { type ReadSource, SourceReader } from "./read-source.ts";
import type { Run } from "./run.ts";
import { runsThrough } from "./runs.ts";
import { Seeds } from "./seeds.ts";
import type { SharedPassage, SharedPassages } from "./shared-passage.ts";

/** How many words a shared passage has at least, unless somebody asks for more or fewer. */
export const DEFAULT_LEAST_WORDS = 8;

/** So many equal words in a row are sure to be found, unless too many sources have them; fewer may be missed. */
export const FEWEST_WORDS = 5;

/** How far a search has come. Sources are read first; then each is compared with those before it. */
export interface Progress {
  readonly step: "reading" | "comparing";
  readonly done: number;
  readonly of: number;
}

/** A search that goes on whenever the next progress is asked for, and ends with what it found. */
export type Search = Generator<Progress, SharedPassages, void>;

/**
 * Finds the passages that sources have in common: runs of words that are equal but for case, accents, punctuation and
 * kinds of quotation marks, between which up to four words in a row may be changed, added or left out. What is marked as
 * boilerplate does not count. The method is that of Schleimer, Wilkerson & Aiken, "Winnowing" (SIGMOD 2003), with the
 * runs then followed word by word.
 */
export class SharedPassageFinder {
  readonly #reader = new SourceReader();

  /**
   * Searches for passages with at least `leastWords` equal words; throws a RangeError if that is no whole number from
   * `FEWEST_WORDS`. The order of the sources, whose ids must differ, does not matter. Only sources that the last search
   * did not have, or had with another text, are read anew. A search that is not wanted any more is just left.
   */
  *find(sources: readonly Source[], leastWords = DEFAULT_LEAST_WORDS): Search {
    if (!Number.isInteger(leastWords) || leastWords < FEWEST_WORDS) {
      throw new RangeError(`a shared passage has at least ${FEWEST_WORDS} words, not ${leastWords}`);
    }
    const read: ReadSource[] = [];
    for (const source of [...sources].sort((a, b) => compareText(a.id, b.id))) {
      read.push(this.#reader.read(source));
      yield { step: "reading", done: read.length, of: sources.length };
    }
    this.#reader.keep(read);
    return yield* comparison(read, leastWords);
  }
}

/** The same search, to its end at once. */
export function sharedPassages(sources: readonly Source[], leastWords = DEFAULT_LEAST_WORDS): SharedPassages {
  const search = new SharedPassageFinder().find(sources, leastWords);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

function* comparison(sources: readonly ReadSource[], leastWords: number): Search {
  const index = new FingerprintIndex(sources.map(({ fingerprints }) => fingerprints));
  const common = new CommonWording(sources, index.common, leastWords);
  const found = new Longest();
  for (const [i, second] of sources.entries()) {
    const seeds = new Seeds();
    index.visitShared(i, (j, a, b) => common.holds(j, a, i, b) || seeds.add(j, a, b));
    for (const [j, places] of seeds) {
      const first = sources[j];
      if (!first) continue;
      for (const run of runsThrough(first.wording, second.wording, places, leastWords)) {
        found.add(run.equal, () => sharedPassage(first, second, run));
      }
    }
    yield { step: "comparing", done: i + 1, of: sources.length };
  }
  const passages = found.inPlace();
  const { repeatedPlaces } = index;
  return { passages, leftOut: { common: common.passages(), passages: found.leftOut, repeatedPlaces } };
}

function sharedPassage(a: ReadSource, b: ReadSource, run: Run): SharedPassage {
  return {
    a: passageOf(a.source, a.wording, run.aStart, run.aEnd),
    b: passageOf(b.source, b.wording, run.bStart, run.bEnd),
    words: Math.max(run.aEnd - run.aStart, run.bEnd - run.bStart),
    equalWords: run.equal,
  };
}
