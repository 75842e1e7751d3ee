import { describe, expect, it } from "vitest";
import { withoutBlankEnds } from "./blank.ts";

describe("withoutBlankEnds", () => {
  it.each<[string, number, number, readonly [number, number] | null]>([
    ["abc", 0, 3, [0, 3]],
    ["  a b\u00a0\n", 0, 7, [2, 5]],
    ["\u200b\u200fa\u2060\u0085", 0, 5, [2, 3]],
    ["  a  ", 1, 4, [2, 3]],
    [" \t\n", 0, 3, null],
    ["", 0, 0, null],
    ["a", 1, 1, null],
    // A blank is no end where a combining mark sits on it, or where a prepended sign holds it.
    ["  \u0301a", 0, 4, [1, 4]],
    [" a \u0301 ", 0, 5, [1, 4]],
    [" \u0600  ", 0, 4, [1, 3]],
  ])("cuts %j from %d to %d down to %j", (text, start, end, expected) => {
    expect(withoutBlankEnds(text, start, end)).toEqual(expected);
  });
});
