import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { askedTermsOf, eachPassageHaving, passagesHaving } from "./asked-terms.ts";
import { passageIndex } from "./passages.ts";
import { termNumber } from "./vocabulary.ts";

describe("terms asked for", () => {
  const first = passageIndex(article("The army left the town. Nobody saw the army. A market opened.").source);
  const second = passageIndex(article("The river rose and the town fled.").source);
  const asked = askedTermsOf(["town", "the", "never"].map(termNumber));

  it("are counted passage by passage", () => {
    const found: unknown[] = [];
    eachPassageHaving(first, asked, (passage, length, had, times) => {
      found.push([passage, length, had.map((place) => [place, times[place]])]);
    });
    expect(found).toEqual([
      [
        0,
        5,
        [
          [1, 2],
          [0, 1],
        ],
      ],
      [1, 4, [[1, 1]]],
    ]);
  });

  it("are counted once for each passage in which they stand", () => {
    expect([...passagesHaving([first, second], asked)]).toEqual([2, 3, 0]);
  });

  it("are not taken for terms that came later", () => {
    const later = passageIndex(article("Xylophones are unheard of.").source);
    expect([...passagesHaving([later], asked)]).toEqual([0, 0, 0]);
  });
});
