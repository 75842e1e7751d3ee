import { describe, expect, it } from "vitest";
import { termsOf } from "./terms.ts";
import { termKey } from "./vocabulary.ts";

function keys(text: string, opens = true): string {
  return termsOf(text, opens)
    .map(({ number }) => termKey(number))
    .join(" ");
}

describe("termsOf", () => {
  it.each([
    ["words, folded", "Déjà vu", "deja vu"],
    ["names inside a sentence", "near Moura", "near moura @moura"],
    ["both ends of a span of numbers", "300–400", "#300 ≈3e+2 #400 ≈4e+2"],
    ["thousands however they are written", "1,000 1.000 1\u00a0000", "#1000 ≈1e+3 #1000 ≈1e+3 #1000 ≈1e+3"],
    ["dates in either order", "8 April, avril 8", "#8 ~4 8 april avril #8 ~4 8"],
    ["years without rounding", "in 2022", "in #2022"],
    ["digits of other scripts as words", "عام ٢٠٢٢", "عام ٢٠٢٢"],
    ["words without blanks between them", "大学生活", "大学 生活"],
  ])("gives %s", (_, text, expected) => {
    expect(keys(text)).toBe(expected);
  });

  it("takes a first word for a name only inside a sentence", () => {
    expect([keys("Moura", true), keys("Moura", false)]).toEqual(["moura", "moura @moura"]);
  });

  it("rounds 203 and 200 to the same", () => {
    expect(keys("203")).toContain("≈2e+2");
    expect(keys("more than 200")).toContain("≈2e+2");
  });
});
