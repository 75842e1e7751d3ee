import { expect, it } from "vitest";
import { z } from "zod";
import { referenceCases } from "../testing/reference-case.ts";
import { uAlpha } from "./u-alpha.ts";

const SpanCase = z.object({
  name: z.string(),
  data: z.object({
    length: z.number(),
    annotations: z.record(z.string(), z.array(z.object({ start: z.number(), end: z.number(), label: z.string() }))),
  }),
  results: z.array(
    z.object({ measure: z.string(), expected: z.union([z.number(), z.null()]), informative: z.boolean().optional() }),
  ),
});

/** Results that Parallax has no statistic for. Any other name must be known below. */
const NOT_OFFERED = [
  /^alpha_U_1995(_label(_D_[oe])?)?$/,
  /^gamma_(a3b1|disorder_a1b1|disorder_a3b1)$/,
  // Its segments leave holes of one character that belong to nobody.
  /^u_alpha_2016_literal$/,
];

const cases = referenceCases("spans", SpanCase);

it("has all reference cases of spans with a result that Parallax has a statistic for", () => {
  expect(cases).toHaveLength(11);
});

it.each(cases.map((one) => [one.name, one] as const))(
  "has every result that %s is known for",
  (_, { data, results }) => {
    const sought = results.filter(({ measure }) => !NOT_OFFERED.some((pattern) => pattern.test(measure)));
    expect(sought.map(({ measure }) => measure)).toEqual(["u_alpha_2016"]);
    const layers = Object.values(data.annotations).map((spans) => spans.toSorted((a, b) => a.start - b.start));
    const alpha = uAlpha(data.length, layers);
    for (const { expected } of sought) {
      if (alpha.kind === "undefined")
        expect([expected, alpha.reason]).toEqual([null, expect.stringContaining("variation")]);
      // The cases' own tolerances are wider.
      else expect(Math.abs(alpha.value - (expected ?? Number.NaN))).toBeLessThanOrEqual(1e-12);
    }
  },
);
