import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { custom, interval, type Metric, nominal, ordinal } from "./distance.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { LEVELS, type MeasureEntry } from "./measure-entry.ts";
import type { RatingTable } from "./rating-table.ts";
import { tableReport } from "./table-report.ts";

type Ratings = RatingTable["ratings"];

/** A table over the numbers 1 to `domain`. */
function table(ratings: Ratings, domain = 3): RatingTable {
  return { categories: numbers(domain), units: ratings[0]?.length ?? 0, ratings };
}

function numbers(domain: number): readonly number[] {
  return Array.from({ length: domain }, (_, c) => c + 1);
}

const tables = fc
  .record({ raters: fc.integer({ min: 2, max: 5 }), units: fc.nat(8), domain: fc.integer({ min: 1, max: 5 }) })
  .chain(({ raters, units, domain }) => {
    const rating = fc.option(fc.nat(domain - 1), { freq: 3 });
    const row = fc.array(rating, { minLength: units, maxLength: units });
    return fc
      .array(row, { minLength: raters, maxLength: raters })
      .map((ratings): RatingTable => ({ ...table(ratings, domain), units }));
  });

/** A table and another order of its raters, units or categories. */
function shuffled(of: (table: RatingTable) => number) {
  return tables.chain((one) => {
    const places = Array.from({ length: of(one) }, (_, i) => i);
    return fc.tuple(
      fc.constant(one),
      fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length }),
    );
  });
}

const wholeOf = (report: readonly MeasureEntry[]) => report.filter(({ pair }) => pair === undefined);

function expectSame(one: readonly MeasureEntry[], other: readonly MeasureEntry[]): void {
  expect(other.map(({ id, n }) => [id, n])).toEqual(one.map(({ id, n }) => [id, n]));
  for (const [i, { id, value, reason }] of one.entries()) {
    if (value === null || other[i]?.value === null) expect([id, other[i]?.reason]).toEqual([id, reason]);
    else expect(other[i]?.value, id).toBeCloseTo(value, 12);
  }
}

const exact = (one: RatingTable, metric: Metric) => krippendorffAlpha(one, metric);

describe("the statistics of a table", () => {
  it("has each with its level, the raters of a pair, how much it is made from, and why there is none", () => {
    const report = tableReport(
      table([
        [0, 1, 1, null],
        [0, 1, 0, 2],
        [null, null, null, 2],
      ]),
      "ordinal",
    );
    const about = (id: string) => report.filter((entry) => entry.id === id);
    expect(report.map(({ id, level, pair }) => [id, level, ...(pair ?? [])].join(" "))).toEqual([
      "krippendorff-alpha ordinal",
      "percent-agreement nominal",
      "gwet-ac1 nominal",
      "fleiss-kappa nominal",
      "brennan-prediger nominal",
      "light-kappa nominal",
      "cohen-kappa nominal 0 1",
      "scott-pi nominal 0 1",
      "cohen-kappa nominal 0 2",
      "scott-pi nominal 0 2",
      "cohen-kappa nominal 1 2",
      "scott-pi nominal 1 2",
    ]);
    expect(about("percent-agreement")).toEqual([{ id: "percent-agreement", level: "nominal", value: 0.75, n: 4 }]);
    expect(about("light-kappa")).toEqual([{ id: "light-kappa", level: "nominal", value: 0.4, n: 1 }]);
    expect(about("cohen-kappa").map(({ value, n, reason }) => [value, n, reason])).toEqual([
      [0.4, 3, undefined],
      [null, 0, "No unit has a rating by both."],
      [null, 1, "There is no variation: all ratings that can be compared are the same."],
    ]);
  });

  it("is not defined without two ratings of one unit", () => {
    for (const ratings of [
      [],
      [[]],
      [[0, 1]],
      [
        [0, null],
        [null, 1],
      ],
    ]) {
      for (const level of LEVELS) {
        const report = wholeOf(tableReport(table(ratings), level));
        expect(report.map(({ value, n }) => [value, n])).toEqual(report.map(() => [null, 0]));
        expect(report.every(({ reason }) => /^No .*\.$/.test(reason ?? ""))).toBe(true);
      }
    }
  });

  it("does not take full agreement without variation for a value, where chance alone explains it", () => {
    const report = tableReport(
      table([
        [1, 1],
        [1, 1],
      ]),
      "nominal",
    );
    const values = Object.fromEntries(report.map(({ id, value }) => [id, value]));
    expect(values).toEqual({
      "krippendorff-alpha": null,
      "percent-agreement": 1,
      "gwet-ac1": 1,
      "fleiss-kappa": null,
      "light-kappa": null,
      "brennan-prediger": 1,
      "cohen-kappa": null,
      "scott-pi": null,
    });
  });

  it("is not defined for a domain of one category, but for the share of agreement", () => {
    const report = tableReport(
      table(
        [
          [0, 0],
          [0, 0],
        ],
        1,
      ),
      "nominal",
    );
    expect(report.filter(({ value }) => value !== null).map(({ id }) => id)).toEqual(["percent-agreement"]);
  });

  it("takes the declared categories into account, used or not, where chance is spread over them", () => {
    const ratings: Ratings = [
      [0, 1, 1],
      [0, 1, 0],
    ];
    const [few, more] = [2, 4].map((domain) => tableReport(table(ratings, domain), "nominal"));
    const changed = few?.filter(({ value }, i) => value !== more?.[i]?.value).map(({ id }) => id);
    expect(changed).toEqual(["gwet-ac1", "brennan-prediger"]);
  });

  it("depends neither on the order of the raters nor on that of the units", () => {
    fc.assert(
      fc.property(
        shuffled(({ ratings }) => ratings.length),
        fc.constantFrom(...LEVELS),
        ([one, order], level) => {
          const other = { ...one, ratings: order.map((rater) => one.ratings[rater] ?? []) };
          expectSame(wholeOf(tableReport(one, level)), wholeOf(tableReport(other, level)));
          expect(exact(other, nominal)).toEqual(exact(one, nominal));
        },
      ),
    );
    fc.assert(
      fc.property(
        shuffled(({ units }) => units),
        fc.constantFrom(...LEVELS),
        ([one, order], level) => {
          const other = { ...one, ratings: one.ratings.map((row) => order.map((unit) => row[unit] ?? null)) };
          expectSame(tableReport(one, level), tableReport(other, level));
          expect(exact(other, ordinal)).toEqual(exact(one, ordinal));
        },
      ),
    );
  });

  it("does not depend on what the categories are called", () => {
    fc.assert(
      fc.property(
        shuffled(({ categories }) => categories.length),
        ([one, names]) => {
          const other = {
            ...one,
            ratings: one.ratings.map((row) => row.map((c) => (c === null ? null : (names[c] ?? null)))),
          };
          expectSame(tableReport(one, "nominal"), tableReport(other, "nominal"));
        },
      ),
    );
  });

  it("is left as it is by a rater who says nothing", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...LEVELS), (one, level) => {
        const silent = Array.from({ length: one.units }, () => null);
        const other = { ...one, ratings: [...one.ratings, silent] };
        expectSame(wholeOf(tableReport(one, level)), wholeOf(tableReport(other, level)));
      }),
    );
  });

  it("is never anything but a number up to 1, or nothing with a reason", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...LEVELS), (one, level) => {
        for (const { value, reason } of tableReport(one, level)) {
          if (value === null) expect(reason).toMatch(/^[A-Z].*\.$/);
          else
            expect([Number.isFinite(value), value <= 1, Object.is(value, -0), reason]).toEqual([
              true,
              true,
              false,
              undefined,
            ]);
        }
      }),
    );
  });

  it("has for two raters who rated everything alpha = pi + (1 - pi) / 2N", () => {
    const complete = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(complete, (units) => {
        const report = tableReport(table([units.map(([a]) => a), units.map(([, b]) => b)]), "nominal");
        const [alpha, pi] = ["krippendorff-alpha", "scott-pi"].map(
          (id) => report.find((entry) => entry.id === id)?.value,
        );
        if (typeof pi === "number") expect(alpha).toBeCloseTo(pi + (1 - pi) / (2 * units.length), 12);
        else expect(alpha).toBeNull();
      }),
    );
  });
});

describe("krippendorffAlpha", () => {
  it("is what the coincidence matrix of its definition gives, for every metric", () => {
    fc.assert(
      fc.property(tables, (one) => {
        const domain = one.categories.length;
        const values = numbers(domain).map((c) => c * c);
        const metrics: readonly (readonly [Metric, Metric])[] = [
          [nominal, custom(matrix(domain, (c, k) => (c === k ? 0 : 1)))],
          [interval(values), custom(matrix(domain, (c, k) => ((values[c] ?? 0) - (values[k] ?? 0)) ** 2))],
          [ordinal, (counts) => custom(matrix(domain, (c, k) => ranksBetween(counts, c, k) ** 2))(counts)],
        ];
        for (const [metric, same] of metrics) {
          const [alpha, byDefinition] = [exact(one, metric), coincidenceAlpha(one, same)];
          if (alpha.kind === "value") expect(alpha.value).toBeCloseTo(byDefinition, 10);
          else expect(byDefinition).toBeNaN();
          expectSameStatistic(exact(one, same), alpha);
        }
      }),
    );
  });

  it("is left as it is by units with one rating, and by categories that nobody uses", () => {
    fc.assert(
      fc.property(tables, fc.nat(4), fc.constantFrom(nominal, ordinal), (one, category, metric) => {
        const more = one.ratings.map((row, rater) => [...row, rater === 0 ? category % one.categories.length : null]);
        expect(exact({ ...one, units: one.units + 1, ratings: more }, metric)).toEqual(exact(one, metric));
        const wider = one.ratings.map((row) => row.map((c) => (c === null ? null : c * 2)));
        expect(exact(table(wider, one.categories.length * 2), metric)).toEqual(exact(one, metric));
      }),
    );
  });

  it("is exactly 0 for a single unit with any disagreement", () => {
    const unit = fc.array(fc.nat(4), { minLength: 2, maxLength: 60 }).filter((row) => new Set(row).size > 1);
    fc.assert(
      fc.property(unit, fc.constantFrom(nominal, ordinal, interval([1, 2, 3, 5, 8])), (row, metric) => {
        expect(
          exact(
            table(
              row.map((c) => [c]),
              5,
            ),
            metric,
          ),
        ).toEqual({ kind: "value", value: 0, n: 1 });
      }),
    );
  });

  it("is left as it is by another unit of measurement, and by turning the order of the ranks round", () => {
    const scale = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(tables, scale, fc.integer({ min: -1000, max: 1000 }), (one, factor, shift) => {
        const values = numbers(one.categories.length);
        const moved = exact(one, interval(values.map((value) => shift - value * (factor / 7))));
        expectSameStatistic(moved, exact(one, interval(values)));
        const last = one.categories.length - 1;
        const turned = { ...one, ratings: one.ratings.map((row) => row.map((c) => (c === null ? null : last - c))) };
        expectSameStatistic(exact(turned, ordinal), exact(one, ordinal));
      }),
    );
  });

  it("is not defined where all categories in use are as good as the same, or too far apart for numbers", () => {
    const one = table(
      [
        [0, 1],
        [1, 1],
      ],
      2,
    );
    for (const metric of [custom(matrix(2, () => 0)), interval([0, 1e300]), interval([0, 1e-150])])
      expect(exact(one, metric)).toEqual({ kind: "undefined", n: 2, reason: expect.stringMatching(/^The distances/) });
  });

  it("refuses a matrix that has no distances", () => {
    for (const wrong of [
      [[0, 1]],
      [
        [0, 1],
        [2, 0],
      ],
      [[1]],
      [
        [0, -1],
        [-1, 0],
      ],
      [
        [0, Number.NaN],
        [Number.NaN, 0],
      ],
    ])
      expect(() => custom(wrong)).toThrow(RangeError);
  });

  it("counts a large table exactly", () => {
    // Half of the units 0 0, half 0 1: D_o = 1/2 and D_e = 2 · 3/4 · 1/4 · 2N / (2N - 1).
    const n = 200_000;
    const halves = Array.from({ length: n }, (_, unit) => unit % 2);
    const large = table([halves.map(() => 0), halves], 2);
    expect(exact(large, nominal)).toEqual({ kind: "value", value: 1 - (4 / 3) * ((2 * n - 1) / (2 * n)), n });
  });
});

function expectSameStatistic(one: ReturnType<typeof exact>, other: ReturnType<typeof exact>): void {
  expect([one.kind, one.n]).toEqual([other.kind, other.n]);
  if (one.kind === "value" && other.kind === "value") expect(one.value).toBeCloseTo(other.value, 10);
}

function matrix(domain: number, of: (c: number, k: number) => number): readonly (readonly number[])[] {
  return numbers(domain).map((_, c) => numbers(domain).map((_, k) => of(c, k)));
}

/** Krippendorff 2011: all ratings from one category to the other, less half of those of the two. */
function ranksBetween(counts: Float64Array, c: number, k: number): number {
  const [low, high] = [Math.min(c, k), Math.max(c, k)];
  const all = counts.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
  return c === k ? 0 : all - ((counts[c] ?? 0) + (counts[k] ?? 0)) / 2;
}

/** Alpha by its definition: a matrix of coincidences, of which each pair of ratings of a unit is one over m - 1. */
function coincidenceAlpha({ categories, units, ratings }: RatingTable, metric: Metric): number {
  const domain = categories.length;
  const coincidences = numbers(domain).map(() => numbers(domain).map(() => 0));
  for (let unit = 0; unit < units; unit++) {
    const given = ratings.flatMap((row) => row[unit] ?? []);
    for (const [i, c] of given.entries()) {
      const row = coincidences[c] ?? [];
      for (const [j, k] of given.entries()) if (i !== j) row[k] = (row[k] ?? 0) + 1 / (given.length - 1);
    }
  }
  const counts = Float64Array.from(coincidences, (row) => Math.round(row.reduce((sum, each) => sum + each, 0)));
  const n = counts.reduce((sum, count) => sum + count, 0);
  const { between } = metric(counts);
  let [observed, expected] = [0, 0];
  for (const [c, row] of coincidences.entries()) {
    for (const [k, each] of row.entries()) {
      observed += each * between(c, k);
      expected += (counts[c] ?? 0) * (counts[k] ?? 0) * between(c, k);
    }
  }
  return 1 - ((n - 1) * observed) / expected;
}
