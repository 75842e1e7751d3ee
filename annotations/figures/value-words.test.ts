import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Value } from "../model/value.ts";
import { VALUES } from "../testing/values.ts";
import { firstDay, isDay } from "./calendar.ts";
import { figuresIn, readingOf } from "./reading.ts";
import { numberWords, plainDate, valueWords } from "./value-words.ts";

const numbers = fc.oneof(
  fc.integer({ min: -1_000, max: 1_000_000 }),
  fc.integer({ min: 0, max: 1e15 }),
  fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(10, 100, 1_000)).map(([whole, by]) => whole / by),
);
const flags = fc.constantFrom({}, { approximate: true });
const units = fc.constantFrom("", "people", "%", "$", "km", "men");

const bounds = fc.oneof(
  numbers.map((number) => ({ least: number, most: number })),
  fc
    .tuple(numbers, numbers)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ least: Math.min(a, b), most: Math.max(a, b) })),
  fc.tuple(numbers, numbers, fc.constantFrom("leastExcluded", "mostExcluded")).map(([a, b, flag]) => ({
    ...{ least: Math.min(a, b), most: Math.max(a, b), [flag]: true },
  })),
  fc
    .tuple(numbers, fc.constantFrom({}, { leastExcluded: true }))
    .map(([least, flag]) => ({ least, most: null, ...flag })),
  fc
    .tuple(numbers, fc.constantFrom({}, { mostExcluded: true }))
    .map(([most, flag]) => ({ least: null, most, ...flag })),
);
const numberValues = fc
  .tuple(bounds, flags, units)
  .map(([ends, flag, unit]) => ({ kind: "number" as const, ...ends, ...flag, unit }));

const days = fc
  .tuple(
    fc.integer({ min: 1800, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.nat(2),
  )
  .map(([year, month, day, more]) =>
    [String(year), ...[month, day].map((part) => String(part).padStart(2, "0")).slice(0, more)].join("-"),
  )
  .filter(isDay);
const spans = fc.oneof(
  days.map((day) => ({ from: day, to: day })),
  fc
    .tuple(days, days)
    .filter(([a, b]) => firstDay(a) !== firstDay(b))
    .map(([a, b]) => (firstDay(a) < firstDay(b) ? { from: a, to: b } : { from: b, to: a })),
  fc.tuple(days, fc.constantFrom({}, { fromExcluded: true })).map(([from, flag]) => ({ from, to: "", ...flag })),
  fc.tuple(days, fc.constantFrom({}, { toExcluded: true })).map(([to, flag]) => ({ from: "", to, ...flag })),
);
const dateValues = fc.tuple(spans, flags).map(([span, flag]) => ({ kind: "date" as const, ...span, ...flag }));

describe("valueWords", () => {
  it("writes a number that is read as the same number", () => {
    fc.assert(
      fc.property(numberValues, (value) => {
        const words = valueWords(Value.parse({ ...value, words: "as stated" }));
        expect(readingOf(words)).toEqual({ ...value, words });
      }),
      { numRuns: 1_000 },
    );
  });

  it("writes a date that is read as the same date", () => {
    fc.assert(
      fc.property(dateValues, (value) => {
        const words = valueWords(Value.parse({ ...value, words: "as stated" }));
        expect(readingOf(words)).toEqual({ ...value, words });
      }),
      { numRuns: 1_000 },
    );
  });

  it("says each value in plain words", () => {
    expect(VALUES.map(valueWords)).toEqual([
      "203 people",
      "about 1,500,000",
      "more than 200 people",
      "less than 50%",
      "March 2022",
      "before 2 May 2022",
      "after about 2019",
      "Moura",
    ]);
    expect(numberWords({ least: 1, most: 2 })).toBe("1 to 2");
    expect(plainDate("2022-11-03")).toBe("3 November 2022");
  });
});

describe("figuresIn", () => {
  it("reads any text without a fault, and only values that can be stored, in words that stand there", () => {
    const piece = fc.constantFrom(
      ..."between and to from 300 400 1,5 1.500 million 27 March 2022 – - a hundred more than about people % $ . , of at least 0 99999999999999999999 trillion mid per cent".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((pieces) => pieces.join(" ")),
    );
    fc.assert(
      fc.property(text, (passage) => {
        for (const value of figuresIn(passage, "2022-04-07")) {
          expect(Value.parse(value)).toEqual(value);
          expect(passage).toContain(value.words);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
