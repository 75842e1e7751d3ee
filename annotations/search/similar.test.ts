import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceId } from "../model/id.ts";
import { article } from "../testing/article.ts";
import { knownId } from "../testing/known-id.ts";
import { mark } from "../testing/project.ts";
import { codePointsOf } from "../text/code-points.ts";
import { similarPassages } from "./similar.ts";

function numbered(n: number, text: string) {
  return article(text, { id: knownId(SourceId, n) });
}

const ASKED = numbered(
  1,
  "Rights groups say that [300 to 400 people died at Moura, 27 March]. More text follows here.",
);
const OTHER = numbered(
  2,
  "The weather was fine in the north of the country.\nIn Moura some 400 people were killed, say witnesses. The market opens on Sundays as ever.\nThe army counts 203 dead fighters.",
).source;
const THIRD = numbered(3, "It happened on 27 March in a town nobody names. Nothing else is known about it.").source;

describe("similarPassages", () => {
  const found = similarPassages(mark(1, ASKED), [ASKED.source, OTHER, THIRD]);

  it("ranks what shares names, numbers and dates first", () => {
    expect(found.map(({ range }) => range.quote)).toEqual([
      "In Moura some 400 people were killed, say witnesses.",
      "It happened on 27 March in a town nobody names.",
    ]);
  });

  it("says what is shared", () => {
    const words = found.map(({ range, shared }) => shared.map(([start, end]) => range.quote.slice(start, end)));
    expect(words).toEqual([
      ["Moura", "400", "people"],
      ["27", "March"],
    ]);
  });

  it("leaves the mark's own source out", () => {
    expect(similarPassages(mark(1, ASKED), [ASKED.source])).toEqual([]);
  });

  it("finds a figure near the one asked for", () => {
    const asked = numbered(1, "They claim that [more than 200 fighters] fell.");
    expect(similarPassages(mark(1, asked), [OTHER])[0]?.range.quote).toBe("The army counts 203 dead fighters.");
  });

  it("leaves boilerplate out", () => {
    const hidden = { ...OTHER, blocks: OTHER.blocks.map((block) => ({ ...block, boilerplate: true })) };
    expect(similarPassages(mark(1, ASKED), [hidden])).toEqual([]);
  });

  it("gives ranges of the text and shared stretches inside the quote, whatever the texts", () => {
    const text = fc
      .array(fc.constantFrom("Moura ", "300", " men. ", "👩‍👩‍👧", "\n", "قَالَ ", "大学", "8 May ", "ﬁ", "! "), {
        minLength: 1,
        maxLength: 20,
      })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const asked = article(`[x ${a.replaceAll("\n", " ")}]`);
        const other = numbered(2, b).source;
        for (const { range, shared } of similarPassages(mark(1, asked), [other])) {
          expect(codePointsOf(other).slice(range.start, range.end)).toBe(range.quote);
          let reached = 0;
          for (const [start, end] of shared) {
            expect(start).toBeGreaterThanOrEqual(reached);
            reached = end;
          }
          expect(reached).toBeLessThanOrEqual(range.quote.length);
        }
      }),
    );
  });
});
