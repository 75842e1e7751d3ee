import { expect, it } from "vitest";
import { distributionOf } from "./distribution.ts";

it("takes percentiles by the nearest rank, in whatever order the times come", () => {
  const times = Array.from({ length: 200 }, (_, i) => 200 - i);
  expect(distributionOf(times)).toEqual({ count: 200, p50: 100, p95: 190, p99: 198, max: 200 });
});

it("is the one time where there is only one", () => {
  expect(distributionOf([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7 });
});

it("refuses to speak of nothing", () => {
  expect(() => distributionOf([])).toThrow(RangeError);
});
