import { describe, expect, it } from "vitest";
import { MarkId, newId } from "./id.ts";

describe("newId", () => {
  it("makes an id that its kind accepts, another one each time", () => {
    const made = Array.from({ length: 100 }, () => newId(MarkId));
    expect(made.map((id) => MarkId.parse(id))).toEqual(made);
    expect(new Set(made).size).toBe(100);
  });
});
