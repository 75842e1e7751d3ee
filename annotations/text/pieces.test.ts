import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { samePlaces, united } from "./pieces.ts";
import { rangeAt } from "./selector.ts";

describe("united", () => {
  it("puts pieces in reading order and leaves those apart that other words divide", () => {
    const { source, ranges } = article("[One] two [three]");
    const [one, three] = ranges;
    const result = united(source, [...ranges].reverse());
    expect(result).toEqual(ranges);
    expect([result[0] === one, result[1] === three]).toEqual([true, true]);
  });

  it.each<[string, string, [number, number], [number, number], string]>([
    ["overlap", "One two three", [0, 7], [4, 13], "[One two three]"],
    ["touch", "One two three", [0, 4], [4, 7], "[One two] three"],
    ["lie in one another", "One two three", [0, 13], [4, 7], "[One two three]"],
    ["are divided by blanks only", "One \u00a0two three", [0, 3], [5, 8], "[One \u00a0two] three"],
  ])("makes one of pieces that %s", (_, text, first, second, expected) => {
    const { source } = article(text);
    const pieces = [rangeAt(source, ...first), rangeAt(source, ...second)];
    expect(united(source, pieces)).toEqual(article(expected).ranges);
    expect(united(source, pieces.toReversed())).toEqual(article(expected).ranges);
  });

  it("leaves pieces of two blocks apart", () => {
    const { source, ranges } = article("[One]\n[two]");
    expect(united(source, ranges)).toEqual(ranges);
  });

  it("gives pieces that follow each other, cover what the given ones do, and stay when united again", () => {
    const { source } = article("One two\nthree 👩‍👩‍👧 four five six");
    const length = Array.from(source.text).length;
    const pieces = fc.array(
      fc
        .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 12 }))
        .map(([start, size]) => rangeAt(source, start, Math.min(length, start + size))),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(pieces, (given) => {
        const result = united(source, given);
        expect(united(source, result)).toEqual(result);
        expect(samePlaces(result, united(source, given.toReversed()))).toBe(true);
        for (const [i, range] of result.entries()) {
          expect(range).toEqual(rangeAt(source, range.start, range.end));
          expect(range.start).toBeGreaterThan(result[i - 1]?.end ?? -1);
        }
        for (const { start, end } of given) {
          expect(result.some((range) => range.start <= start && end <= range.end)).toBe(true);
        }
      }),
    );
  });
});
