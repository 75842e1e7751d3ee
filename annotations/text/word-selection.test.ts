import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Source } from "../model/source.ts";
import { article } from "../testing/article.ts";
import { rangesOfSelection } from "./selection.ts";
import { rangeAt } from "./selector.ts";
import { wordRangesOfSelection } from "./word-selection.ts";

/** Selects what stands between the bars and shows the quotes of what comes out. */
function snapped(barred: string, language = "en"): string[] {
  const [before = "", selected = "", after = ""] = barred.split("|");
  const { source } = article(before + selected + after, { language });
  const from = Array.from(before).length;
  return wordRangesOfSelection(source, from, from + Array.from(selected).length).map(({ quote }) => quote);
}

describe("wordRangesOfSelection", () => {
  it("takes a word that a joiner ties to an emoji", () => {
    expect(snapped("|o|ne\u200d👩‍👩‍👧 and more")).toEqual(["one\u200d👩‍👩‍👧"]);
  });

  it("widens to whole words and describes them by position, quote and context", () => {
    const { source, ranges } = article("One [two three] four");
    expect(wordRangesOfSelection(source, 5, 11)).toEqual(ranges);
    expect(wordRangesOfSelection(source, 11, 5)).toEqual(ranges);
  });

  it.each([
    ["a blank at either end", "One| two |three", ["two"]],
    ["a comma and a full stop", "One|, two.| Three", ["two"]],
    ["ellipsis and dash", "One |— two…| three", ["two"]],
    ["quotation marks around the whole", "He said |“we will stay.”| Then", ["we will stay"]],
    ["brackets around the whole", "The |(old)| ferry", ["old"]],
    ["a bracket without its partner", "The |(old| ferry) sank", ["old"]],
    ["several signs in a row", "Then: |“(sank).”|", ["sank"]],
  ])("leaves out %s", (_, barred, quotes) => {
    expect(snapped(barred)).toEqual(quotes);
  });

  it.each([
    ["quotation marks closed inside", "|“We will stay,” he said.|", ["“We will stay,” he said"]],
    ["quotation marks opened inside", "|the so-called “ferry”|.", ["the so-called “ferry”"]],
    ["two pairs", "|“one” and “two”|.", ["“one” and “two”"]],
    ["a pair in a pair", "|(the (old) ferry) sank|", ["(the (old) ferry) sank"]],
    ["German quotation marks", "|„Nein“, sagte er|.", ["„Nein“, sagte er"]],
    ["guillemets", "|« Non », dit-il|.", ["« Non », dit-il"]],
    ["an apostrophe that closes nothing", "|‘we don’t know’ he said|", ["‘we don’t know’ he said"]],
    ["per cent", "about |50%|, then", ["50%"]],
    ["a currency", "about |$5.20| each", ["$5.20"]],
    ["a minus", "at |-5| degrees", ["-5"]],
    ["a question mark", "|Is it a guard?| Nobody", ["Is it a guard?"]],
    ["an abbreviation's last full stop", "in the |U.S.| army", ["U.S."]],
    ["words of digits and letters", "|3rd| time", ["3rd"]],
  ])("keeps %s", (_, barred, quotes) => {
    expect(snapped(barred)).toEqual(quotes);
  });

  it.each([
    ["a French word behind an elided article", "fr", "l’ar|mé|e malienne", ["armée"]],
    ["an elided article with its word when both are touched", "fr", "de |l’ar|mée", ["l’armée"]],
    ["a French word that has an apostrophe", "fr", "ils sont aujourd|’hu|i là", ["aujourd’hui"]],
    ["an Italian word behind an elided article", "it", "dell’eser|cit|o", ["esercito"]],
    ["an English contraction", "en", "they did|n’t| go", ["didn’t"]],
    ["an Arabic word", "ar", "قال النا|طق باسم الج|يش، إنّ", ["الناطق باسم الجيش"]],
    ["Arabic vowel signs", "ar", "قَا|ل|َ الناطق", ["قَالَ"]],
    ["Chinese words, which have no blanks between them", "zh", "马里军政|府与|瓦格纳集团签署协议。", ["政府与"]],
    ["Chinese words before a full stop", "zh", "马里军政府签署协|议。|", ["协议"]],
    ["Thai words", "th", "กองทั|พม|าลี", ["กองทัพมาลี"]],
    ["a word in a language that nobody knows", "not a language", "one tw|o thr|ee", ["two three"]],
    ["a word with combining marks", "en", "the cafe\u0301| n|oir", ["noir"]],
    ["an emoji", "en", "sank |👩‍👩‍👧| there", ["👩‍👩‍👧"]],
    ["an emoji in the middle of what is selected", "en", "sa|nk 🛶 the|re", ["sank 🛶 there"]],
  ])("widens to %s", (_, language, barred, quotes) => {
    expect(snapped(barred, language)).toEqual(quotes);
  });

  it("gives one range per block and leaves out those of punctuation only", () => {
    const { source, ranges } = article("One [two].\n[Three]\n“Four”");
    expect(wordRangesOfSelection(source, 5, 16)).toEqual(ranges);
  });

  it.each([
    ["punctuation exactly where there is nothing else", "One|, “|two”", [", “"]],
    ["blanks for nothing", "One| |two", []],
  ])("takes %s", (_, barred, quotes) => {
    expect(snapped(barred)).toEqual(quotes);
  });
});

const PIECES = [
  ..."ab. ,“”()'’%?-…—«»\n",
  ...[
    "  ",
    "one",
    "l’",
    "U.S.",
    "5",
    "$",
    "_x",
    "\u0301",
    "👩‍👩‍👧",
    "🇲🇱",
    "سَلام",
    "瓦格纳",
    "กองทัพ",
    "ำ",
    "\u200e",
    "\u200d",
  ],
  ...["\u0600", "नमस्ते", "\u1112\u1161\u11ab", "#️⃣"],
];

const selections = fc.record({
  text: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 24 }).map((pieces) => pieces.join("")),
  language: fc.constantFrom("", "en", "fr", "it", "ar", "zh", "th", "-"),
  from: fc.nat(60),
  to: fc.nat(60),
});

function sourceOf({ text, language }: { readonly text: string; readonly language: string }): Source {
  // The builder's brackets mark ranges; a text that is drawn has none.
  return article(text, { language }).source;
}

describe("wordRangesOfSelection of any text", () => {
  const runs = { numRuns: 2_000 };

  it("gives ranges of the text, in order, each inside one block, with no grapheme cluster cut", () => {
    fc.assert(
      fc.property(selections, (drawn) => {
        const source = sourceOf(drawn);
        let reached = 0;
        for (const range of wordRangesOfSelection(source, drawn.from, drawn.to)) {
          expect(range).toEqual(rangeAt(source, range.start, range.end));
          expect(range.start).toBeGreaterThanOrEqual(reached);
          reached = range.end;
          const block = source.blocks.find(({ start, end }) => start <= range.start && range.end <= end);
          expect(block).toBeDefined();
          const cuts = clusterCuts(source.text);
          expect([cuts.has(range.start), cuts.has(range.end)]).toEqual([true, true]);
        }
      }),
      runs,
    );
  });

  it("contains every word that the selection touches", () => {
    fc.assert(
      fc.property(selections, (drawn) => {
        const source = sourceOf(drawn);
        const result = wordRangesOfSelection(source, drawn.from, drawn.to);
        const touched = rangesOfSelection(source, drawn.from, drawn.to);
        for (const [start, end] of plainWords(source)) {
          if (!touched.some((range) => range.start < end && start < range.end)) continue;
          expect(result.some((range) => range.start <= start && end <= range.end)).toBe(true);
        }
      }),
      runs,
    );
  });

  it("leaves what it gave as it is when that is selected", () => {
    fc.assert(
      fc.property(selections, (drawn) => {
        const source = sourceOf(drawn);
        for (const range of wordRangesOfSelection(source, drawn.from, drawn.to)) {
          expect(wordRangesOfSelection(source, range.start, range.end)).toEqual([range]);
        }
      }),
      runs,
    );
  });

  it("gives something exactly when something but blanks is selected", () => {
    fc.assert(
      fc.property(selections, (drawn) => {
        const source = sourceOf(drawn);
        const isEmpty = rangesOfSelection(source, drawn.from, drawn.to).length === 0;
        expect(wordRangesOfSelection(source, drawn.from, drawn.to).length === 0).toBe(isEmpty);
      }),
      runs,
    );
  });
});

/** The code point offsets at which a grapheme cluster begins or the text ends. */
function clusterCuts(text: string): ReadonlySet<number> {
  const cuts = new Set([0]);
  let reached = 0;
  for (const line of text.split("\n")) {
    for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(line)) {
      reached += Array.from(segment).length;
      cuts.add(reached);
    }
    reached++;
    cuts.add(reached);
  }
  return cuts;
}

/** Words of letters a to z and of digits, which no rule of a language divides. */
function plainWords(source: Source): readonly (readonly [number, number])[] {
  return source.blocks.flatMap((block) => {
    const points = Array.from(source.text).slice(block.start, block.end).join("");
    return [...points.matchAll(/(?<![\p{L}\p{M}\p{N}_'’.])(?:[a-z]+|\d+)(?![\p{L}\p{M}\p{N}_'’.])/gu)].map(
      (match): readonly [number, number] => {
        const start = block.start + Array.from(points.slice(0, match.index)).length;
        return [start, start + match[0].length];
      },
    );
  });
}
