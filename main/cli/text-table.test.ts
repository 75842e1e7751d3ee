import { expect, it } from "vitest";
import { textTable } from "./text-table.ts";

it("aligns columns by what a terminal shows", () => {
  const rows = [
    ["ID", "A", "Text"],
    ["C10", "(−)", "é 🌉"],
    ["e\u0301", "日本", "last"],
  ];
  expect(textTable(rows)).toBe("ID   A     Text\nC10  (−)   é 🌉\ne\u0301    日本  last\n");
});

it("keeps a cell on its line and its characters harmless", () => {
  expect(textTable([["a\nb", "\u001b[31mred\u202e", ""]])).toBe("a b  \\u{1b}[31mred\\u{202e}\n");
});

it("is empty without rows", () => {
  expect(textTable([])).toBe("");
});
