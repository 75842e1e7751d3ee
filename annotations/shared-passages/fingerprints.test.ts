import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FEWEST_WORDS } from "./finder.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import { Vocabulary } from "./vocabulary.ts";

const wordings = (length: { minLength: number; maxLength: number }) => fc.array(fc.nat(20), length);

/** The fingerprints of a text of numbered words, each as its hash and its distance from `origin`. */
function fingerprints(numbers: readonly number[], origin: number, vocabulary = new Vocabulary()): readonly string[] {
  const words = Int32Array.from(numbers, (n) => vocabulary.numberOf(`word ${n}`));
  const { hashes, places } = fingerprintsOf(words, vocabulary);
  return Array.from(hashes, (hash, i) => `${hash} at ${(places[i] ?? 0) - origin}`);
}

describe("fingerprintsOf", () => {
  it("gives texts that have enough words in a row in common a fingerprint at the same one of them", () => {
    const stretch = wordings({ minLength: FEWEST_WORDS, maxLength: 12 });
    const rest = wordings({ minLength: 0, maxLength: 30 });
    fc.assert(
      fc.property(stretch, rest, rest, rest, (shared, before, other, after) => {
        const first = fingerprints([...before, ...shared, ...after], before.length);
        const second = fingerprints([...other, ...shared], other.length);
        expect(first.filter((one) => second.includes(one)).length).toBeGreaterThan(0);
      }),
    );
  });

  it("depends on nothing but the words", () => {
    fc.assert(
      fc.property(wordings({ minLength: 0, maxLength: 40 }), (words) => {
        const used = new Vocabulary();
        for (let n = 20; n > 0; n--) used.numberOf(`word ${n}`);
        expect(fingerprints(words, 0, used)).toEqual(fingerprints(words, 0));
      }),
    );
  });

  it("chooses fewer than all", () => {
    const many = fingerprints(
      Array.from({ length: 3_000 }, (_, i) => i),
      0,
    );
    expect(many.length).toBeGreaterThan(1_500);
    expect(many.length).toBeLessThan(2_500);
  });

  it("has none of fewer words than that", () => {
    expect(fingerprints([1, 2, 3, 4], 0)).toEqual([]);
    expect(fingerprints([], 0)).toEqual([]);
  });
});
