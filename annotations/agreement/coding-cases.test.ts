import { describe, expect, it } from "vitest";
import { z } from "zod";
import { referenceCases } from "../testing/reference-case.ts";
import { custom } from "./distance.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { LEVELS, type Level } from "./measure-entry.ts";
import { raterPairs } from "./rater-pair.ts";
import type { RatingTable } from "./rating-table.ts";
import type { Statistic } from "./statistic.ts";
import { readTable } from "./table-line.ts";
import { tableReport } from "./table-report.ts";

const Expected = z.union([z.number(), z.null()]);

const CodingCase = z.object({
  name: z.string(),
  data: z.object({ categories: z.array(z.union([z.string(), z.number()])), values: z.array(z.array(z.unknown())) }),
  results: z.array(
    z.object({
      measure: z.string(),
      level: z.string(),
      expected: z.union([Expected, z.array(z.unknown())]),
      informative: z.boolean().optional(),
      disagreement_weights: z.array(z.array(z.number())).optional(),
    }),
  ),
});
type CodingCase = z.infer<typeof CodingCase>;
type Result = CodingCase["results"][number];

const Pairs = z.array(z.tuple([z.number(), z.number(), Expected]));

/** What the cases call the statistics of a table. */
const OF_TABLES: Readonly<Record<string, string>> = {
  krippendorff_alpha: "krippendorff-alpha",
  pa_coincidence: "percent-agreement",
  gwet_ac1: "gwet-ac1",
  fleiss_kappa: "fleiss-kappa",
  light_kappa: "light-kappa",
  brennan_prediger: "brennan-prediger",
  cohen_kappa: "cohen-kappa",
  scott_pi: "scott-pi",
};

/** What the cases call the statistics of every pair, and how each is come by. */
const OF_PAIRS: Readonly<Record<string, (both: RatingTable) => number | null>> = {
  pairwise_n: (both) => countsOf(both).n,
  pairwise_percent_agreement: (both) => countsOf(both).agreeing / countsOf(both).n,
  pairwise_cohen_kappa: (both) => reported(both, "nominal", "cohen-kappa"),
  pairwise_krippendorff_alpha: (both) => reported(both, "nominal", "krippendorff-alpha"),
};

/** Results that Parallax has no statistic for. Any other name must be known above. */
const NOT_OFFERED = [
  /_se(_gwet|_null)?$/,
  /^(brennan_prediger|fleiss_kappa|gwet_ac2|cohen_kappa)_(linear|quadratic|ordinal|custom_weights)$/,
  /^fleiss_kappa_category:/,
  /^conger_kappa$/,
  /^gwet_ac1_observed_categories$/,
  /^krippendorff_D_[oe]$/,
  /^pa_(units|pooled_pairs|mean_of_rater_pairs|unanimous_complete)$/,
  /^unit_(n|entropy_bits|modal_share|pairwise_agreement)$/,
  /^krippendorff_alpha ratio$/,
  /^unit_(leik_dispersion|tastle_wierman_consensus|van_der_eijk_agreement)$/,
];

const cases = referenceCases("coding", CodingCase);

it("has all reference cases of ratings", () => {
  expect(cases).toHaveLength(48);
});

describe.each(cases.map((one) => [one.name, one] as const))("%s", (_, { data, results }) => {
  const sought = results.filter(
    ({ measure, level }) =>
      !NOT_OFFERED.some((pattern) => pattern.test(measure) || pattern.test(`${measure} ${level}`)),
  );

  it("has every result that it is known for", () => {
    expect(sought.length).toBeGreaterThan(8);
    for (const result of sought) expectResult(data, result);
  });
});

function expectResult(data: CodingCase["data"], result: Result): void {
  const { measure, level, expected } = result;
  const table = tableOf(data);
  if (measure === "krippendorff_alpha_custom") {
    const weights = result.disagreement_weights ?? [];
    expectValue(measure, valueIn(krippendorffAlpha(table, custom(weights))), Expected.parse(expected));
    return;
  }
  const ofPair = OF_PAIRS[measure];
  if (ofPair) {
    for (const [i, j, value] of Pairs.parse(expected)) {
      const both = { ...table, ratings: [table.ratings[i - 1] ?? [], table.ratings[j - 1] ?? []] };
      expectValue(`${measure} of ${i} and ${j}`, ofPair(both), value);
    }
    return;
  }
  const id = OF_TABLES[measure];
  if (id === undefined) throw new Error(`${measure} is neither offered nor listed as not offered.`);
  expectValue(`${measure}, ${level}`, reported(table, z.enum(LEVELS).parse(level), id), Expected.parse(expected));
}

/** The cases' own tolerances are wider. */
function expectValue(what: string, value: number | null, expected: number | null): void {
  if (value === null || expected === null) expect([what, value]).toEqual([what, expected]);
  else expect(Math.abs(value - expected), `${what}: ${value} instead of ${expected}`).toBeLessThanOrEqual(1e-12);
}

function tableOf({ categories, values }: CodingCase["data"]): RatingTable {
  const reading = readTable({ level: "nominal", categories, values });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.input.table;
}

function reported(table: RatingTable, level: Level, id: string): number | null {
  const found = tableReport(table, level).filter((entry) => entry.id === id);
  const [entry] = found;
  if (!entry || found.length > 1) throw new Error(`${found.length} entries of ${id}`);
  if (entry.value === null) expect(entry.reason).toMatch(/^[A-Z].*\.$/);
  return entry.value;
}

function valueIn(statistic: Statistic): number | null {
  return statistic.kind === "value" ? statistic.value : null;
}

function countsOf(both: RatingTable) {
  const [counts] = raterPairs(both);
  if (!counts) throw new Error("no pair");
  return counts;
}
