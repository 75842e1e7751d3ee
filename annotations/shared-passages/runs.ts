import { isShared, type Run, runThrough, type Seed } from "./run.ts";
import type { Wording } from "./wording.ts";

/**
 * The runs of at least `leastWords` equal words through these seeds, which must be in the order of `b`, then `a`. What a
 * text repeats inside a run is no run of its own, and names are none.
 */
export function runsThrough(a: Wording, b: Wording, seeds: readonly Seed[], leastWords: number): readonly Run[] {
  const found: Run[] = [];
  let open: Run[] = [];
  for (const seed of seeds) {
    open = open.filter(({ bEnd }) => seed.b < bEnd);
    if (open.some((run) => holds(run, seed, leastWords))) continue;
    const run = runThrough(a, b, seed);
    if (!run) continue;
    open.push(run);
    if (isShared(a, b, run, leastWords)) found.push(run);
  }
  return withoutRepeats(found);
}

/** A run that is too short to be one keeps only those seeds from being followed again that would give the same. */
function holds(run: Run, seed: Seed, leastWords: number): boolean {
  if (seed.a < run.aStart || seed.a >= run.aEnd || seed.b < run.bStart || seed.b >= run.bEnd) return false;
  return run.equal >= leastWords || seed.a - seed.b === run.aStart - run.bStart;
}

/** The runs without those of which at least half lies in a longer one, on both sides. */
function withoutRepeats(runs: readonly Run[]): readonly Run[] {
  const inA = [...runs].sort((x, y) => x.aStart - y.aStart || x.bStart - y.bStart);
  const repeated = new Set<Run>();
  for (const [i, run] of inA.entries()) {
    for (let j = i + 1; j < inA.length; j++) {
      const next = inA[j];
      if (!next || next.aStart >= run.aEnd) break;
      const [longer, other] = next.equal > run.equal ? [next, run] : [run, next];
      if (repeats(other, longer)) repeated.add(other);
    }
  }
  return inA.filter((run) => !repeated.has(run));
}

function repeats(run: Run, longer: Run): boolean {
  const inA = Math.min(run.aEnd, longer.aEnd) - Math.max(run.aStart, longer.aStart);
  const inB = Math.min(run.bEnd, longer.bEnd) - Math.max(run.bStart, longer.bStart);
  return inA * 2 >= run.aEnd - run.aStart && inB * 2 >= run.bEnd - run.bStart;
}
