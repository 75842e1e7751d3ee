import { matchAt } from "./match-at.ts";

const UNITS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const UNITES =
  "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf";

/** The words that are added to what stands before them. */
const ADDED: ReadonlyMap<string, number> = new Map([
  ...[UNITS, UNITES].flatMap((list) => list.split(" ").map((word, i) => [word, i + 1] as const)),
  ["une", 1],
  ...["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map(
    (word, i) => [word, 20 + 10 * i] as const,
  ),
  ...["vingt", "trente", "quarante", "cinquante", "soixante"].map((word, i) => [word, 20 + 10 * i] as const),
  ["quatre-vingt", 80],
  ["quatre-vingts", 80],
]);

/** The words that what stands before them is taken times. */
const TIMES: ReadonlyMap<string, number> = new Map([
  ...["hundred", "cent", "cents"].map((word) => [word, 100] as const),
  ...["thousand", "mille"].map((word) => [word, 1e3] as const),
  ...["million", "millions"].map((word) => [word, 1e6] as const),
  ...["billion", "milliard", "milliards"].map((word) => [word, 1e9] as const),
]);

/** French has no "one" before these. */
const ALONE: ReadonlySet<string> = new Set(["cent", "mille"]);

const WORD = /(?:dix-(?:sept|huit|neuf)|quatre-vingts?|\p{L}+)(?!\p{L})/iuy;
const JOINT = /[\s-]+(?:(?:and|et)[\s-]+)?/iuy;
const PER_CENT = /(?:per|pour) ?$/iu;

/** A number under construction: whole thousands and more, what is below a thousand, and the last times. */
interface Count {
  readonly large: number;
  readonly small: number;
  readonly lastTimes: number;
}

/**
 * The number that begins at `at` in English or French words, such as "two hundred and three" or "trois cents", and where
 * it ends. "One", "un" and "une" alone are articles and pronouns more often than figures, and are none.
 */
export function spelledNumberAt(text: string, at: number): { readonly value: number; readonly end: number } | null {
  if (PER_CENT.test(text.slice(Math.max(0, at - 5), at))) return null;
  let count: Count = { large: 0, small: 0, lastTimes: Number.POSITIVE_INFINITY };
  let end = at;
  let next = at;
  for (let words = 0; words < 12; words++) {
    const word = matchAt(WORD, text, next)?.[0];
    const longer = word === undefined ? null : withWord(count, word.toLowerCase(), words === 0);
    if (!word || !longer) break;
    count = longer;
    end = next + word.length;
    const joint = matchAt(JOINT, text, end);
    if (!joint) break;
    next = end + joint[0].length;
  }
  const value = count.large + count.small;
  return value > 1 ? { value, end } : null;
}

function withWord(count: Count, word: string, isFirst: boolean): Count | null {
  if (isFirst && (word === "a" || word === "an")) return { ...count, small: 1 };
  const added = ADDED.get(word);
  if (added !== undefined) return withAdded(count, added);
  const times = TIMES.get(word);
  return times === undefined ? null : withTimes(count, times, ALONE.has(word));
}

/** Ones follow tens, and in French the numbers up to nineteen follow sixty and eighty. */
function withAdded({ large, small, lastTimes }: Count, added: number): Count | null {
  const below = small % 100;
  const fits = below === 0 || (below >= 20 && below % 10 === 0 && (added < 10 || [60, 80].includes(below)));
  return fits && added < (below || 100) ? { large, small: small + added, lastTimes } : null;
}

function withTimes({ large, small, lastTimes }: Count, times: number, standsAlone: boolean): Count | null {
  if (small === 0 && !(standsAlone && large % 1000 === 0)) return null;
  if (times === 100) return small < 100 ? { large, small: (small || 1) * 100, lastTimes } : null;
  return times < lastTimes ? { large: large + (small || 1) * times, small: 0, lastTimes: times } : null;
}
