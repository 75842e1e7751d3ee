import { expect, it } from "vitest";
import { frozen } from "../testing/frozen.ts";
import { mergeWords } from "./merge-words.ts";
import { MERGED_PARTS, type MergedSet } from "./merged-set.ts";

const NONE = { added: 0, same: 0, revised: 0, earlier: 0, conflicts: 0 };

/** A set of which so many marks come, are in conflict, and are there already, and so many claims come. */
function set(name: string, added: number, conflicts = 0, claims = 0, isNew = false) {
  const counts = Object.fromEntries(MERGED_PARTS.map((part) => [part, NONE])) as MergedSet["counts"];
  const marks = { ...NONE, added, conflicts, same: 7 };
  return frozen({ name, isNew, counts: { ...counts, marks, claims: { ...NONE, added: claims } } });
}

const words = (...sets: readonly ReturnType<typeof set>[]) => mergeWords({ sets, articles: 0, speakers: 0 }, "ours");

it("names the one whose marks come, and counts several", () => {
  expect(words(set("Bruno", 12))).toBe("12 marks of Bruno");
  expect(words(set("Anna", 0), set("Bruno", 1))).toBe("1 mark of Bruno");
  expect(words(set("Anna", 1_200), set("Bruno", 34, 0, 1))).toBe("1,234 marks and one other entry of 2 analysts");
  expect(words(set("Clara", 0, 0, 0, true))).toBe("Clara");
});

it("counts what is in conflict only where the other copy counts, and what comes beside the sets", () => {
  const merged = { sets: [set("Bruno", 2, 3)], articles: 1, speakers: 0 };
  expect(mergeWords(merged, "ours")).toBe("2 marks of Bruno, 1 article");
  expect(mergeWords(merged, "theirs")).toBe("5 marks of Bruno, 1 article");
  expect(mergeWords({ sets: [], articles: 0, speakers: 2 }, "ours")).toBe("2 speakers");
});
