import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectSaying, reportRequest } from "../testing/report-project.ts";
import { type Block, given, paragraph } from "./document.ts";
import { reportMarkdown } from "./markdown.ts";
import { reportOf } from "./report.ts";

const markdownSaying = (words: string) => reportMarkdown(reportOf(reportRequest(projectSaying(words))));
const written = (...blocks: readonly Block[]) =>
  reportMarkdown({ title: "T", blocks, sections: [] }).split("\n\n").slice(1).join("\n\n").trim();

/**
 * What of a line a reader of Markdown takes for markup: what it begins with, and every character that can mean something and
 * has no backslash before it. A backslash takes the next punctuation mark with it; at the end of a line it breaks the line.
 */
function markupIn(line: string): string {
  const start = /^(?:> ?|- |#{1,6} )*(?:[-+=:]+(?= |$)|\d{1,9}[.)](?= |$)| {4}|\t|~~~|:)?/.exec(line)?.[0] ?? "";
  const rest = line.slice(start.length).replace(/\\[!-/:-@[-`{-~]/g, "");
  return `${start.replace(/ +$/, "")}${[...rest].filter((character) => "*_[]<>#|`~&$\\".includes(character)).join("")}`;
}

function shapeOf(markdown: string): readonly string[] {
  return markdown.split("\n").map(markupIn);
}

const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(
      ..."*_[]<>#|`~&$\\!-+=:.0\n\r\t\0",
      "\n# x",
      "\n- ",
      "\n1. ",
      "\n> ",
      "\n---\n",
      "\n===\n",
      "\n    x",
      "\n```\n",
      "[x](javascript:x)",
      "<b>",
      "&lt;",
      "| --- |",
      "\\|",
      "\\",
    ),
    fc.string({ unit: "binary", maxLength: 5 }),
  ),
  { maxLength: 12 },
);
const words = fc.oneof(
  hostile.map((parts) => `x${parts.join("")}`),
  hostile.map((parts) => `${parts.join("")}x`),
);

function harmless(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "x");
}

describe("reportMarkdown", () => {
  it("has the same markup whatever the project says", () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(shapeOf(markdownSaying(text))).toEqual(shapeOf(markdownSaying(harmless(text))));
      }),
      { numRuns: 150 },
    );
  });

  it("has tables whose rows have as many cells as their head", () => {
    const lines = markdownSaying("a | b \\| c\\").split("\n");
    const cells = (line: string) => line.replace(/\\[!-/:-@[-`{-~]/g, "").split("|").length;
    let width = 0;
    for (const [i, line] of lines.entries()) {
      if (!line.startsWith("|")) continue;
      if (!lines[i - 1]?.startsWith("|")) width = cells(line);
      expect(cells(line)).toBe(width);
    }
    expect(width).toBeGreaterThan(0);
  });

  it.each([
    ["1. The ferry", "1\\. The ferry"],
    ["- the ferry", "\\- the ferry"],
    ["# 5 *of* <6>", "\\# 5 \\*of\\* \\<6\\>"],
    ["A 3.5 % rise - and more.", "A 3.5 % rise - and more."],
    ["two\nlines", "two lines"],
  ])("writes %j so that it is read as it is", (text, expected) => {
    expect(written(paragraph(given(text)))).toBe(expected);
    expect(written(paragraph(given(""), given(text)))).toBe(expected);
  });

  it("keeps the lines of a note", () => {
    expect(written({ kind: "note", label: "Note", text: "one\n\n- two\r\nthree" })).toBe(
      "Note:\\\none\\\n\\- two\\\nthree",
    );
  });

  it("has the quote bold in its context, also where it begins or ends with a punctuation mark", () => {
    const passage = (before: string, quote: string, after: string) =>
      written({ kind: "passage", look: "supports", pieces: [{ before, quote, after }], facts: ["supports"] });
    expect(passage("It said: ", "the ferry", ".")).toBe("> It said: **the ferry**.\n>\n> supports");
    expect(passage("so", "(twice)", "then")).toBe("> so **(twice)** then\n>\n> supports");
    expect(passage("", "one\ntwo", "")).toBe("> **one two**\n>\n> supports");
  });

  it.each([
    ["https://x.example/a_b*c", "<https://x.example/a%5Fb%2Ac>"],
    ["javascript:alert(1)", "javascript:alert(1)"],
    ["https://x.example/<b>", "<https://x.example/%3Cb%3E>"],
  ])("has %s as a link only where it is one of the web or of mail", (url, expected) => {
    expect(written(paragraph({ kind: "address", text: url }))).toBe(expected);
  });
});
