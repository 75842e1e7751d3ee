import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { rangesOfSelection } from "./selection.ts";
import { rangeAt } from "./selector.ts";

/** Selects from `from` to `to` and shows the quotes of what comes out. */
function selected(text: string, from: number, to: number): string[] {
  return rangesOfSelection(article(text).source, from, to).map(({ quote }) => quote);
}

describe("rangesOfSelection", () => {
  it("describes what was selected by position, quote and context", () => {
    const { source, ranges } = article("One [two] three");
    expect(rangesOfSelection(source, 4, 7)).toEqual(ranges);
    expect(ranges).toEqual([{ start: 4, end: 7, quote: "two", prefix: "One ", suffix: " three" }]);
  });

  it("gives the same for a selection made backwards", () => {
    const { source, ranges } = article("One [two] three");
    expect(rangesOfSelection(source, 7, 4)).toEqual(ranges);
  });

  it("leaves blanks at both ends out", () => {
    const { source, ranges } = article("One \u00a0[two  and]\t three");
    expect(rangesOfSelection(source, 3, 14)).toEqual(ranges);
  });

  it("gives one range per block that it touches and nothing for what lies between", () => {
    const { source, ranges } = article("One [two]\n\n[three]\n \n[fo]ur");
    expect(rangesOfSelection(source, 4, 19)).toEqual(ranges);
    expect(ranges.map(({ quote }) => quote)).toEqual(["two", "three", "fo"]);
  });

  it.each([
    ["nothing", "One two", 3, 3],
    ["a blank", "One two", 3, 4],
    ["blank lines", "One\n\n \ntwo", 3, 7],
    ["a caret inside a cluster", "👩‍👩‍👧", 2, 2],
    ["what lies beyond the text", "One", 3, 99],
  ])("is empty for %s", (_, text, from, to) => {
    expect(selected(text, from, to)).toEqual([]);
  });

  it.each([
    ["an emoji of several people", "a👩‍👩‍👧b", 3, 4, ["👩‍👩‍👧"]],
    ["a flag", "a🇲🇱b", 2, 4, ["🇲🇱b"]],
    ["a skin tone", "👍🏽!", 0, 1, ["👍🏽"]],
    ["a combining mark", "cafe\u0301 noir", 0, 4, ["cafe\u0301"]],
    ["a combining mark alone", "cafe\u0301 noir", 4, 5, ["e\u0301"]],
    ["Arabic vowel signs", "قَالَ", 0, 1, ["قَ"]],
    ["a Hangul syllable of several letters", "\u1112\u1161\u11ab글", 1, 2, ["\u1112\u1161\u11ab"]],
    ["a Devanagari syllable", "नमस्ते", 3, 4, ["स्ते"]],
  ])("widens to the whole of %s", (_, text, from, to, quotes) => {
    expect(selected(text, from, to)).toEqual(quotes);
  });

  it("keeps a blank that carries a combining mark", () => {
    expect(selected("a \u0301b", 1, 3)).toEqual([" \u0301"]);
  });

  it("takes selections that reach over both ends of the text", () => {
    expect(selected("One\ntwo", -5, 99)).toEqual(["One", "two"]);
  });

  it("gives whole clusters, no blank ends, and everything selected but blanks", () => {
    const text = fc
      .array(fc.constantFrom("a", " ", "\n", "\n\n", "\u0301", "👩‍👩‍👧", "🇲🇱", "سَلام", "渡", "\u200d", "\u0600"), {
        maxLength: 20,
      })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (words, a, b) => {
        const { source } = article(words);
        const ranges = rangesOfSelection(source, a, b);
        const points = Array.from(words);
        for (const range of ranges) {
          expect(range).toEqual(rangeAt(source, range.start, range.end));
          expect(clusters(range.quote)).toEqual(clusters(words).slice(...clusterPlaces(words, range.start, range.end)));
          expect(isBlank(clusters(range.quote)[0])).toBe(false);
          expect(isBlank(clusters(range.quote).at(-1))).toBe(false);
        }
        const covered = new Set(ranges.flatMap(({ start, end }) => points.map((_, i) => i).slice(start, end)));
        const missed = points.flatMap((point, i) =>
          i >= Math.min(a, b) && i < Math.max(a, b) && !covered.has(i) && !/\s/.test(point) ? [point] : [],
        );
        expect(missed).toEqual([]);
      }),
    );
  });
});

function clusters(text: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].map(({ segment }) => segment);
}

/** Which clusters of the text begin and end at these offsets; clusters that are cut give no places that fit. */
function clusterPlaces(text: string, start: number, end: number): [number, number] {
  const lengths = clusters(text).map((cluster) => Array.from(cluster).length);
  const before = (offset: number) => lengths.findIndex((_, i) => sum(lengths.slice(0, i)) >= offset);
  return [before(start), end === sum(lengths) ? lengths.length : before(end)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

function isBlank(cluster: string | undefined): boolean {
  return cluster === undefined || /^\s+$/.test(cluster);
}
