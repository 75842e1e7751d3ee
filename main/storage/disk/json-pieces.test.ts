import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonPieces } from "./json-pieces.ts";

it("makes the text that JSON.stringify makes", () => {
  const value = fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(value, (content) => {
      expect([...jsonPieces(content)].join("")).toBe(JSON.stringify(content, null, 2));
    }),
  );
});

it("divides long lists", () => {
  const content = { marks: Array.from({ length: 1_001 }, (_, n) => ({ n, ranges: [{ start: n }] })) };
  const pieces = [...jsonPieces(content)];
  expect(pieces.join("")).toBe(JSON.stringify(content, null, 2));
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(20_000);
});
