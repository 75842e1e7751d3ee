import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameContent } from "./same-content.ts";

/** The same JSON value with the fields of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]) => [name, turned(inner)] as const);
  return Object.fromEntries(fields.reverse());
}

describe("sameContent", () => {
  it("finds a value the same as its copy, whatever the order of the fields", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameContent(value, turned(value))).toBe(true);
      }),
    );
  });

  it("finds two values different that are written differently once their fields are in order", () => {
    const written = (value: unknown) =>
      JSON.stringify(value, (_, inner) => (inner instanceof Object ? sorted(inner) : inner));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
        // -0 is written as 0 and is the same number.
        expect(sameContent(a, b)).toBe(written(a) === written(b));
      }),
    );
  });

  it.each<[unknown, unknown]>([
    [[], {}],
    [{}, null],
    [{ a: undefined }, { b: undefined }],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ constructor: 1 }, { a: 1 }],
    ["1", 1],
  ])("tells %j from %j", (a, b) => {
    expect([sameContent(a, b), sameContent(b, a)]).toEqual([false, false]);
  });
});

function sorted(value: object): object {
  return Array.isArray(value) ? value : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
