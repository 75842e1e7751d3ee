import { expect, it } from "vitest";
import { compareText } from "./order.ts";

it("orders texts by their characters' numbers, and takes equal ones for equal", () => {
  expect(["b", "é", "a", "B", "a", ""].toSorted(compareText)).toEqual(["", "B", "a", "a", "b", "é"]);
  expect([compareText("a", "b"), compareText("b", "a"), compareText("a", "a")]).toEqual([-1, 1, 0]);
});
