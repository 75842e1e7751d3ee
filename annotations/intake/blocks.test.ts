import { describe, expect, it } from "vitest";
import { textBlocks } from "./blocks.ts";

function split(text: string): string[] {
  return textBlocks(text).map(({ start, end }) => text.slice(start, end));
}

describe("textBlocks", () => {
  it("makes every line that is not blank a block", () => {
    expect(split("One line\n  another \n\n\n\u00a0\nand a third")).toEqual(["One line", "another", "and a third"]);
  });

  it("ends lines at page, line and paragraph separators as well", () => {
    expect(split("a\fb\u2028c\u2029d\u0085e\vf")).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  it("leaves a blank that carries a combining mark in its block", () => {
    expect(split("  \u0301a \n b \u0301 \u200b")).toEqual([" \u0301a", "b \u0301"]);
  });

  it("gives each block as one line with single blanks", () => {
    const [block] = textBlocks("  November\u00a023,\t 2022 ");
    expect(block).toEqual({ start: 2, end: 20, line: "November 23, 2022" });
  });

  it("joins the lines of wrapped paragraphs, which blank lines divide", () => {
    const text =
      "The council met in the schoolhouse that evening, and the\nengineers had brought their drawings, which nobody could\nread in the dark.\n\nBy the end of it the ferry had been promised for spring,\nand two people had left.";
    expect(split(text)).toEqual(text.split("\n\n"));
  });

  it("keeps a short line above a wrapped paragraph apart", () => {
    const text =
      "Notes from Kolda\nThe council met in the schoolhouse that evening, and the\nengineers had brought their drawings, which nobody could\nread in the dark, nor would they have understood them in\nany light.";
    expect(split(text)).toEqual(["Notes from Kolda", text.slice(text.indexOf("The"))]);
  });

  it("joins a line that was wrapped early when the sentence goes on in lower case", () => {
    const text =
      "The council met in the schoolhouse that evening, and the\nengineers had brought their drawings, which\nno one could read in the dark, nor would they have been\nunderstood in any light.";
    expect(split(text)).toEqual([text]);
  });

  it("joins wrapped Chinese lines, whose characters take two columns", () => {
    const text =
      "地区议会周三晚上在校舍里开会听取工程师关于渡船的报告据说没\n有人相信渡船会按照他们答应的日期返回河上这件事后来在村里传\n了很久。";
    expect(split(text)).toEqual([text]);
  });

  it.each([
    [
      "verse",
      "The ferry left at break of day and did not come again\nThe water rose\nThe winch was sold for scrap and so were all the men\nThe water rose",
    ],
    [
      "one-line paragraphs",
      "The ferry left at dawn with forty people on its deck.\nIt did not come back.\nThe harbour office said that it would look into the matter in spring.\nNobody believed it.",
    ],
    ["long paragraphs", `${"word ".repeat(60)}\n${"word ".repeat(60)}\n${"word ".repeat(60)}`],
  ])("does not join the lines of %s", (_, text) => {
    expect(split(text)).toEqual(text.split("\n").map((line) => line.trim()));
  });
});
