import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { article } from "../../testing/article.ts";
import { codePointsOf } from "../../text/code-points.ts";
import { Graphemes } from "../../text/grapheme.ts";
import { rangeAt } from "../../text/selector.ts";
import { Placing } from "./placing.ts";
import type { OffsetUnit, ReadRange } from "./read-annotations.ts";

const at = (start: number, end: number, more: Partial<ReadRange> & { unit?: OffsetUnit } = {}): ReadRange => {
  const { unit = "code-point", ...rest } = more;
  return { position: { start, end, unit }, ...rest };
};

/** The place of a mark in a text, the text of its file being another one where it is given; places as `start-end`. */
function placed(text: string, ranges: readonly ReadRange[], fileText?: string) {
  const place = new Placing(article(text).source, fileText).place(ranges);
  if ("ranges" in place) return [place.kind, ...place.ranges.map(({ start, end }) => `${start}-${end}`)];
  if (place.kind === "lost") return [place.kind, place.reason];
  return [place.kind, ...place.candidates.map(({ start, end }) => `${start}-${end}`)];
}

describe("a mark of a file", () => {
  it.each<[string, string, readonly ReadRange[], string | undefined, readonly string[]]>([
    ["stands where its quote does", "The ferry sank.", [at(4, 9, { quote: "ferry" })], undefined, ["exact", "4-9"]],
    [
      "counts in UTF-16 where the file does",
      "🛶 ferry",
      [at(3, 8, { quote: "ferry", unit: "utf-16" })],
      undefined,
      ["exact", "2-7"],
    ],
    ["counts in the file's own text", "The ferry sank.", [at(7, 12)], "\uFEFFA\nThe ferry", ["moved", "4-9"]],
    ["leaves out the carriage returns of the file's text", "One\nferry", [at(5, 10)], "One\r\nferry", ["exact", "4-9"]],
    [
      "is moved where the text has changed before it",
      "Now the ferry sank.",
      [at(4, 9, { quote: "ferry" })],
      undefined,
      ["moved", "8-13"],
    ],
    ["is found by its quote alone", "The ferry sank.", [{ quote: "ferry" }], undefined, ["exact", "4-9"]],
    [
      "is found by quote and context",
      "a ferry, the ferry",
      [{ quote: "ferry", prefix: "the " }],
      undefined,
      ["exact", "13-18"],
    ],
    ["may be in several places", "a ferry, a ferry", [{ quote: "ferry" }], undefined, ["ambiguous", "2-7", "11-16"]],
    [
      "is verified by the file's text where that is the article's",
      "The ferry sank.",
      [at(4, 9)],
      "The ferry sank.",
      ["exact", "4-9"],
    ],
    ["cannot be verified by a position alone", "The ferry sank.", [at(4, 9)], undefined, ["unverified", "4-9"]],
    [
      "is split at the end of a paragraph",
      "One\n\nTwo",
      [at(0, 8, { quote: "One\n\nTwo" })],
      undefined,
      ["adjusted", "0-3", "5-8"],
    ],
    ["takes whole characters", "e\u0301te\u0301", [at(0, 1, { quote: "e" })], undefined, ["adjusted", "0-2"]],
    [
      "has its pieces in the order of the text",
      "The ferry sank.",
      [at(10, 14, { quote: "sank" }), at(4, 9, { quote: "ferry" })],
      undefined,
      ["exact", "4-14"],
    ],
    [
      "is as good as its worst piece",
      "The ferry, it sank.",
      [at(4, 9, { quote: "ferry" }), at(0, 4, { quote: "sank" })],
      undefined,
      ["moved", "4-9", "14-18"],
    ],
  ])("%s", (_, text, ranges, fileText, expected) => {
    expect(placed(text, ranges, fileText)).toEqual(expected);
  });

  it.each<[string, readonly ReadRange[]]>([
    ["its quote is not in the text", [at(4, 9, { quote: "boat" })]],
    ["its place 4–99 lies outside of the text", [at(4, 99)]],
    ["its place is not given in whole numbers", [at(0.5, 3)]],
    ["its place is not given in whole numbers", [at(Number.NaN, 3)]],
    ["its place is not given in whole numbers", [at(0, Number.POSITIVE_INFINITY)]],
    ["its place begins before the text", [at(-1, 3)]],
    ["it has no length", [at(3, 3)]],
    ["it ends before it begins", [at(5, 3)]],
    ["it has no place in a text", []],
    ["it quotes nothing", [{ quote: "" }]],
    ["it holds nothing but blanks, or lies between paragraphs", [at(9, 10, { quote: " " })]],
  ])("cannot be placed: %s", (reason, ranges) => {
    expect(
      placed(
        "The ferry sank.\n \n",
        ranges.map((range) => (range.quote === " " ? at(15, 17, { quote: "\n " }) : range)),
      ),
    ).toEqual(["lost", reason]);
  });

  it("is never anywhere else than its quote, widened to whole characters", () => {
    const word = fc.constantFrom("ferry", "🛶", "e\u0301", "the", "\n", " ");
    const text = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, fc.nat(40), fc.integer({ min: 1, max: 20 }), (own, other, start, length) => {
        const file = article(other).source;
        if (start + length > codePointsOf(file).length) return;
        const { source } = article(own);
        const { quote } = rangeAt(file, start, start + length);
        const place = new Placing(source, other).place([at(start, start + length)]);
        if (place.kind !== "exact" && place.kind !== "moved") return;
        const points = codePointsOf(source);
        const [from, to] = [place.ranges[0]?.start ?? 0, place.ranges.at(-1)?.end ?? 0].map((n) => points.toUtf16(n));
        const holds = widenedPlaces(source.text, quote).some(
          ([first, last]) => first <= (from ?? 0) && (to ?? 0) <= last,
        );
        expect(holds).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** Where a quote stands in a text, in UTF-16 indices, each place widened to whole characters. */
function widenedPlaces(text: string, quote: string): readonly (readonly [number, number])[] {
  const graphemes = new Graphemes(text);
  const starts = [...Array(text.length).keys()].filter((i) => text.startsWith(quote, i));
  return starts.map((start) => graphemes.widened(start, start + quote.length));
}
