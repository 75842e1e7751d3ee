import { describe, expect, it } from "vitest";
import { textBlocks } from "./blocks.ts";
import { headingsOf, isHeadingLine } from "./heading.ts";

function headings(...lines: readonly string[]): string[] {
  return [...headingsOf(textBlocks(lines.join("\n\n")))].map(({ line }) => line);
}

const BODY = `${"The ferry at Kolda had been out of service for weeks. ".repeat(5)}Nobody knew why.`;

describe("headingsOf", () => {
  it("takes title and subtitle above the text, but no byline, date, address, kicker or mail header", () => {
    const matter = ["Analysis", "By Amina Sowe", "4 March 2020", "https://river.example/a", "To: all"];
    expect(headings("The Ferry", "How it came to stand still", ...matter, BODY)).toEqual([
      "The Ferry",
      "How it came to stand still",
    ]);
  });

  it("takes a heading and its subheading between paragraphs, and leaves a list alone", () => {
    expect(headings(BODY, "Part two", "The winch", BODY)).toEqual(["Part two", "The winch"]);
    expect(headings(BODY, "A winch", "Two life rafts", "Some paint", BODY)).toEqual([]);
  });

  it("takes no line that nothing follows", () => {
    expect(headings("The Ferry", BODY, "Kolda, in spring")).toEqual(["The Ferry"]);
    expect(headings("The Ferry")).toEqual([]);
    expect(headings("The Ferry", "By Amina Sowe")).toEqual(["The Ferry"]);
  });

  it("takes no line that is longer than the paragraph after it, and no long question", () => {
    expect(headings(BODY, "An unusually long line of words that ends nowhere", "Indeed.", BODY)).toEqual([]);
    const question = `${"Why would anybody ask such a thing of an old ferryman, ".repeat(2)}now?`;
    expect(headings(BODY, question, BODY, "Who pays?", BODY)).toEqual(["Who pays?"]);
  });
});

describe("isHeadingLine", () => {
  it.each([
    "A slow spring",
    "1998 Strikes On The Quay",
    "1. Introduction",
    "Harbour Master: “We Were Never Asked”",
    "Kolda and the U.S.",
    "Who pays?",
    "iFerry",
    "渡船重返河上",
    "عودة العبّارة",
    "🛶 Ferry news",
  ])("accepts %j", (line) => {
    expect(isHeadingLine(line)).toBe(true);
  });

  it.each([
    "The ferry sailed.",
    "The ferry sailed.”[12]",
    "UPDATE, MARCH 9:",
    "Update",
    "Editor’s note – corrected",
    "and then it sank",
    "- a winch",
    "[1] Harbour office, report",
    "“We were never asked”",
    "渡船重返河上。",
    "1998 / 2004 / 2010",
    "👩‍👩‍👧",
    "See https://river.example",
    "",
    "word ".repeat(40),
  ])("refuses %j", (line) => {
    expect(isHeadingLine(line)).toBe(false);
  });
});
