import { compareText } from "../model/order.ts";
import { type CommonFingerprint, MOST_SOURCES } from "./fingerprint-index.ts";
import { hashesIn, SHINGLE } from "./fingerprints.ts";
import { passageOf } from "./passage.ts";
import type { ReadSource } from "./read-source.ts";
import { isShared, type Run, runThrough } from "./run.ts";
import type { CommonPassage } from "./shared-passage.ts";

/** How many passages are told at most. */
const MOST = 1_000;

/** What more than `MOST_SOURCES` sources say in the same words. Sources are numbered in their order. */
export class CommonWording {
  readonly #sources: readonly ReadSource[];
  readonly #passages: CommonPassage[] = [];
  /** The hashes of the fingerprints in passages that are known, so that none is told again in the words of others. */
  readonly #known = new Set<number>();
  /** For each source that has some of it, 1 for each of its words that is part of it. */
  readonly #parts = new Map<number, Uint8Array>();

  constructor(sources: readonly ReadSource[], fingerprints: readonly CommonFingerprint[], leastWords: number) {
    this.#sources = sources;
    for (const fingerprint of [...fingerprints].sort(comparePlaces)) {
      if (!this.#known.has(fingerprint.hash)) this.#add(fingerprint, leastWords);
    }
  }

  /** Whether the shingles at these places of two sources both lie in common wording. */
  holds(a: number, placeInA: number, b: number, placeInB: number): boolean {
    return this.#isPart(a, placeInA) && this.#isPart(b, placeInB);
  }

  /** Its passages, as the first source that has one words it; the longest first. */
  passages(): readonly CommonPassage[] {
    return this.#passages.sort(compareLength).slice(0, MOST);
  }

  #add({ places: [here, ...others] }: CommonFingerprint, leastWords: number): void {
    const first = this.#sources[here?.wording ?? -1];
    if (!here || !first) return;
    const runs = others.flatMap(({ wording, place }): readonly RunTo[] => {
      const second = this.#sources[wording];
      const run = second && runThrough(first.wording, second.wording, { a: here.place, b: place });
      return run && isShared(first.wording, second.wording, run, leastWords) ? [{ to: wording, run }] : [];
    });
    // As many sources as it takes to be too many have at least this much of it.
    const core = runs.sort((x, y) => y.run.equal - x.run.equal)[MOST_SOURCES - 1]?.run;
    if (!core) return;
    const { aStart, aEnd } = core;
    const passage = passageOf(first.source, first.wording, aStart, aEnd);
    this.#passages.push({ ...passage, words: aEnd - aStart, sources: runs.length + 1 });
    this.#mark(here.wording, aStart, aEnd);
    for (const { to, run } of runs) {
      const start = run.bStart + Math.max(0, aStart - run.aStart);
      this.#mark(to, start, Math.max(start, run.bEnd - Math.max(0, run.aEnd - aEnd)));
    }
  }

  #isPart(source: number, place: number): boolean {
    const parts = this.#parts.get(source);
    return parts?.[place] === 1 && parts[place + SHINGLE - 1] === 1;
  }

  #mark(source: number, start: number, end: number): void {
    const read = this.#sources[source];
    if (!read) return;
    const parts = this.#parts.get(source) ?? new Uint8Array(read.wording.words.length);
    this.#parts.set(source, parts.fill(1, start, end));
    for (const hash of hashesIn(read.fingerprints, start, end)) this.#known.add(hash);
  }
}

/** A run from the first source that has a fingerprint to another one. */
interface RunTo {
  readonly to: number;
  readonly run: Run;
}

function comparePlaces({ places: [x] }: CommonFingerprint, { places: [y] }: CommonFingerprint): number {
  return x && y ? x.wording - y.wording || x.place - y.place : 0;
}

function compareLength(x: CommonPassage, y: CommonPassage): number {
  return y.words - x.words || compareText(x.source, y.source) || x.start - y.start;
}
