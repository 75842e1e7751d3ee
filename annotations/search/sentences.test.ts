import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentenceEnds, sentencesOf } from "./sentences.ts";

describe("sentencesOf", () => {
  it("joins a stray abbreviation to what follows, and leaves blanks out", () => {
    const text = "Mr. Diop spoke at length.  Nobody answered him.";
    expect(sentencesOf(text).map(([start, end]) => text.slice(start, end))).toEqual([
      "Mr. Diop spoke at length.",
      "Nobody answered him.",
    ]);
  });
});

describe("sentenceEnds", () => {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  const pieces = fc.constantFrom(
    ...["a", "b", "A", "Z", "é", "É", "ñ", "Ž", "7", "he said", "The end"],
    ...[".", ".", "!", "?", " ", " ", "\t", "\u00a0", "\n", "\r\n", "\r"],
    ...['"', "'", "(", ")", "]", "«", "»", "“", "”", "‘", "’", ",", "-", ":", ";", "–", "—", "$", "/", "…", "م", "🌊"],
  );
  const texts = fc.array(pieces, { maxLength: 20 }).map((all) => all.join(""));

  it("says what the segmenter of Unicode Annex 29 says, whatever the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const expected = [...segmenter.segment(text)].map(({ segment, index }) => index + segment.length);
        expect(sentenceEnds(text)).toEqual(expected);
      }),
      { numRuns: 5_000 },
    );
  });
});
