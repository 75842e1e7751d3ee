import { describe, expect, it } from "vitest";
import { canonicalText } from "./canonical.ts";

describe("canonicalText", () => {
  it.each([
    ["a\r\nb\rc\nd\r\r\n", "a\nb\nc\nd\n\n"],
    ["\uFEFFtext", "text"],
    ["\uFEFF\uFEFFtext", "\uFEFFtext"],
    ["text\uFEFF", "text\uFEFF"],
    ["\uFEFF", ""],
    ["", ""],
  ])("turns %j into %j", (decoded, canonical) => {
    expect(canonicalText(decoded)).toBe(canonical);
  });

  it("changes nothing else", () => {
    const text = " e\u0301 é \u2028\u2029\u0085\f\v\t\u00a0\u200f👩‍👩‍👧 \n\n ";
    expect(canonicalText(text)).toBe(text);
  });
});
