import { expect, it } from "vitest";
import { searchPalette } from "./palette-search.ts";

const NAMES = [
  "Split the mark at the caret",
  "Merge the mark with the next one beside it",
  "Go to the next mark in the text",
  "Go to the next text",
  "Undo: marking",
  "Align all texts at C5: Goïta took power",
];

function entries(unavailable: readonly string[] = []) {
  return NAMES.map((name) => ({ id: name, name, reason: unavailable.includes(name) ? "Not now." : null }));
}

function found(query: string, used: readonly string[] = [], unavailable: readonly string[] = []): readonly string[] {
  return searchPalette(entries(unavailable), query, used).map(({ name }) => name);
}

it.each([
  ["a word", "split", ["Split the mark at the caret"]],
  ["the beginning of words, in any order", "tex nex", ["Go to the next text", "Go to the next mark in the text"]],
  ["the inside of a word", "erge", ["Merge the mark with the next one beside it"]],
  ["letters that begin words", "gtnt", ["Go to the next text", "Go to the next mark in the text"]],
  ["capitals and accents", "GOITA", ["Align all texts at C5: Goïta took power"]],
  ["the ID of a claim", "c5", ["Align all texts at C5: Goïta took power"]],
  ["nothing", "zebra", []],
])("finds by %s", (_, query, names) => {
  expect([...found(query)].sort()).toEqual([...names].sort());
});

it("puts whole words first, then what can be done, then what was used last", () => {
  expect(found("mark")).toEqual([...NAMES.slice(0, 3), "Undo: marking"]);
  expect(found("mark", ["Go to the next mark in the text"])[0]).toBe("Go to the next mark in the text");
  expect(found("mark", [], ["Split the mark at the caret"])[2]).toBe("Split the mark at the caret");
});
