import { describe, expect, it } from "vitest";
import { z } from "zod";
import { referenceCases } from "../testing/reference-case.ts";
import { leaveOneOut, resampledAlphas } from "./alpha-interval.ts";
import {
  basicInterval,
  bcaInterval,
  biasCorrection,
  jackknife,
  percentileInterval,
  type Resampled,
} from "./bootstrap.ts";
import { addUnit, allSums, alphaOf, noSums, type Units, unitsOf } from "./coincidences.ts";
import { interval, type Metric, nominal, ordinal } from "./distance.ts";
import { LEVELS, type Level } from "./measure-entry.ts";
import { seededRandom } from "./random.ts";

const Ends = z.tuple([z.number(), z.number()]);

const Counted = z.object({
  name: z.string(),
  level: z.enum(LEVELS),
  categories: z.array(z.number()),
  value_counts: z.array(z.array(z.number())),
  estimate: z.number(),
});

const BootstrapFile = z.object({
  cases: z.array(
    Counted.extend({
      jackknife: z.object({ se: z.number(), acceleration: z.number(), leave_one_out: z.array(z.number()) }),
      given_resamples: z.object({
        index_base: z.literal(0),
        indices: z.array(z.array(z.number())),
        alphas: z.array(z.number()),
        undefined: z.literal(0),
        percentile95_type7: Ends,
        basic95: Ends,
        bca95: Ends,
        z0: z.number(),
        mean: z.number(),
        sd: z.number(),
      }),
      monte_carlo: z.object({ B: z.number(), percentile95: Ends, tolerance_for_B_2000: z.number() }),
    }),
  ),
  exact_enumeration: z.array(
    Counted.extend({
      resamples: z.number(),
      undefined: z.number(),
      distribution: z.array(z.tuple([z.number(), z.number()])),
      percentile95_type7: Ends,
      mean: z.number(),
      sd: z.number(),
    }),
  ),
});

const [file, ...others] = referenceCases("bootstrap", BootstrapFile);
if (!file || others.length > 0) throw new Error("There is one file of resamples.");

describe.each(file.cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
  const { units, metric } = unitsOfCase(one);
  const { given_resamples: given } = one;
  const resampled = resampledBy(units, metric, given.indices);

  it("has the given resamples' alphas, and the intervals that follow from them", () => {
    expectClose([valueOfAll(units, metric)], [one.estimate]);
    expectClose(
      given.indices.map((drawn) => alphaOfDrawn(units, metric, drawn) ?? Number.NaN),
      given.alphas,
    );
    expect(resampled.withoutValue).toBe(given.undefined);
    expectClose(percentileInterval(resampled), given.percentile95_type7);
    expectClose(basicInterval(resampled, one.estimate), given.basic95);
    expectClose([biasCorrection(resampled, one.estimate)], [given.z0]);
    expectClose(bcaInterval(resampled, one.estimate, one.jackknife.acceleration), given.bca95);
    expectClose(momentsOf(resampled.values), [given.mean, given.sd]);
  });

  it("has the jackknife's values, standard error and acceleration", () => {
    const without = leaveOneOut(units, metric);
    expectClose(without, one.jackknife.leave_one_out);
    const { standardError, acceleration } = jackknife(without);
    expectClose([standardError, acceleration], [one.jackknife.se, one.jackknife.acceleration]);
  });

  it("has percentiles of as many resamples of its own near the known ones", () => {
    // With 2000, and 11 units, the lower end alone has a standard deviation of 0.02 from seed to seed.
    const { B, percentile95, tolerance_for_B_2000: tolerance } = one.monte_carlo;
    const own = percentileInterval(resampledAlphas(units, metric, B, seededRandom(7)));
    for (const [i, end] of own.entries()) expect(Math.abs(end - (percentile95[i] ?? 0))).toBeLessThan(tolerance);
  });
});

describe.each(file.exact_enumeration.map((one) => [one.name, one] as const))("all resamples of %s", (_, one) => {
  it("have the known distribution, those without a value counted and not replaced", () => {
    const { units, metric } = unitsOfCase(one);
    expectClose([valueOfAll(units, metric)], [one.estimate]);
    const drawn = allDraws(units.length);
    expect(drawn).toHaveLength(one.resamples);
    const resampled = resampledBy(units, metric, drawn);
    expect(resampled.withoutValue).toBe(one.undefined);
    // The distribution is listed with twelve digits.
    const listed = one.distribution.flatMap(([value, times]) => Array.from({ length: times }, () => value));
    expectClose(resampled.values, listed, 1e-12);
    expectClose(percentileInterval(resampled), one.percentile95_type7, 1e-11);
    expectClose(momentsOf(resampled.values, 0), [one.mean, one.sd], 1e-11);
  });
});

function unitsOfCase({ level, categories, value_counts }: z.infer<typeof Counted>) {
  const tallies = value_counts.map((counts) => {
    const used = [...counts.keys()].filter((c) => counts[c] !== 0);
    const size = counts.reduce((sum, count) => sum + count, 0);
    return { size, categories: used, counts: used.map((c) => counts[c] ?? 0) };
  });
  const metrics: Readonly<Record<Level, Metric>> = { nominal, ordinal, interval: interval(categories) };
  return { units: unitsOf(tallies, categories.length), metric: metrics[level] };
}

function valueOfAll(units: Units, metric: Metric): number {
  const alpha = alphaOf(units, allSums(units), metric);
  return alpha.kind === "value" ? alpha.value : Number.NaN;
}

function alphaOfDrawn(units: Units, metric: Metric, drawn: readonly number[]): number | null {
  const sums = noSums(units);
  for (const unit of drawn) addUnit(units, sums, unit, 1);
  const alpha = alphaOf(units, sums, metric);
  return alpha.kind === "value" ? alpha.value : null;
}

function resampledBy(units: Units, metric: Metric, draws: readonly (readonly number[])[]): Resampled {
  const alphas = draws.map((drawn) => alphaOfDrawn(units, metric, drawn));
  const values = Float64Array.from(alphas.filter((alpha) => alpha !== null)).sort();
  return { values, withoutValue: alphas.length - values.length };
}

/** Every way to draw n times from n, the order counting. */
function allDraws(n: number): readonly (readonly number[])[] {
  const places = Array.from({ length: n }, (_, i) => i);
  return places.reduce<readonly (readonly number[])[]>(
    (draws) => draws.flatMap((drawn) => places.map((unit) => [...drawn, unit])),
    [[]],
  );
}

/** The deviation is that of a sample, or with `less` 0 that of all there is. */
function momentsOf(values: Float64Array, less = 1): readonly [mean: number, deviation: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - less))];
}

function expectClose(values: ArrayLike<number>, expected: readonly number[], tolerance = 1e-12): void {
  expect(values).toHaveLength(expected.length);
  const worst = Math.max(...expected.map((value, i) => Math.abs(value - (values[i] ?? Number.NaN))));
  expect(worst).toBeLessThanOrEqual(tolerance);
}
