import { describe, expect, it } from "vitest";
import type { Stance } from "../../model/stance.ts";
import { joinedLabel, labelMeaning } from "./label-meaning.ts";

declare const performance: { now(): number };

describe("a label", () => {
  it.each<[string, string | null, Stance | null]>([
    [joinedLabel("C1", "supports"), "C1", "supports"],
    ["Cause — REFUTES", "Cause", "refutes"],
    ["  two words: mixed ", "two words", "mixed"],
    ["supports", null, "supports"],
    ["/supports", null, "supports"],
    ["unmixed", "unmixed", null],
    ["C1/supports/refutes", "C1/supports", "refutes"],
    ["Cause", "Cause", null],
    [" ", null, null],
  ])("%j means what it seems to", (name, claim, stance) => {
    expect(labelMeaning(name)).toEqual({ claim, stance });
  });

  it.each([
    ["blanks", `a${" ".repeat(1_000_000)}b`],
    ["dividers", `a${"/".repeat(1_000_000)}supports`],
    ["dividers without a stance", `a${"-".repeat(1_000_000)}supportsx`],
    ["stances", "supports/".repeat(110_000)],
    ["letters", `${"s".repeat(1_000_000)}upports`],
  ])("of a million characters is understood at once: %s", (_, name) => {
    const began = performance.now();
    labelMeaning(name);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
