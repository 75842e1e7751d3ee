import { comparedWords } from "./wording.ts";

/** One side of a shared passage as it is shown. */
export interface PassageText {
  readonly text: string;
  /** The stretches (UTF-16 indices) that the other side words otherwise or lacks, in order and disjoint. */
  readonly differing: readonly (readonly [number, number])[];
  /** Whether the passage goes on after this text. */
  readonly isCut: boolean;
}

/** How many words of a passage are set side by side, unless somebody asks for more. */
const MOST_WORDS = 250;

type Words = ReturnType<typeof comparedWords>;

/**
 * Two wordings of one passage with what differs between them: the words outside a longest common subsequence. Takes time
 * and memory in proportion to the square of `mostWords`; longer passages are cut after the last words in common.
 */
export function sideBySide(a: string, b: string, mostWords = MOST_WORDS): readonly [PassageText, PassageText] {
  const [allA, allB] = [comparedWords(a), comparedWords(b)];
  const [wordsA, wordsB] = [allA.slice(0, mostWords), allB.slice(0, mostWords)];
  const pairs = commonWords(wordsA, wordsB);
  const isLong = allA.length > mostWords || allB.length > mostWords;
  const last = isLong ? pairs.at(-1) : undefined;
  return [
    sideOf(a, allA, new Set(pairs.map(([i]) => i)), last ? last[0] + 1 : allA.length),
    sideOf(b, allB, new Set(pairs.map(([, j]) => j)), last ? last[1] + 1 : allB.length),
  ];
}

function sideOf(whole: string, words: Words, equal: ReadonlySet<number>, shown: number): PassageText {
  const isCut = shown < words.length;
  const text = isCut ? whole.slice(0, words[shown - 1]?.end ?? 0) : whole;
  const differing: [number, number][] = [];
  for (const [i, { start, end }] of words.slice(0, shown).entries()) {
    if (equal.has(i)) continue;
    const last = differing.at(-1);
    if (last && i > 0 && !equal.has(i - 1)) last[1] = end;
    else differing.push([start, end]);
  }
  return { text, differing, isCut };
}

/** The places of a longest common subsequence in both lists. */
function commonWords(a: Words, b: Words): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const isEqual = (i: number, j: number) => a[i]?.word === b[j]?.word;
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = isEqual(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (isEqual(i, j)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
