import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PassageText, sideBySide } from "./side-by-side.ts";

/** The text with what differs in brackets. */
function marked({ text, differing }: PassageText): string {
  return differing.reduceRight(
    (made, [start, end]) => `${made.slice(0, start)}[${made.slice(start, end)}]${made.slice(end)}`,
    text,
  );
}

describe("sideBySide", () => {
  it("sets off the words that one side has otherwise or not at all, and neither case nor punctuation", () => {
    const [a, b] = sideBySide(
      "The old ferry sank on Monday, off Kolda.",
      "“The ferry went down on Monday” off kolda, he said",
    );
    expect(marked(a)).toBe("The [old] ferry [sank] on Monday, off Kolda.");
    expect(marked(b)).toBe("“The ferry [went down] on Monday” off kolda, [he said]");
    expect([a.isCut, b.isCut]).toEqual([false, false]);
  });

  it("cuts long passages on both sides after the same word", () => {
    const [a, b] = sideBySide("one two three four five six", "one and two three four five six", 4);
    expect([marked(a), a.isCut]).toEqual(["one two three", true]);
    expect([marked(b), b.isCut]).toEqual(["one [and] two three", true]);
  });

  const words = fc.array(fc.constantFrom("boat", "river", "Fähre", "jüngst", "الجيش"), { maxLength: 20 });

  it("leaves the same words on both sides when what differs is taken out", () => {
    const rest = ({ text, differing }: PassageText) =>
      differing
        .reduceRight((made, [start, end]) => made.slice(0, start) + made.slice(end), text)
        .split(" ")
        .filter((word) => word !== "");
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [a, b] = sideBySide(one.join(" "), other.join(" "));
        expect(rest(a)).toEqual(rest(b));
      }),
    );
  });
});
