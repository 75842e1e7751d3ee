import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { type Edge, edgeAfter, edgeMoved, edgePut, type Unit } from "./boundary.ts";
import { rangeAt } from "./selector.ts";

const END: Edge = { piece: 0, side: "end" };
const START: Edge = { piece: 0, side: "start" };

/** The quotes after an edge of the bracketed ranges has moved. */
function moved(text: string, edge: Edge, direction: 1 | -1, unit: Unit, language = "en"): string[] {
  const { source, ranges } = article(text, { language });
  return edgeMoved(source, ranges, edge, direction, unit).map(({ quote }) => quote);
}

describe("edgeMoved", () => {
  it.each<[string, string, Edge, 1 | -1, Unit, string]>([
    ["the end to the next word", "One [two], three four", END, 1, "word", "two, three"],
    ["the end out of a word", "One [tw]o three", END, 1, "word", "two"],
    ["the end back by a word", "One [two three], four", END, -1, "word", "two"],
    ["the end back to its word", "One [two th]ree", END, -1, "word", "two"],
    ["the end not beyond its first word", "One [two] three", END, -1, "word", "two"],
    ["the end not beyond its block", "One [two].\nThree", END, 1, "word", "two"],
    ["the start to the word before", "One, [two] three", START, -1, "word", "One, two"],
    ["the start out of a word", "One t[wo] three", START, -1, "word", "two"],
    ["the start forward by a word", "One [two three] four", START, 1, "word", "three"],
    ["the start not beyond its last word", "One [two] three", START, 1, "word", "two"],
    ["the start not before its block", "One\n[two] three", START, -1, "word", "two"],
    ["the end by a character", "One [two]! three", END, 1, "character", "two!"],
    ["the end over blanks", "One [two]  three", END, 1, "character", "two  t"],
    ["the end back by a character", "One [two] three", END, -1, "character", "tw"],
    ["the end back over blanks", "One [two t]hree", END, -1, "character", "two"],
    ["the end not beyond its first character", "One [t]wo", END, -1, "character", "t"],
    ["the start by a character", "One “[two]”", START, -1, "character", "“two"],
    ["the start forward over blanks", "[a two] three", START, 1, "character", "two"],
    ["the end over a whole emoji", "sank [there] 👩‍👩‍👧 ok", END, 1, "character", "there 👩‍👩‍👧"],
    ["the end back over a combining mark", "the [cafe\u0301]", END, -1, "character", "caf"],
  ])("moves %s", (_, text, edge, direction, unit, quote) => {
    expect(moved(text, edge, direction, unit)).toEqual([quote]);
  });

  it("goes by the words of the language", () => {
    expect(moved("de l’[armée] malienne", START, -1, "word", "fr")).toEqual(["l’armée"]);
    expect(moved("马里军[政府]与瓦格纳集团", END, 1, "word", "zh")).toEqual(["政府与"]);
    expect(moved("قال [الناطق] باسم الجيش", END, 1, "word", "ar")).toEqual(["الناطق باسم"]);
  });

  it("moves one piece of several, not into its neighbours", () => {
    const text = "[One] two [three] four [five]";
    expect(moved(text, { piece: 1, side: "end" }, 1, "word")).toEqual(["One", "three four", "five"]);
    expect(moved("[One] two [three] [five]", { piece: 1, side: "end" }, 1, "word")).toEqual(["One", "three", "five"]);
    expect(moved("[One] [three]", { piece: 1, side: "start" }, -1, "word")).toEqual(["One", "three"]);
  });

  it("gives the same list when an edge cannot move, or is of no piece", () => {
    const { source, ranges } = article("[One]");
    expect(edgeMoved(source, ranges, END, 1, "word")).toBe(ranges);
    expect(edgeMoved(source, ranges, { piece: 7, side: "end" }, 1, "word")).toBe(ranges);
  });

  it("keeps pieces sound whatever is moved", () => {
    const steps = fc.record({
      piece: fc.nat(2),
      side: fc.constantFrom("start" as const, "end" as const),
      direction: fc.constantFrom(1 as const, -1 as const),
      unit: fc.constantFrom("word" as const, "character" as const),
    });
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 40 }), (walk) => {
        const { source, ranges } = article("One [two], “three” [4%] 👩‍👩‍👧 cafe\u0301!\nThe [سَلام عليكم] six");
        let reached = ranges;
        for (const { piece, side, direction, unit } of walk) {
          reached = edgeMoved(source, reached, { piece, side }, direction, unit);
          let before = -1;
          for (const range of reached) {
            expect(range).toEqual(rangeAt(source, range.start, range.end));
            expect(range.start).toBeGreaterThan(before);
            expect(range.quote.trim()).toBe(range.quote);
            expect(source.blocks.some(({ start, end }) => start <= range.start && range.end <= end)).toBe(true);
            before = range.end;
          }
          expect(reached).toHaveLength(ranges.length);
        }
      }),
    );
  });
});

describe("edgePut", () => {
  /** Puts an edge of the bracketed range at an offset and shows the quote. */
  function put(text: string, edge: Edge, offset: number, unit: Unit): string | undefined {
    const { source, ranges } = article(text);
    return edgePut(source, ranges, edge, offset, unit)[edge.piece]?.quote;
  }

  it.each<[string, Edge, number, Unit, string]>([
    ["the end into a word", END, 10, "word", "two three"],
    ["the end behind a comma", END, 14, "word", "two three"],
    ["the end before the start, which leaves a word", END, 0, "word", "two"],
    ["the end beyond its block", END, 99, "word", "two three, four"],
    ["the end exactly", END, 10, "character", "two th"],
    ["the end exactly behind a blank", END, 8, "character", "two"],
    ["the end exactly before the start, which leaves a character", END, 0, "character", "t"],
    ["the start into a word", START, 1, "word", "One two"],
    ["the start exactly", START, 1, "character", "ne two"],
    ["the start behind the end, which leaves a word", START, 30, "word", "two"],
    ["the start before its block", START, -5, "word", "One two"],
  ])("puts %s", (_, edge, offset, unit, quote) => {
    expect(put("One [two] three, four.\nFive", edge, offset, unit)).toBe(quote);
  });

  it("leaves the other end as it is, though it is inside a word", () => {
    expect(put("On[e two] three", END, 10, "word")).toBe("e two three");
  });

  it("does not reach into another piece", () => {
    expect(put("[One] two [three]", END, 12, "word")).toBe("One");
  });
});

describe("edgeAfter", () => {
  it("goes from the end to the start, and through all pieces", () => {
    const { ranges } = article("[One] two [three]");
    const edges = [1, 2, 3, 4].reduce<Edge[]>(
      (list) => [...list, edgeAfter(ranges, list.at(-1) ?? END)],
      [{ piece: 1, side: "end" }],
    );
    expect(edges.map(({ piece, side }) => `${piece} ${side}`)).toEqual([
      "1 end",
      "1 start",
      "0 end",
      "0 start",
      "1 end",
    ]);
  });
});
