import { describe, expect, it } from "vitest";
import { STANCE_SIGNS, STANCES, stanceOfKey } from "./stance.ts";

describe("stanceOfKey", () => {
  it("has the five stances on the keys 1 to 5 and nothing on any other", () => {
    expect(["1", "2", "3", "4", "5"].map(stanceOfKey)).toEqual(STANCES);
    expect(["0", "6", "", "12", "a", "１", "Enter"].map(stanceOfKey)).toEqual(Array(7).fill(undefined));
  });

  it("has a sign of its own for each", () => {
    expect(new Set(STANCES.map((stance) => STANCE_SIGNS[stance])).size).toBe(5);
  });
});
