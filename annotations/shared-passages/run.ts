import { SHINGLE } from "./fingerprints.ts";
import type { Wording } from "./wording.ts";

/** Two stretches of words, one of each of two wordings, that are equal but for small edits. Half-open, in words. */
export interface Run {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
  /** How many words of the one stand in the other, in the same order. */
  readonly equal: number;
}

/** Two places, one in each of two wordings, that seem to begin with the same words. */
export interface Seed {
  readonly a: number;
  readonly b: number;
}

/** An edit leaves out, adds or changes at most so many words in a row. */
const LONGEST_GAP = 4;

/** So many equal words must follow an edit at once. */
const RESUMING = 3;

/**
 * What a word of an edit costs when an equal word is worth one: a run grows over an edit only if more than twice as many
 * equal words follow, and so at least two thirds of its words are equal.
 */
const GAP_COST = 2;

/** A run is not followed further once it has fallen so far below its best score. */
const DROP = GAP_COST * LONGEST_GAP;

/**
 * The longest run through a seed, or null if the words there are not equal. It is extended in both directions without
 * looking back, and ends where its score was best: Zhang, Schwartz, Wagner & Miller, "A Greedy Algorithm for Aligning
 * DNA Sequences" (2000).
 */
export function runThrough({ words: a }: Wording, { words: b }: Wording, seed: Seed): Run | null {
  for (let i = 0; i < SHINGLE; i++) if (!areEqual(a, b, seed.a + i, seed.b + i)) return null;
  const before = reach(a, b, seed.a - 1, seed.b - 1, -1);
  const after = reach(a, b, seed.a + SHINGLE, seed.b + SHINGLE, 1);
  return {
    aStart: seed.a - before.a,
    aEnd: seed.a + SHINGLE + after.a,
    bStart: seed.b - before.b,
    bEnd: seed.b + SHINGLE + after.b,
    equal: before.equal + SHINGLE + after.equal,
  };
}

/** How many words of both a run takes in one direction. */
interface Reach {
  readonly a: number;
  readonly b: number;
  readonly equal: number;
}

function reach(a: Int32Array, b: Int32Array, fromA: number, fromB: number, step: 1 | -1): Reach {
  let best: Reach = { a: 0, b: 0, equal: 0 };
  let bestScore = 0;
  let [i, j, equal, score] = [fromA, fromB, 0, 0];
  for (;;) {
    for (; areEqual(a, b, i, j); i += step, j += step) {
      equal++;
      score++;
    }
    if (score > bestScore) {
      best = { a: Math.abs(i - fromA), b: Math.abs(j - fromB), equal };
      bestScore = score;
    }
    const gap = GAPS.find((edit) => resumes(a, b, i + step * edit.a, j + step * edit.b, step));
    if (!gap) return best;
    score -= GAP_COST * Math.max(gap.a, gap.b);
    if (score < bestScore - DROP) return best;
    i += step * gap.a;
    j += step * gap.b;
  }
}

/** Every edit: how many words it takes in either wording. The smallest comes first. */
const GAPS = Array.from({ length: (LONGEST_GAP + 1) ** 2 - 1 }, (_, n) => ({
  a: Math.floor((n + 1) / (LONGEST_GAP + 1)),
  b: (n + 1) % (LONGEST_GAP + 1),
})).sort((x, y) => Math.max(x.a, x.b) - Math.max(y.a, y.b) || x.a + x.b - (y.a + y.b));

function resumes(a: Int32Array, b: Int32Array, i: number, j: number, step: 1 | -1): boolean {
  for (let n = 0; n < RESUMING; n++) if (!areEqual(a, b, i + step * n, j + step * n)) return false;
  return true;
}

function areEqual(a: Int32Array, b: Int32Array, i: number, j: number): boolean {
  return i >= 0 && j >= 0 && i < a.length && j < b.length && a[i] === b[j];
}

/** Whether a run is a shared passage: it has so many equal words, and is no mere name. */
export function isShared(a: Wording, b: Wording, run: Run, leastWords: number): boolean {
  return run.equal >= leastWords && !isProperName(a, b, run);
}

/** How many words a name or title may have. */
const LONGEST_NAME = 15;

/**
 * Whether a run is hardly more than a name, such as the full title of an office: at least half of it are words of names in
 * both wordings. Everybody who names a thing uses the same words.
 */
function isProperName(a: Wording, b: Wording, { aStart, aEnd, bStart, bEnd }: Run): boolean {
  const length = Math.max(aEnd - aStart, bEnd - bStart);
  if (length > LONGEST_NAME) return false;
  return 2 * Math.min(namesIn(a, aStart, aEnd), namesIn(b, bStart, bEnd)) >= length;
}

function namesIn({ names }: Wording, start: number, end: number): number {
  return names.subarray(start, end).reduce((sum, one) => sum + one, 0);
}
