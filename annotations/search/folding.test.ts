import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./folding.ts";

describe("fold", () => {
  it.each([
    ["case", "BAMAKO", "bamako"],
    ["accents", "Keïta", "keita"],
    ["combining marks", "cafe\u0301", "cafe"],
    ["ligatures", "ﬁle œuvre", "file oeuvre"],
    ["the sharp s", "Straße", "strasse"],
    ["the Turkish i", "İstanbul", "istanbul"],
    ["the final sigma", "ΛΟΓΟΣ λόγος", "λογοσ λογοσ"],
    ["Arabic vowel signs and stretching", "قَالَـت", "قالت"],
    ["Arabic hamzas", "أحمد", "احمد"],
    ["typographic quotes and dashes", "“l’été” 300–400", '"l\'ete" 300-400'],
    ["blanks", "one \u00a0\n two", "one two"],
    ["what prints nothing", "co\u00adoperate", "cooperate"],
  ])("folds %s", (_, text, folded) => {
    expect(fold(text, false).text).toBe(folded);
  });

  it("keeps the vowels of Devanagari, which are no accents", () => {
    expect(fold("की", false).text).not.toBe(fold("का", false).text);
  });

  it("keeps case where asked to", () => {
    expect(fold("Été", true).text).toBe("Ete");
  });

  it("leads every unit back to a whole cluster of the original", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.boolean(), (text, keepCase) => {
        const { text: folded, starts, ends } = fold(text, keepCase);
        expect(starts.length).toBe(folded.length);
        for (let i = 0; i < folded.length; i++) {
          const [start, end] = [starts[i] ?? -1, ends[i] ?? -1];
          expect(fold(text.slice(start, end), keepCase).text).toContain(folded.charAt(i));
          expect(start).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });
});
