import { describe, expect, it } from "vitest";
import { alphaInterval } from "./alpha-interval.ts";
import { bcaInterval, quantile } from "./bootstrap.ts";
import { custom, nominal, ordinal } from "./distance.ts";
import { seededRandom } from "./random.ts";
import type { RatingTable } from "./rating-table.ts";

/** Two raters' ratings of units, each drawn as two digits: the place of the category. */
function table(...units: readonly string[]): RatingTable {
  const ratings = [0, 1].map((rater) => units.map((unit) => Number(unit[rater])));
  return { categories: ["a", "b", "c"], units: units.length, ratings };
}

function times(count: number, ...units: readonly string[]): readonly string[] {
  return Array.from({ length: count }, () => units).flat();
}

const MIXED = times(5, "00", "11", "22", "01", "00", "11");

function widthOf(one: RatingTable): number {
  const interval = alphaInterval(one);
  if (interval.kind === "none") throw new Error(interval.reason);
  return interval.high - interval.low;
}

describe("alphaInterval", () => {
  it("lies about alpha, is the same every time, and for any order of units and raters", () => {
    const interval = alphaInterval(table(...MIXED));
    expect(interval).toEqual({
      ...{ kind: "interval", resamples: 2000, withoutValue: 0, tooNarrow: false },
      low: expect.toSatisfy((low) => low > 0.4 && low < 0.7),
      high: expect.toSatisfy((high) => high > 0.8 && high < 1),
    });
    expect(alphaInterval(table(...MIXED))).toEqual(interval);
    expect(alphaInterval(table(...MIXED.toReversed()))).toEqual(interval);
    const { ratings, ...rest } = table(...MIXED);
    expect(alphaInterval({ ...rest, ratings: ratings.toReversed() })).toEqual(interval);
    expect(alphaInterval(table(...MIXED), ordinal)).not.toEqual(interval);
  });

  it("is half as wide for four times as many units", () => {
    const ratio = widthOf(table(...times(4, ...MIXED))) / widthOf(table(...MIXED));
    expect(Math.abs(ratio - 0.5)).toBeLessThan(0.075);
  });

  it("is not there for fewer than 20 units that can be compared", () => {
    const few = table(...MIXED.slice(0, 19));
    const sentence = "Fewer than 20 units can be compared, too few for an interval.";
    expect(alphaInterval(few)).toEqual({ kind: "none", reason: sentence });
    const alone = few.ratings.map((row, rater) => [...row, rater === 0 ? 1 : null]);
    expect(alphaInterval({ ...few, units: 20, ratings: alone })).toEqual({ kind: "none", reason: sentence });
    expect(alphaInterval(table(...MIXED.slice(0, 20))).kind).toBe("interval");
    expect(alphaInterval({ categories: [1], units: 0, ratings: [] })).toEqual({ kind: "none", reason: sentence });
  });

  it("is not there without any disagreement, which does not mean that there could be none", () => {
    for (const units of [times(15, "00", "11"), times(30, "11")])
      expect(alphaInterval(table(...units))).toEqual({
        kind: "none",
        reason: "There is no disagreement in the 30 units that can be compared; up to 10.0 % of others could have one.",
      });
  });

  it("is not there where alpha is not defined, or not for many of the resamples", () => {
    expect(alphaInterval(table(...MIXED), custom([0, 0, 0].map(() => [0, 0, 0])))).toEqual({
      kind: "none",
      reason: expect.stringMatching(/^The distances/),
    });
    expect(alphaInterval(table(...times(29, "00"), "01"))).toEqual({
      kind: "none",
      reason: expect.stringMatching(
        /^Alpha is not defined for 3\d\.\d % of the resamples, too many for an interval\.$/,
      ),
    });
  });

  it("is not there where it would take all memory, or minutes", () => {
    const places = Array.from({ length: 1000 }, (_, c) => c);
    const manyRaters = places.slice(0, 500).map((c) => Array.from({ length: 60 }, () => c));
    const units = Array.from({ length: 70_000 }, (_, unit) => unit);
    const manyPairs = [
      units.map((unit) => unit % 1000),
      units.map((unit) => (unit + Math.floor(unit / 1000) + 1) % 1000),
    ];
    for (const ratings of [manyRaters, manyPairs]) {
      const one = { categories: places, units: ratings[0]?.length ?? 0, ratings };
      const reason = "There are too many different ratings of the same units for an interval.";
      expect(alphaInterval(one)).toEqual({ kind: "none", reason });
    }
  });

  it("counts resamples without a value, and says where it is known to be too narrow", () => {
    const rare = alphaInterval(table(...times(36, "00"), "01", "11", "11", "11"));
    expect(rare).toMatchObject({ kind: "interval", tooNarrow: true });
    expect(rare.kind === "interval" && rare.withoutValue > 0 && rare.withoutValue < 100).toBe(true);
    const more = alphaInterval(table(...times(46, "00"), "01", "11", "11", "11"));
    expect(more).toMatchObject({ kind: "interval", tooNarrow: false });
  });
});

describe("an interval from resamples", () => {
  it("interpolates between values for a quantile", () => {
    const values = Float64Array.of(1, 2, 4, 8);
    expect([0, 0.25, 0.5, 1].map((share) => quantile(values, share))).toEqual([1, 1.75, 3, 8]);
    expect(quantile(values.slice(0, 1), 0.3)).toBe(1);
  });

  it("is that of the percentiles where nothing is skewed, and moves with bias and acceleration", () => {
    const random = seededRandom(1);
    const values = Float64Array.from({ length: 4001 }, () => random(1_000_000) / 1_000_000).sort();
    const resampled = { values, withoutValue: 0 };
    const middle = quantile(values, 0.5);
    const plain = bcaInterval(resampled, middle, 0);
    expect(plain[0]).toBeCloseTo(quantile(values, 0.025), 12);
    expect(plain[1]).toBeCloseTo(quantile(values, 0.975), 12);
    expect(bcaInterval(resampled, middle, 0.1)[0]).toBeGreaterThan(plain[0]);
    expect(bcaInterval(resampled, middle + 0.1, 0)[0]).toBeGreaterThan(plain[0]);
    expect(bcaInterval(resampled, 2, 0).some(Number.isFinite)).toBe(false);
  });
});

it("has the metric of names when it is not told another", () => {
  expect(alphaInterval(table(...MIXED))).toEqual(alphaInterval(table(...MIXED), nominal));
});
