import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokensOf } from "./tokens.ts";

describe("tokensOf", () => {
  const words = (text: string) => tokensOf(text).map(({ start, form }) => [start, form.raw]);

  it("cuts words and figures out of a text, wherever an accent, a foreign letter or an emoji stands", () => {
    // The rule in one expression, without the shorter way for ASCII.
    const rule = /\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?!\d)|\d+|\p{L}[\p{L}\p{M}]*|\p{Nd}+/gu;
    const piece = fc.constantFrom(
      ...["a", "Army", "ZZ", "e\u0301", "é", "ç", "ß", "م", "قَ", "🌊", "𝒜", "\u0301"],
      ...["7", "000", "1,000", "٢٠", " ", " ", "\n", ".", ",", "’", "-", "_", "\u00a0", "\ud83c", "\0"],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        expect(words(text)).toEqual(Array.from(text.matchAll(rule), ({ index, 0: raw }) => [index, raw]));
      }),
      { numRuns: 2_000 },
    );
  });

  it("knows a word again that differs from another by one letter or its case", () => {
    const text = "army Army armi army rmya";
    expect(tokensOf(text).map(({ form }) => form.raw)).toEqual(text.split(" "));
  });
});
