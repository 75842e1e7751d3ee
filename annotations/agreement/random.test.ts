import { expect, it } from "vitest";
import { seededRandom } from "./random.ts";

const draws = (seed: number, count: number, below: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random(below));
};

it("gives the same numbers for the same seed, and others for another", () => {
  expect(draws(1, 20, 1000)).toEqual(draws(1, 20, 1000));
  expect(draws(1, 20, 1000)).not.toEqual(draws(2, 20, 1000));
});

it("gives each number as often as chance would have it", () => {
  const counts = new Array<number>(30).fill(0);
  for (const number of draws(3, 30_000, 30)) counts[number] = (counts[number] ?? 0) + 1;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  // 29 degrees of freedom: 99.9 % of chi-squares lie below 58.3, and 0.1 % below 9.2.
  expect([chiSquare > 9.2, chiSquare < 58.3]).toEqual([true, true]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30_000);
});
