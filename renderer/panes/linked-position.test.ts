import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkedPosition, type Track } from "./linked-position.ts";

const tracks: fc.Arbitrary<Track> = fc.record({
  end: fc.nat(5_000),
  stops: fc.array(fc.nat(6_000), { maxLength: 6 }).map((stops) => stops.sort((a, b) => a - b)),
});

describe("linkedPosition", () => {
  it("is the same share of the length where there are no passages", () => {
    expect(linkedPosition({ end: 1_000, stops: [] }, { end: 400, stops: [100] }, 250)).toBe(100);
  });

  it("puts passage beside passage, and between them the same share of the way", () => {
    const from = { end: 1_000, stops: [200, 600] };
    const to = { end: 500, stops: [50, 400] };
    const map = (position: number) => linkedPosition(from, to, position);
    expect([0, 100, 200, 400, 600, 800, 1_000].map(map)).toEqual([0, 25, 50, 225, 400, 450, 500]);
  });

  it("copes with texts that cannot be scrolled", () => {
    expect(linkedPosition({ end: 0, stops: [] }, { end: 400, stops: [] }, 0)).toBe(0);
    expect(linkedPosition({ end: 400, stops: [] }, { end: 0, stops: [] }, 300)).toBe(0);
  });

  it("stays inside the other text, takes the ends to the ends and never goes back", () => {
    fc.assert(
      fc.property(tracks, tracks, fc.nat(5_000), fc.nat(5_000), (from, to, a, b) => {
        const [less, more] = [Math.min(a, b, from.end), Math.min(Math.max(a, b), from.end)];
        const [first, second] = [linkedPosition(from, to, less), linkedPosition(from, to, more)];
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeLessThanOrEqual(to.end + 1e-6);
        expect(second).toBeGreaterThanOrEqual(first - 1e-6);
      }),
    );
  });
});
