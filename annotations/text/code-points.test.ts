import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CodePoints, codePointsOf } from "./code-points.ts";

/** Any sequence of UTF-16 units, lone surrogates included. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("a", "é", "\ud83d", "\udc69", "👩", "👩‍👩‍👧", "渡", "\u0301", "\n"))
    .map((units) => units.join("")),
);

describe("CodePoints", () => {
  it("counts, converts and slices as Array.from does", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const points = new CodePoints(text);
        const expected = Array.from(text);
        expect(points.length).toBe(expected.length);
        const [start, end] = [a % (expected.length + 1), b % (expected.length + 1)].sort((x, y) => x - y);
        expect(points.slice(start ?? 0, end ?? 0)).toBe(expected.slice(start, end).join(""));
        expect(points.toUtf16(start ?? 0)).toBe(expected.slice(0, start).join("").length);
      }),
    );
  });

  it("gives every offset back after a way through UTF-16", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = new CodePoints(text);
        const offsets = Array.from({ length: points.length + 1 }, (_, i) => i);
        expect(offsets.map((offset) => points.fromUtf16(points.toUtf16(offset)))).toEqual(offsets);
      }),
    );
  });

  it("counts the pair for an index inside a surrogate pair", () => {
    const points = new CodePoints("a👩b");
    expect([0, 1, 2, 3, 4].map((index) => points.fromUtf16(index))).toEqual([0, 1, 2, 2, 3]);
  });

  it.each([-1, 3, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses the offset %d in a text of two", (offset) => {
    expect(() => new CodePoints("👩b").toUtf16(offset)).toThrow(RangeError);
  });
});

describe("codePointsOf", () => {
  it("makes one converter for one source", () => {
    const source = { text: "👩" };
    expect(codePointsOf(source)).toBe(codePointsOf(source));
    expect(codePointsOf(source)).not.toBe(codePointsOf({ text: "👩" }));
  });
});
