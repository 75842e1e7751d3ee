import { expect, it } from "vitest";
import { NOMINAL_DISTANCES, StanceDistances, withDistance } from "./stance-distances.ts";

it("takes symmetric tables with zeros in the diagonal only", () => {
  const changed = withDistance(NOMINAL_DISTANCES, 0, 2, 4);
  expect([changed[0]?.[2], changed[2]?.[0], changed[0]?.[1]]).toEqual([4, 4, 1]);
  expect(StanceDistances.safeParse(changed).success).toBe(true);
  for (const bad of [
    changed.slice(1),
    changed.map((row, i) => (i === 0 ? row.with(1, 3) : row)),
    changed.map((row, i) => row.with(i, 1)),
    withDistance(NOMINAL_DISTANCES, 0, 1, -1),
    withDistance(NOMINAL_DISTANCES, 0, 1, Number.POSITIVE_INFINITY),
  ]) {
    expect(StanceDistances.safeParse(bad).success).toBe(false);
  }
});
