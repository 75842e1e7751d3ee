import { describe, expect, it } from "vitest";
import { checkInput, inputLimits } from "./input-check.ts";

const small = { characters: 10, values: 5, depth: 2 };

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

describe("checkInput", () => {
  it.each([null, true, 1.5, "0123456789", [], {}, [[]], { a: { b: 1 } }, [1, 2, 3, 4]])("accepts %j", (input) => {
    expect(checkInput(input, small)).toBe("fits");
  });

  it.each<[string, unknown]>([
    ["a string that is too long", "01234567890"],
    ["strings that are too long together", ["012345", "678901"]],
    ["keys that are too long", { "01234567890": 1 }],
    ["too many values", [1, 2, 3, 4, 5]],
    ["a value nested too deep", [[[]]]],
  ])("finds %s too large", (_, input) => {
    expect(checkInput(input, small)).toBe("too-large");
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a number that JSON does not know", Number.NaN],
    ["an endless number inside", { a: Number.POSITIVE_INFINITY }],
    ["a big integer", 1n],
    ["a map", new Map([["a", 1]])],
    ["a set", new Set([1])],
    ["a date", new Date(0)],
    ["binary data", new Uint8Array(1)],
    ["a buffer", new ArrayBuffer(1)],
    ["a pattern", /a/],
    ["an error", new Error("a")],
  ])("does not take %s for JSON", (_, input) => {
    expect(checkInput(input, small)).toBe("not-json");
  });

  it("finds a cycle too large", () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(checkInput(cycle, inputLimits(1_000))).toBe("too-large");
  });

  it("refuses what would be too deep to write down", () => {
    expect(checkInput(nested(64), inputLimits(1_000))).toBe("fits");
    expect(checkInput(nested(65), inputLimits(1_000))).toBe("too-large");
  });
});
