import fc from "fast-check";
import { expect, it } from "vitest";
import { normalQuantile, normalShare } from "./normal-distribution.ts";

// From tables to 15 digits (Abramowitz & Stegun 1964, 26.2).
it.each([
  [0, 0.5],
  [1, 0.841344746068543],
  [1.959963984540054, 0.975],
  [2, 0.977249868051821],
  [3, 0.99865010196837],
  [-4, 0.0000316712418331199],
  [5, 0.999999713348428],
])("knows the share below %s", (x, share) => {
  expect(normalShare(x)).toBeCloseTo(share, 14);
  expect(normalQuantile(share)).toBeCloseTo(x, 8);
});

it("has a quantile for every share, and the ends at infinity", () => {
  expect([0, 1].map(normalQuantile)).toEqual([-Infinity, Infinity]);
  expect([-9, 9, -Infinity, Infinity].map(normalShare)).toEqual([0, 1, 0, 1]);
  expect(normalShare(Number.NaN)).toBeNaN();
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (share) => {
      expect(normalShare(normalQuantile(share))).toBeCloseTo(share, 14);
      expect(normalQuantile(1 - share)).toBeCloseTo(-normalQuantile(share), 6);
    }),
  );
});
