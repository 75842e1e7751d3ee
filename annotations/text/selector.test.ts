import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Range } from "../model/range.ts";
import { article } from "../testing/article.ts";
import { CONTEXT_LENGTH, locate, rangeAt } from "./selector.ts";

/** The one range in brackets. */
function rangeIn(marked: string): Range {
  const [range] = article(marked).ranges;
  if (!range) throw new Error(`no brackets in ${marked}`);
  return range;
}

const locatedIn = (text: string, range: Range) => locate(article(text).source, range);

describe("rangeAt", () => {
  it("keeps 32 code points of context, and less at the ends of the text", () => {
    const { source } = article(`${"👩".repeat(40)}quote${"é".repeat(40)}`);
    expect(rangeAt(source, 40, 45)).toEqual({
      start: 40,
      end: 45,
      quote: "quote",
      prefix: "👩".repeat(CONTEXT_LENGTH),
      suffix: "é".repeat(CONTEXT_LENGTH),
    });
    expect(rangeAt(source, 1, 84)).toMatchObject({ prefix: "👩", suffix: "é" });
  });

  it("throws outside the text", () => {
    const { source } = article("One");
    expect(() => rangeAt(source, 0, 4)).toThrow(RangeError);
    expect(() => rangeAt(source, -1, 2)).toThrow(RangeError);
  });
});

describe("locate", () => {
  it("finds an unchanged place exactly", () => {
    expect(locatedIn("One two three", rangeIn("One [two] three"))).toEqual({ kind: "exact", start: 4, end: 7 });
  });

  it("finds a place exactly whatever stands around it now", () => {
    expect(locatedIn("Six two seven two", rangeIn("One [two] three"))).toEqual({ kind: "exact", start: 4, end: 7 });
  });

  it("finds a quote that moved, in code points", () => {
    expect(locatedIn("👩 One two three", rangeIn("One [two] three"))).toEqual({ kind: "moved", start: 6, end: 9 });
  });

  it("tells by the context which of several places moved", () => {
    const range = rangeIn("red one, blue one, green [one], black one");
    expect(locatedIn("So: red one, blue one, green one, black one", range)).toEqual({
      kind: "moved",
      start: 29,
      end: 32,
    });
  });

  it("takes the quote's own length where the stored end does not fit it", () => {
    const range = { ...rangeIn("One [two] three"), end: 99 };
    expect(locatedIn("Now one two three", range)).toEqual({ kind: "moved", start: 8, end: 11 });
  });

  it("calls places that fit equally well ambiguous", () => {
    const range = { ...rangeIn("[one]"), start: 90, end: 93 };
    expect(locatedIn("👩 one, one", range)).toEqual({ kind: "ambiguous", candidates: [2, 7] });
  });

  it("finds places that overlap", () => {
    const range = { ...rangeIn("[aa]"), start: 90, end: 92 };
    expect(locatedIn("aaa", range)).toEqual({ kind: "ambiguous", candidates: [0, 1] });
  });

  it("calls a quote that is gone lost", () => {
    expect(locatedIn("One 2 three", rangeIn("One [two] three"))).toEqual({ kind: "lost" });
    expect(locatedIn("", rangeIn("One [two] three"))).toEqual({ kind: "lost" });
  });

  it("copes with a quote that stands in a text very often", () => {
    const range = { ...rangeIn("[e]"), start: 900_000, end: 900_001 };
    const located = locatedIn("e".repeat(200_000), range);
    expect(located.kind === "ambiguous" && located.candidates.length).toBe(200_000);
  });

  it("finds a unique quote as moved after text was put before it", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "👩", "é") });
    const quote = fc
      .string({ unit: fc.constantFrom("x", "y", "z", "👧", " "), minLength: 1 })
      .map((inner) => `«${inner}»`);
    const inserted = fc.string({ unit: fc.constantFrom("a", " ", "👩"), minLength: 1 });
    fc.assert(
      fc.property(words, quote, words, inserted, (before, unique, after, added) => {
        const range = rangeIn(`${before}[${unique}]${after}`);
        const by = Array.from(added).length;
        expect(locatedIn(`${before}${unique}${after}`, range)).toEqual({
          kind: "exact",
          start: range.start,
          end: range.end,
        });
        expect(locatedIn(`${added}${before}${unique}${after}`, range)).toEqual({
          kind: "moved",
          start: range.start + by,
          end: range.end + by,
        });
      }),
    );
  });
});
