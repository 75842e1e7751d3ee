import { expect, it } from "vitest";
import { safeFileName, shownName } from "./file-name.ts";

it.each([
  ["Mali 2021–2022", "Mali 2021–2022"],
  ["Five articles, 21 November 2026", "Five articles, 21 November 2026"],
  ["../../etc/passwd", "etc passwd"],
  ['a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"],
  ["line\nbreak\ttab\0nul", "line break tab nul"],
  ["exe\u202Etxt.pdf", "exe txt.pdf"],
  ["CON", "CON file"],
  ["nul.txt", "nul.txt file"],
  ["  .hidden. ", "hidden"],
  ["-rf", "rf"],
  ["trailing dots...", "trailing dots"],
  ["", "Parallax"],
  ["???", "Parallax"],
  ["\ud83c", "Parallax"],
])("makes of %j the name %j", (wish, name) => {
  expect(safeFileName(wish)).toBe(name);
});

it("keeps names short without cutting a character", () => {
  expect(safeFileName("🌉".repeat(100))).toBe("🌉".repeat(30));
  expect(safeFileName("a".repeat(300))).toHaveLength(120);
});

it("shows what cannot be seen in a name", () => {
  expect(shownName("a\u202Eb\u001b[31m\nc 🌉.txt")).toBe("a\\u{202e}b\\u{1b}[31m\\u{a}c 🌉.txt");
});
