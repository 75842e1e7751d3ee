import { expect, test } from "@playwright/test";
import { SourceId } from "../../annotations/model/id.ts";
import type { Source } from "../../annotations/model/source.ts";
import { type Progress, SharedPassageFinder } from "../../annotations/shared-passages/finder.ts";
import type { Passage } from "../../annotations/shared-passages/passage.ts";
import type { SharedPassage, SharedPassages } from "../../annotations/shared-passages/shared-passage.ts";
import { article } from "../../annotations/testing/article.ts";
import { knownId } from "../../annotations/testing/known-id.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";
import { below, oneOf, type Random, seeded } from "../../main/storage/testing/random.ts";
import { median } from "./figures.ts";
import { madeUpText } from "./made-up-text.ts";

const ROUNDS = 5;
const TARGET = 10_000;

for (const [kind, accents] of [
  ["ASCII", false],
  ["accents and Arabic", true],
] as const) {
  test(`shared passages in 1,000 articles of 15 kB, ${kind}`, () => {
    const random = seeded(1);
    const texts = Array.from({ length: 1_000 }, () => [...madeUpText(15_000, accents, random)]);
    const planted = Array.from({ length: 500 }, () => plant(texts, random));
    const sources = texts.map((sentences) => sourceOf(sentences.join("")));

    const rounds = Array.from({ length: ROUNDS }, () => search(new SharedPassageFinder(), sources));
    for (const step of ["reading", "comparing", "longest step"] as const) {
      print(`${kind}, ${step}`, timesOf(rounds, step));
    }
    print(`${kind}, all`, timesOf(rounds, "all"), TARGET);
    const finder = new SharedPassageFinder();
    search(finder, sources.slice(1));
    print(`${kind}, again with one article more`, [search(finder, sources).times.all]);

    const passages = rounds[0]?.found.passages ?? [];
    const missed = planted.filter((one) => !passages.some((passage) => isFound(passage, one, sources)));
    const others = passages.length - planted.length + missed.length;
    console.log(`planted: ${planted.length}, missed: ${missed.length}, found beside them: ${others}`);
    expect(missed).toEqual([]);
    expect(others).toBeLessThan(planted.length / 100);
  });
}

/** Texts that ask for more than usual, and what must be found in them. */
interface Worst {
  readonly sources: (random: Random) => readonly Source[];
  readonly found?: { readonly passages: number; readonly common: number; readonly tooMany: number };
}

const ONE = { passages: 1, common: 0, tooMany: 0 };

const AT_WORST: Readonly<Record<string, Worst>> = {
  "one word 50,000 times, twice": { sources: () => twice(() => "word ".repeat(50_000)), found: ONE },
  "two words in any order 50,000 times, twice": {
    sources: (random) => twice(() => Array.from({ length: 50_000 }, () => oneOf(["to", "fro"], random)).join(" ")),
  },
  "an article of 200 kB twice": { sources: (random) => copies(2, 200_000, random), found: ONE },
  "an article of 2 MB twice": { sources: (random) => copies(2, 2_000_000, random), found: ONE },
  "200 kB in Chinese, twice": {
    sources: () => twice(() => "马里政府星期一表示军队已经控制北部城镇".repeat(10_000)),
    found: ONE,
  },
  "2 MB of the same sentences in another order": {
    sources: (random) => {
      const sentences = madeUpText(2_000_000, false, random);
      return twice(() => shuffled(sentences, random).join(""));
    },
  },
  "1,000 copies of one article": {
    sources: (random) => copies(1_000, 15_000, random),
    found: { passages: 0, common: 1, tooMany: 0 },
  },
  "1,000 versions of one article": {
    sources: (random) =>
      copies(1_000, 15_000, random).map(({ text }) => sourceOf(edited(text.split(" "), random).join(" "))),
  },
  "20 articles, 50 copies of each": {
    sources: (random) => Array.from({ length: 20 }, () => copies(50, 15_000, random)).flat(),
    found: { passages: 20_000, common: 0, tooMany: 4_500 },
  },
  "1,000 articles of 100 out of 200 sentences": {
    sources: (random) => {
      const sentences = madeUpText(25_000, false, random);
      return Array.from({ length: 1_000 }, () => sourceOf(shuffled(sentences, random).slice(0, 100).join("")));
    },
  },
};

for (const [name, { sources, found: expected }] of Object.entries(AT_WORST)) {
  test(`shared passages at worst: ${name}`, () => {
    const { times, found } = search(new SharedPassageFinder(), sources(seeded(2)));
    print(name, [times.all]);
    const { common, passages: tooMany, repeatedPlaces } = found.leftOut;
    const counts = { passages: found.passages.length, common: common.length, tooMany, repeatedPlaces };
    console.log(`  found: ${JSON.stringify(counts)}`);
    expect(counts.passages + counts.common).toBeGreaterThan(0);
    if (expected) expect(counts).toMatchObject(expected);
  });
}

interface Searched {
  readonly found: SharedPassages;
  readonly times: Times;
}

/** In milliseconds. The longest step is that between two signs of progress. */
type Times = Readonly<Record<Progress["step"] | "longest step" | "all", number>>;

function timesOf(rounds: readonly Searched[], part: keyof Times): readonly number[] {
  return rounds.map(({ times }) => times[part]);
}

function search(finder: SharedPassageFinder, sources: readonly Source[]): Searched {
  const began = performance.now();
  let [read, last, longest] = [began, began, 0];
  const steps = finder.find(sources);
  for (;;) {
    const { done, value } = steps.next();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (done) {
      const times = { reading: read - began, comparing: now - read, "longest step": longest, all: now - began };
      return { found: value, times };
    }
    if (value.step === "reading") read = now;
  }
}

/** A passage that was put into two articles; in the second one with edits. */
interface Planted {
  readonly from: number;
  readonly words: readonly string[];
  readonly to: { readonly article: number; readonly words: readonly string[] };
}

function plant(texts: readonly string[][], random: Random): Planted {
  const words = madeUpText(300, false, random)
    .join("")
    .trim()
    .split(/\s+/)
    .slice(0, 16 + below(40, random));
  const from = below(texts.length, random);
  const to = (from + 1 + below(texts.length - 1, random)) % texts.length;
  const other = edited(words, random);
  for (const [article, put] of [
    [from, words],
    [to, other],
  ] as const) {
    texts[article]?.splice(below(texts[article].length, random), 0, `${put.join(" ")}. `);
  }
  return { from, words, to: { article: to, words: other } };
}

/** At most every ninth word is changed, left out or followed by another, none at the ends; some are written in other letters. */
function edited(words: readonly string[], random: Random): readonly string[] {
  let since = below(8, random);
  return words.flatMap((word, i) => {
    if (since++ < 8 || i < 3 || i >= words.length - 3) return random() < 0.1 ? [`“${word.toUpperCase()}”,`] : [word];
    since = 0;
    return oneOf([["edited"], [], [word, "edited"]], random);
  });
}

function isFound({ a, b }: SharedPassage, { from, words, to }: Planted, sources: readonly Source[]): boolean {
  const [original, other] = [placed(sources, from, words), placed(sources, to.article, to.words)];
  return (covers(a, original) && covers(b, other)) || (covers(a, other) && covers(b, original));
}

function placed(sources: readonly Source[], article: number, words: readonly string[]): Passage {
  const source = sources[article];
  const text = words.join(" ");
  const index = source?.text.indexOf(text) ?? -1;
  if (!source || index === -1) throw new Error("what was planted is not there");
  const points = codePointsOf(source);
  return { source: source.id, start: points.fromUtf16(index), end: points.fromUtf16(index + text.length) };
}

/** Whether a passage holds all words of another; at most three signs stand before and after these. */
function covers(found: Passage, planted: Passage): boolean {
  return found.source === planted.source && found.start <= planted.start + 3 && found.end >= planted.end - 3;
}

function twice(text: () => string): readonly Source[] {
  return [sourceOf(text()), sourceOf(text())];
}

function copies(count: number, characters: number, random: Random): readonly Source[] {
  const text = madeUpText(characters, false, random).join("");
  return Array.from({ length: count }, () => sourceOf(text));
}

function shuffled<T>(values: readonly T[], random: Random): readonly T[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

let made = 0;

/** A source with this text. Ids are given in turn: what is found at worst depends on their order. */
function sourceOf(text: string): Source {
  return article(text, { id: knownId(SourceId, ++made) }).source;
}

function print(name: string, values: readonly number[], target?: number): void {
  const aim = target === undefined ? "" : `, aim ${target} ms: ${median(values) <= target ? "met" : "NOT MET"}`;
  console.log(
    `${name}: median ${median(values).toFixed(0)} ms, most ${Math.max(...values).toFixed(0)} ms (n = ${values.length})${aim}`,
  );
}
