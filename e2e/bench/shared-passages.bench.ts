import { expect, test } from "@playwright/test";
import { newId, SourceId } from "../../annotations/model/id.ts";
import type { Source } from "../../annotations/model/source.ts";
import { type Progress, SharedPassageFinder } from "../../annotations/shared-passages/finder.ts";
import type { Passage } from "../../annotations/shared-passages/passage.ts";
import type { SharedPassages } from "../../annotations/shared-passages/shared-passage.ts";
import { article } from "../../annotations/testing/article.ts";
import { below, oneOf, type Random, seeded } from "../../main/storage/testing/random.ts";
import { median } from "./figures.ts";
import { madeUpText } from "./made-up-text.ts";

const ROUNDS = 5;
const TARGET = 10_000;

test("shared passages in 1,000 articles of 15 kB", () => {
  const random = seeded(1);
  const texts = Array.from({ length: 1_000 }, () => [...madeUpText(15_000, false, random)]);
  const planted = Array.from({ length: 500 }, () => plant(texts, random));
  const sources = texts.map((sentences) => sourceOf(sentences.join("")));

  const fresh = Array.from({ length: ROUNDS }, () => search(new SharedPassageFinder(), sources));
  for (const step of ["reading", "comparing", "all"] as const) {
    print(
      `1,000 articles, ${step}`,
      fresh.map(({ times }) => times[step]),
      step === "all" ? TARGET : undefined,
    );
  }
  const finder = new SharedPassageFinder();
  search(finder, sources.slice(1));
  print("again with one article more", [search(finder, sources).times.all]);

  const { passages } = fresh[0]?.found ?? { passages: [] };
  const missed = planted.filter(({ from, to, words }) => {
    const [a, b] = [placed(sources, from, words), placed(sources, to.article, to.words)];
    return !passages.some(
      (found) => (covers(found.a, a) && covers(found.b, b)) || (covers(found.a, b) && covers(found.b, a)),
    );
  });
  console.log(
    `planted: ${planted.length}, missed: ${missed.length}, found beside them: ${passages.length - planted.length}`,
  );
  expect(missed).toEqual([]);
  expect(passages.length - planted.length).toBeLessThan(planted.length / 100);
});

const AT_WORST: Readonly<Record<string, (random: Random) => readonly Source[]>> = {
  "one word 50,000 times, twice": () => [1, 2].map(() => sourceOf("word ".repeat(50_000))),
  "two words in any order 50,000 times, twice": (random) =>
    [1, 2].map(() => sourceOf(Array.from({ length: 50_000 }, () => oneOf(["to", "fro"], random)).join(" "))),
  "an article of 200 kB twice": (random) => copies(2, 200_000, random),
  "an article of 2 MB twice": (random) => copies(2, 2_000_000, random),
  "the same 4,000 sentences in other orders, twice": (random) => {
    const sentences = madeUpText(500_000, false, random);
    return [1, 2].map(() => sourceOf(shuffled(sentences, random).join("")));
  },
  "1,000 copies of one article": (random) => copies(1_000, 15_000, random),
  "1,000 versions of one article": (random) =>
    copies(1_000, 15_000, random).map(({ text }) => sourceOf(edited(text.split(" "), random).join(" "))),
  "20 articles, 50 copies of each": (random) => Array.from({ length: 20 }, () => copies(50, 15_000, random)).flat(),
  "50 articles of the same 200 sentences": (random) => {
    const sentences = madeUpText(25_000, false, random);
    return Array.from({ length: 50 }, () => sourceOf(shuffled(sentences, random).slice(0, 100).join("")));
  },
  "200 kB in Chinese, twice": () => [1, 2].map(() => sourceOf("马里政府星期一表示军队已经控制北部城镇".repeat(10_000))),
};

for (const [name, sourcesOf] of Object.entries(AT_WORST)) {
  test(`shared passages at worst: ${name}`, () => {
    const sources = sourcesOf(seeded(2));
    const { times, found } = search(new SharedPassageFinder(), sources);
    print(name, [times.all]);
    const { common, passages, repeatedPlaces } = found.leftOut;
    console.log(
      `  ${found.passages.length} shared passages; left out: ${common.length} common ones, ${passages} too many, ${repeatedPlaces} repeated places`,
    );
    expect(found.passages.length + common.length).toBeGreaterThan(0);
  });
}

interface Searched {
  readonly found: SharedPassages;
  readonly times: Readonly<Record<Progress["step"] | "all", number>>;
}

function search(finder: SharedPassageFinder, sources: readonly Source[]): Searched {
  const began = performance.now();
  let read = began;
  const steps = finder.find(sources);
  for (;;) {
    const { done, value } = steps.next();
    const now = performance.now();
    if (done) return { found: value, times: { reading: read - began, comparing: now - read, all: now - began } };
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

function placed(sources: readonly Source[], article: number, words: readonly string[]): Passage {
  const source = sources[article];
  const text = words.join(" ");
  const start = source?.text.indexOf(text) ?? -1;
  if (!source || start === -1) throw new Error("what was planted is not there");
  return { source: source.id, start, end: start + text.length };
}

/** Whether a passage holds all words of another; at most three signs stand before and after these. */
function covers(found: Passage, planted: Passage): boolean {
  return found.source === planted.source && found.start <= planted.start + 3 && found.end >= planted.end - 3;
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

function sourceOf(text: string): Source {
  return article(text, { id: newId(SourceId) }).source;
}

function print(name: string, values: readonly number[], target?: number): void {
  const aim = target === undefined ? "" : `, aim ${target} ms: ${median(values) <= target ? "met" : "NOT MET"}`;
  console.log(
    `${name}: median ${median(values).toFixed(0)} ms, most ${Math.max(...values).toFixed(0)} ms (n = ${values.length})${aim}`,
  );
}
