import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentsOf } from "./segments.ts";

const pieces = fc.constantFrom(
  "The army’s report",
  " said that. ",
  "U.S. ",
  "3,000.50 ",
  "e\u0301",
  "👩🏽‍🌾",
  "🇲🇱🇫🇷",
  "قَالَ ",
  "中文。",
  "\n",
  "क्षि",
  "“Keïta” ",
);
const long = fc.array(pieces, { minLength: 900, maxLength: 1_100 }).map((list) => list.join(""));

describe("segmentsOf", () => {
  it.each(["grapheme", "word", "sentence"] as const)("cuts a long text into the same %ss as at once", (granularity) => {
    const segmenter = new Intl.Segmenter("en", { granularity });
    fc.assert(
      fc.property(long, (text) => {
        const at = [...segmenter.segment(text)].map(({ index }) => index);
        expect([...segmentsOf(segmenter, text)].map(({ index }) => index)).toEqual(at);
      }),
      { numRuns: 20 },
    );
  });

  it("says which segments are words", () => {
    const segmenter = new Intl.Segmenter("en", { granularity: "word" });
    const words = [...segmentsOf(segmenter, "the ferry, ".repeat(1_000))].filter(({ isWordLike }) => isWordLike);
    expect(words).toHaveLength(2_000);
  });

  it("gets through a segment that is longer than a window", () => {
    const segmenter = new Intl.Segmenter("en", { granularity: "word" });
    const word = "a".repeat(9_000);
    const found = [...segmentsOf(segmenter, `${word} b c d e`)].map(({ segment }) => segment);
    expect(found).toEqual([word, " ", "b", " ", "c", " ", "d", " ", "e"]);
  });

  it("has nothing to say of an empty text", () => {
    expect([...segmentsOf(new Intl.Segmenter("en"), "")]).toEqual([]);
  });
});
