import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClaimId, SourceId } from "../model/id.ts";
import { STANCES } from "../model/stance.ts";
import { knownId } from "../testing/known-id.ts";
import { matrixSaying, type Saying } from "../testing/matrix.ts";
import { sharedBy, sourcePairs } from "./source-pairs.ts";

const quoted: Saying = [{ stance: "refutes", voice: "quoted-direct", speaker: "Amina" }];
const claimIds = (...numbers: readonly number[]) => numbers.map((n) => knownId(ClaimId, n));

describe("sourcePairs", () => {
  const matrix = matrixSaying({
    rows: [
      ["supports", "supports", quoted],
      ["supports", "refutes", null],
      ["supports", "questions", null],
    ],
  });

  it("tells for every pair to which claims both speak, and how they stand to each other", () => {
    const [first, second, third] = sourcePairs(matrix, "own");
    expect(first).toEqual({
      a: knownId(SourceId, 1),
      b: knownId(SourceId, 2),
      claims: { same: claimIds(1), opposite: claimIds(2), hedging: claimIds(3) },
    });
    for (const pair of [second, third]) expect(pair && sharedBy(pair)).toBe(0);
  });

  it("counts what is only quoted when that is asked for", () => {
    const [, second, third] = sourcePairs(matrix, "all");
    for (const pair of [second, third]) expect(pair?.claims.opposite).toEqual(claimIds(1));
  });

  it("has each pair once, and no claim twice", () => {
    const anySaying = fc.option(fc.constantFrom(...STANCES));
    fc.assert(
      fc.property(fc.array(fc.array(anySaying, { minLength: 4, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const made = matrixSaying({ rows, sources: [{}, {}, {}, {}] });
        const pairs = sourcePairs(made, "own");
        expect(pairs).toHaveLength(6);
        for (const pair of pairs) {
          const all = Object.values(pair.claims).flat();
          expect(new Set(all).size).toBe(all.length);
          expect(sharedBy(pair)).toBe(all.length);
        }
      }),
    );
  });
});
