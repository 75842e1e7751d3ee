import { describe, expect, it } from "vitest";
import { knownId } from "../testing/known-id.ts";
import { AnalystId } from "./id.ts";
import { initialsOf } from "./initials.ts";

function initials(...names: readonly string[]): readonly string[] {
  return [...initialsOf(names.map((name, i) => ({ id: knownId(AnalystId, i + 1), name }))).values()];
}

describe("initialsOf", () => {
  it("takes the first letters of the first and the last name, of one name its first letter", () => {
    expect(initials("Ada Okafor", "ben", "Maria de la Cruz", "李 娜")).toEqual(["AO", "B", "MC", "李娜"]);
  });

  it("tells those apart whose initials are the same", () => {
    expect(initials("Ada Okafor", "Anna Olsen", "A. O.")).toEqual(["AO", "AO2", "AO3"]);
  });
});
