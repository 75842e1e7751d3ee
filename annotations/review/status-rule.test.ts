import { describe, expect, it } from "vitest";
import { matrixSaying, type Saying } from "../testing/matrix.ts";
import { ROW_STATUSES } from "./row-status.ts";
import { statusReason, statusRule } from "./status-rule.ts";

describe("statusRule", () => {
  it("has a sentence of its own for every status", () => {
    const rules = ROW_STATUSES.map((status) => statusRule(status, 2));
    expect(new Set(rules).size).toBe(ROW_STATUSES.length);
  });

  it("names the project's threshold", () => {
    expect(statusRule("corroborated", 3)).toContain("at least 3 independent origins");
    expect(statusRule("single-source", 1)).toContain("fewer than 1 independent origin,");
  });
});

describe("statusReason", () => {
  const reasonOf = (...row: readonly Saying[]) => {
    const summary = matrixSaying({ rows: [row] }).rows[0]?.summary;
    return summary && statusReason(summary, row.length);
  };

  it.each<[readonly Saying[], string]>([
    [[null, null], "None of 2 sources speaks to it."],
    [["mentions", null], "Supported by none; refuted by none. 1 source speaks to it (1 independent origin)."],
    [
      ["supports", "mixed", [{ stance: "supports", voice: "quoted-direct", speaker: "Omar" }], null],
      "Supported by 3 of 4 sources, 2 of them in the source's own voice (3 independent origins); refuted by 1. 3 sources speak to it (3 independent origins).",
    ],
  ])("says the counts of %j", (row, expected) => {
    expect(reasonOf(...row)).toBe(expected);
  });
});
