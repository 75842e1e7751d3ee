import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STANCES } from "../model/stance.ts";
import { matrixSaying } from "../testing/matrix.ts";
import { allAgree, compareDifference, relationOf, relationsIn } from "./difference.ts";

const anyStance = fc.constantFrom(...STANCES);
const anyRow = fc.array(fc.option(anyStance), { maxLength: 6 });

function rowSaying(sayings: Parameters<typeof matrixSaying>[0]["rows"][number]) {
  const [row] = matrixSaying({ rows: [sayings] }).rows;
  if (!row) throw new Error("no row");
  return row;
}

describe("relationOf", () => {
  it("tells contradiction from hedging", () => {
    expect(relationOf("supports", "refutes")).toBe("opposite");
    expect(relationOf("supports", "supports")).toBe("same");
    for (const other of ["mixed", "questions", "mentions"] as const) {
      expect(relationOf("refutes", other)).toBe("hedging");
    }
  });

  it("is the same both ways", () => {
    fc.assert(fc.property(anyStance, anyStance, (a, b) => relationOf(a, b) === relationOf(b, a)));
  });
});

describe("relationsIn", () => {
  it("counts what looking at every pair counts", () => {
    fc.assert(
      fc.property(anyRow, (sayings) => {
        const naive = { same: 0, opposite: 0, hedging: 0 };
        const said = sayings.filter((stance) => stance !== null);
        for (const [i, a] of said.entries()) for (const b of said.slice(i + 1)) naive[relationOf(a, b)]++;
        expect(relationsIn(rowSaying(sayings))).toEqual(naive);
      }),
    );
  });
});

describe("allAgree", () => {
  it("needs two sources that say the same, and none that does not", () => {
    expect(allAgree(rowSaying(["supports", null, "supports"]))).toBe(true);
    expect(allAgree(rowSaying(["supports", null]))).toBe(false);
    expect(allAgree(rowSaying(["supports", "supports", "mentions"]))).toBe(false);
  });
});

describe("compareDifference", () => {
  it("puts contradictions before hedging", () => {
    const counts = [
      { same: 9, opposite: 0, hedging: 0 },
      { same: 0, opposite: 0, hedging: 5 },
      { same: 0, opposite: 1, hedging: 0 },
      { same: 0, opposite: 1, hedging: 2 },
    ];
    expect([...counts].sort(compareDifference)).toEqual([counts[3], counts[2], counts[1], counts[0]]);
  });
});
