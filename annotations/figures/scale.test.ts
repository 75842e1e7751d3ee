import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DateBounds, NumberBounds } from "./bounds.ts";
import { isDay } from "./calendar.ts";
import { dateScale, numberScale, type Scale } from "./scale.ts";

const exactly = (number: number): NumberBounds => ({ least: number, most: number });
const labels = ({ ticks }: Scale) => ticks.map(({ label }) => label);

const numbers = fc.oneof(
  fc.integer({ min: 0, max: 500 }),
  fc.double({ min: -1e15, max: 1e15, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
);
const numberBounds: fc.Arbitrary<NumberBounds> = fc
  .tuple(numbers, numbers, fc.constantFrom("both", "least", "most", "one"))
  .map(([a, b, ends]) => {
    if (ends === "one") return exactly(a);
    const [least, most] = [Math.min(a, b), Math.max(a, b)];
    return { least: ends === "most" ? null : least, most: ends === "least" ? null : most };
  });

const days = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.nat(2))
  .map(([year, month, day, more]) =>
    [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0")).slice(0, more)].join(
      "-",
    ),
  )
  .filter(isDay);
const near = days.map((date) => date.replace(/^\d{4}/, "2022")).filter(isDay);
const dateBounds: fc.Arbitrary<DateBounds> = fc
  .tuple(fc.oneof(days, near), fc.constantFrom("on", "since", "until", "after", "before", "turned"))
  .map(([date, sense]) =>
    sense === "turned"
      ? { from: date, to: "1066" }
      : {
          from: sense === "until" || sense === "before" ? "" : date,
          to: sense === "since" || sense === "after" ? "" : date,
          ...(sense === "after" ? { fromExcluded: true } : sense === "before" ? { toExcluded: true } : {}),
        },
  );

/** What holds of every scale, whatever is on it. */
function expectReadable({ ticks, bars }: Scale, most: number): void {
  expect(ticks.length).toBeGreaterThanOrEqual(2);
  expect(ticks.length).toBeLessThanOrEqual(most);
  expect([ticks[0]?.at, ticks.at(-1)?.at]).toEqual([0, 1]);
  expect(ticks.map(({ at }) => at)).toEqual(ticks.map(({ at }) => at).toSorted((a, b) => a - b));
  expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
  for (const { from, to, openFrom, openTo } of bars) {
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(1);
    if (openFrom || openTo) expect(to).toBeGreaterThan(from);
    else expect(to).toBeGreaterThanOrEqual(from);
  }
}

describe("numberScale", () => {
  it("puts a range, a number and an open end on one axis that begins at nought", () => {
    const scale = numberScale([{ least: 300, most: 400 }, exactly(203), { least: 200, most: null }]);
    expect(labels(scale)).toEqual(["0", "100", "200", "300", "400"]);
    expect(scale.bars).toEqual([
      { from: 0.75, to: 1, openFrom: false, openTo: false },
      { from: 0.5075, to: 0.5075, openFrom: false, openTo: false },
      { from: 0.5, to: 1, openFrom: false, openTo: true },
    ]);
  });

  it.each<[string, NumberBounds[], string[]]>([
    ["one number", [exactly(203)], ["0", "50", "100", "150", "200", "250"]],
    ["one open end, with room beyond it", [{ least: 200, most: null }], ["0", "50", "100", "150", "200", "250"]],
    ["up to a number", [exactly(350), { least: null, most: 400 }], ["0", "100", "200", "300", "400"]],
    ["nought", [exactly(0)], ["0", "0.2", "0.4", "0.6", "0.8", "1"]],
    [
      "numbers far from nought",
      [exactly(1_000), exactly(1_009)],
      ["1,000", "1,002", "1,004", "1,006", "1,008", "1,010"],
    ],
    ["large numbers", [exactly(1_500_000), exactly(23_000_000)], ["0", "5M", "10M", "15M", "20M", "25M"]],
    ["fractions", [exactly(0.1), exactly(0.7)], ["0", "0.2", "0.4", "0.6", "0.8"]],
    ["negative numbers", [exactly(-4), exactly(6)], ["-4", "-2", "0", "2", "4", "6"]],
  ])("has readable marks for %s", (_, values, expected) => {
    expect(labels(numberScale(values))).toEqual(expected);
  });

  it("keeps every value inside, in its order, between few and different marks", () => {
    fc.assert(
      fc.property(fc.array(numberBounds, { minLength: 1, maxLength: 8 }), (values) => {
        const scale = numberScale(values);
        expectReadable(scale, 9);
        const ends = values.map(({ least, most }) => least ?? most ?? 0);
        const places = scale.bars.map(({ from, to, openFrom }) => (openFrom ? to : from));
        for (const [i, a] of ends.entries()) {
          for (const [j, b] of ends.entries()) if (a < b) expect(places[i]).toBeLessThanOrEqual(places[j] ?? 0);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("dateScale", () => {
  it.each<[string, DateBounds[], string[]]>([
    [
      "days",
      [
        { from: "2022-03-27", to: "2022-03-27" },
        { from: "2022-03-27", to: "2022-03-31" },
      ],
      ["27 Mar 2022", "28 Mar", "29 Mar", "30 Mar", "31 Mar", ""],
    ],
    ["one day", [{ from: "2022-12-31", to: "2022-12-31" }], ["31 Dec 2022", ""]],
    ["months", [{ from: "2021-12", to: "2022-03" }], ["Dec 2021", "Jan 2022", "Feb 2022", "Mar 2022", ""]],
    ["years", [{ from: "2019", to: "2022" }], ["2019", "2020", "2021", "2022", ""]],
    ["an open end", [{ from: "2020", to: "", fromExcluded: true }], ["1 Jan 2021", "2 Jan", ""]],
  ])("has readable marks for %s", (_, values, expected) => {
    expect(labels(dateScale(values))).toEqual(expected);
  });

  it("writes the name of a day, month or year in its middle, and a date between others where it is", () => {
    expect(dateScale([{ from: "2019", to: "2022" }]).ticks.map(({ labelAt }) => labelAt.toFixed(2))).toEqual([
      "0.12",
      "0.38",
      "0.63",
      "0.88",
      "1.00",
    ]);
    const weeks = dateScale([{ from: "2022-03-01", to: "2022-03-28" }]).ticks;
    expect(weeks.map(({ labelAt }) => labelAt)).toEqual(weeks.map(({ at }) => at));
  });

  it("has the whole of a month as a bar, and a day inside it", () => {
    const [month, day] = dateScale([
      { from: "2022-03", to: "2022-03" },
      { from: "2022-03-16", to: "2022-03-16" },
    ]).bars;
    expect((day?.from ?? 0) - (month?.from ?? 0)).toBeGreaterThan(0);
    expect((month?.to ?? 0) - (day?.to ?? 0)).toBeGreaterThan(0);
  });

  it("keeps every value inside, between few and different marks", () => {
    fc.assert(
      fc.property(fc.array(dateBounds, { minLength: 1, maxLength: 8 }), (values) => {
        expectReadable(dateScale(values), 9);
      }),
      { numRuns: 1_000 },
    );
  });
});
