import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClaimId, MarkId, newId, SourceId } from "../../annotations/model/id.ts";
import { type Mark, startOf } from "../../annotations/model/mark.ts";
import { STANCES, type Stance } from "../../annotations/model/stance.ts";
import { newTag } from "../../annotations/model/tag.ts";
import { nearestTick, overviewTicks } from "./overview-ticks.ts";

const sourceId = newId(SourceId);
const claimId = newId(ClaimId);

function mark(start: number, stance: Stance): Mark {
  const range = { start, end: start + 1, quote: "x", prefix: "", suffix: "" };
  const tags = [newTag(claimId, stance)];
  return { id: newId(MarkId), sourceId, ranges: [range], tags, createdAt: "2026-01-01T00:00:00.000Z" };
}

describe("overviewTicks", () => {
  it("shows marks that stand apart each at its place", () => {
    const marks = [mark(0, "supports"), mark(500, "refutes"), mark(1_000, "mixed")];
    expect(overviewTicks(marks, 1_000)).toEqual([
      { mark: marks[0], place: 0 },
      { mark: marks[1], place: 0.5 },
      { mark: marks[2], place: 1 },
    ]);
  });

  it("shows at a crowded place the first mark with the stance that most have", () => {
    const marks = [mark(0, "mixed"), mark(1, "supports"), mark(2, "supports")];
    expect(overviewTicks(marks, 10_000)).toEqual([{ mark: marks[1], place: 0 }]);
  });

  it("leaves no mark further from a tick than half a place, and has no two ticks at one place", () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.constantFrom(...STANCES)), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(some, (places) => {
        const marks = places.sort(([a], [b]) => a - b).map(([start, stance]) => mark(start, stance));
        const ticks = overviewTicks(marks, 4_000);
        expect(new Set(ticks.map(({ place }) => place)).size).toBe(ticks.length);
        for (const one of marks) {
          const distance = Math.min(...ticks.map(({ place }) => Math.abs(place - startOf(one) / 4_000)));
          expect(distance).toBeLessThanOrEqual(1 / 400 + 1e-9);
        }
      }),
    );
  });
});

describe("nearestTick", () => {
  it("is the one that stands nearest to a place, and the first of two that stand as near", () => {
    const marks = [mark(0, "supports"), mark(500, "refutes"), mark(1_000, "mixed")];
    const ticks = overviewTicks(marks, 1_000);
    const at = (place: number) => nearestTick(ticks, place)?.mark;
    expect([-1, 0.2, 0.25, 0.26, 0.6, 2].map(at)).toEqual([0, 0, 0, 1, 1, 2].map((i) => marks[i]));
    expect(nearestTick([], 0.5)).toBeUndefined();
  });
});
