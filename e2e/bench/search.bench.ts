import { test } from "@playwright/test";
import { MarkId, newId, SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Source } from "../../annotations/model/source.ts";
import { plainSearch } from "../../annotations/search/plain-search.ts";
import type { Query } from "../../annotations/search/query.ts";
import { similarPassages } from "../../annotations/search/similar.ts";
import { article } from "../../annotations/testing/article.ts";
import { rangeAt } from "../../annotations/text/selector.ts";
import { seeded } from "../../main/storage/testing/random.ts";
import { madeUpText } from "./made-up-text.ts";

const ROUNDS = 20;

test("search in five articles of 200 kB", () => {
  for (const [kind, accents] of [
    ["ASCII", false],
    ["accents and Arabic", true],
  ] as const) {
    const sources = articles(5, 200_000, accents);
    const query: Query = { words: "river town", matchCase: false, wholeWords: false, expression: false };
    const search = (asked: Query) => sources.reduce((sum, source) => sum + plainSearch(source, asked).hits.length, 0);
    print(`first search, ${kind}`, [timed(() => search(query))]);
    print(
      `further searches, ${kind}`,
      rounds(() => search(query)),
    );
    print(
      `a letter, ${kind}`,
      rounds(() => search({ ...query, words: "e" })),
    );
    print(
      `whole words, ${kind}`,
      rounds(() => search({ ...query, words: "army", wholeWords: true })),
    );
  }
});

for (const count of [5, 1_000]) {
  test(`find elsewhere in ${count} articles of 15 kB`, () => {
    test.setTimeout(120_000);
    const sources = articles(count, 15_000, false);
    const mark = markIn(sources[0], 200);
    print(`index and first answer, ${count} articles`, [timed(() => similarPassages(mark, sources))]);
    print(
      `further answers, ${count} articles`,
      rounds(() => similarPassages(mark, sources)),
    );
  });
}

/** The same articles for the same arguments, but for their ids. */
function articles(count: number, characters: number, accents: boolean): readonly Source[] {
  const random = seeded(1);
  return Array.from({ length: count }, () => {
    const text = madeUpText(characters, accents, random).join("");
    return article(text, { id: newId(SourceId) }).source;
  });
}

function markIn(source: Source | undefined, length: number): Mark {
  if (!source) throw new Error("there is no article to mark");
  const at = "2026-01-01T00:00:00.000Z";
  return { id: newId(MarkId), sourceId: source.id, ranges: [rangeAt(source, 0, length)], tags: [], createdAt: at };
}

function rounds(work: () => unknown): readonly number[] {
  return Array.from({ length: ROUNDS }, () => timed(work));
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function print(name: string, values: readonly number[]): void {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const most = sorted.at(-1) ?? Number.NaN;
  console.log(`${name}: median ${median.toFixed(1)} ms, most ${most.toFixed(1)} ms (n = ${values.length})`);
}
