import { expect, it } from "vitest";
import { sourceLetter } from "./source-letter.ts";

it("goes on with two letters after Z, and with three after ZZ", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(sourceLetter)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
