import { expect, it } from "vitest";
import { article } from "../../annotations/testing/article.ts";
import { edgeWords } from "./edge-words.ts";

const { ranges } = article("[One two] three [four five six seven eight nine ten]");

it.each([
  [0, "end", "End after “One two”"],
  [0, "start", "Start before “One two”"],
  [1, "end", "End after “seven eight nine ten”"],
  [1, "start", "Start before “four five six seven”"],
  [9, "end", "End after “”"],
] as const)("says where the edge of piece %i at its %s is", (piece, side, words) => {
  expect(edgeWords(ranges, { piece, side })).toBe(words);
});

it("cuts words that have no blanks between characters", () => {
  const { ranges: long } = article(`[${"👩‍👩‍👧".repeat(30)}]`);
  expect(edgeWords(long, { piece: 0, side: "end" })).toBe(`End after “${"👩‍👩‍👧".repeat(24)}”`);
});
