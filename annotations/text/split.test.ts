import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { splitAt } from "./split.ts";

/** Splits the bracketed ranges and shows the quotes on either side. */
function halves(text: string, offset: number): readonly (readonly string[])[] | null {
  const { source, ranges } = article(text);
  const found = splitAt(source, ranges, offset);
  return found && [found.before.map(({ quote }) => quote), found.after.map(({ quote }) => quote)];
}

describe("splitAt", () => {
  it.each<[string, string, number, readonly (readonly string[])[] | null]>([
    ["between two words", "[One two three]", 4, [["One"], ["two three"]]],
    ["before the word around the caret", "[One two three]", 6, [["One"], ["two three"]]],
    ["at the end of a word", "[One two three]", 7, [["One two"], ["three"]]],
    ["without the comma there", "[One, two]", 5, [["One"], ["two"]]],
    ["between pieces", "[One] two [three]", 6, [["One"], ["three"]]],
    ["inside one of several pieces", "[One] two [three four]", 16, [["One", "three"], ["four"]]],
    ["with the mark's own ends as they were", "O[ne two thr]ee", 8, [["ne two"], ["thr"]]],
    ["nowhere before the first word", "[One two]", 0, null],
    ["nowhere inside the first word", "[One two]", 2, null],
    ["nowhere behind the end", "[One two] three", 7, null],
    ["nowhere outside", "[One two] three", 12, null],
  ])("divides %s", (_, text, offset, expected) => {
    expect(halves(text, offset)).toEqual(expected);
  });

  it("keeps pieces that it does not cut the same objects", () => {
    const { source, ranges } = article("[One] two [three]");
    const found = splitAt(source, ranges, 6);
    expect([found?.before[0] === ranges[0], found?.after[0] === ranges[1]]).toEqual([true, true]);
  });
});
