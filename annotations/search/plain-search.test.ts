import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { codePointsOf } from "../text/code-points.ts";
import { fold } from "./folding.ts";
import { plainSearch } from "./plain-search.ts";
import { MOST_HITS, type Query } from "./query.ts";

function query(words: string, more: Partial<Query> = {}): Query {
  return { words, matchCase: false, wholeWords: false, expression: false, ...more };
}

/** Expects the hits to be exactly what stands in brackets. */
function finds(marked: string, asked: Query): void {
  const { source, ranges } = article(marked);
  expect(plainSearch(source, asked).hits).toEqual(ranges.map(({ start, end }) => ({ start, end })));
}

describe("plainSearch", () => {
  it.each([
    ["whatever its case", "[Moura], [MOURA] and [moura]", "moura"],
    ["with its combining marks", "un [cafe\u0301] noir", "café"],
    ["behind emoji, in code points", "👩‍👩‍👧👍🏽 [Mali]", "mali"],
    ["the whole ligature", "the [ﬁ]le", "fi"],
    ["the whole sharp s", "die [Straße]", "STRASSE"],
    ["Turkish", "[İstanbul]", "istanbul"],
    ["Arabic without its vowel signs", "ثم [قَالَ] شيئا", "قال"],
    ["over a line end in a paragraph", "two  [white \u00a0fighters]", "white fighters"],
    ["one after the other without overlap", "[aa][aa]a", "aa"],
  ])("finds a word %s", (_, marked, words) => {
    finds(marked, query(words));
  });

  it.each([
    ["part of a letter that folds to two", "Straße", "s"],
    ["part of an emoji of several people", "👩‍👩‍👧", "👧"],
    ["what reaches over two paragraphs", "white\nfighters", "white fighters"],
    ["nothing for blanks", "one two", "  "],
  ])("does not find %s", (_, text, words) => {
    expect(plainSearch(article(text).source, query(words)).hits.map(({ start }) => text[start])).toEqual(
      words === "s" ? ["S"] : [],
    );
  });

  it("tells case apart where asked to, and accents not", () => {
    finds("[Été] été", query("Ete", { matchCase: true }));
  });

  it("finds whole words only where asked to, in scripts without blanks too", () => {
    finds("[Mali] Malian Somali “[Mali]”", query("mali", { wholeWords: true }));
    finds("[大学]生活", query("大学", { wholeWords: true }));
  });

  it("finds nothing in what belongs to no block", () => {
    const { source } = article("menu\ntext menu");
    const hidden = { ...source, blocks: source.blocks.slice(1) };
    expect(plainSearch(hidden, query("menu")).hits).toEqual([{ start: 10, end: 14 }]);
  });

  it("lists no more than can be drawn, and says so", () => {
    const { hits, more } = plainSearch(article("a ".repeat(MOST_HITS + 1)).source, query("a"));
    expect([hits.length, more]).toEqual([MOST_HITS, true]);
  });

  it("gives hits in order, disjoint, and folded like the query", () => {
    const pieces = fc.constantFrom(
      "a",
      "A",
      "á",
      "a\u0301",
      "ß",
      "s",
      "S",
      "İ",
      "i",
      "ﬁ",
      "f",
      " ",
      "\n",
      "👩‍👩‍👧",
      "قَ",
      "ق",
    );
    const words = (maxLength: number) => fc.array(pieces, { maxLength }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(words(30), words(3), fc.boolean(), (text, wanted, matchCase) => {
        const { source } = article(text);
        const needle = fold(wanted.trim(), matchCase).text;
        let reached = 0;
        for (const { start, end } of plainSearch(source, query(wanted, { matchCase })).hits) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(fold(codePointsOf(source).slice(start, end), matchCase).text).toBe(needle);
          reached = end;
        }
      }),
    );
  });
});
