import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MarkId, newId, SourceId } from "../../annotations/model/id.ts";
import { crowdsIn } from "./crowds.ts";
import type { LanedMark } from "./mark-index.ts";

const sourceId = newId(SourceId);

function laned(...pieces: readonly (readonly [number, number])[]): LanedMark {
  const ranges = pieces.map(([start, end]) => ({ start, end, quote: "", prefix: "", suffix: "" }));
  const mark = { id: newId(MarkId), sourceId, ranges, tags: [], createdAt: "2026-01-01T00:00:00.000Z" };
  return { mark, lane: 0 };
}

const ALL = { start: 0, end: 100 };

describe("crowdsIn", () => {
  it("leaves two marks over each other to themselves, as far as the section goes", () => {
    const [a, b] = [laned([0, 30]), laned([20, 140])];
    expect(crowdsIn(ALL, [a, b])).toEqual({
      singles: [
        { laned: a, start: 0, end: 30 },
        { laned: b, start: 20, end: 100 },
      ],
      crowds: [],
    });
  });

  it("makes one stretch of three, and leaves what is before and behind it", () => {
    const [a, b, c] = [laned([0, 30]), laned([10, 50]), laned([20, 40])];
    expect(crowdsIn(ALL, [a, b, c])).toEqual({
      singles: [
        { laned: a, start: 0, end: 20 },
        { laned: b, start: 10, end: 20 },
        { laned: c, start: 30, end: 40 },
        { laned: b, start: 30, end: 50 },
      ],
      crowds: [{ over: [a, b, c], start: 20, end: 30 }],
    });
  });

  it("has each mark once over each of its characters", () => {
    const somePieces = fc
      .array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 2 })
      .map((pieces) => pieces.map(([start, length]) => [start, start + length] as const))
      .filter(([first, second]) => !second || (first !== undefined && first[1] <= second[0]));
    fc.assert(
      fc.property(fc.array(somePieces, { maxLength: 12 }), (shapes) => {
        const marks = shapes.map((pieces) => laned(...pieces));
        const { singles, crowds } = crowdsIn(ALL, marks);
        for (let at = ALL.start; at < ALL.end; at++) {
          const isAt = ({ start, end }: { start: number; end: number }) => start <= at && at < end;
          const painted = [
            ...singles.filter(isAt).map((single) => single.laned),
            ...crowds.filter(isAt).flatMap(({ over }) => over),
          ];
          const real = marks.filter(({ mark }) => mark.ranges.some(isAt));
          expect(new Set(painted)).toEqual(new Set(real));
          expect(painted.length).toBe(real.length);
          expect(crowds.some(isAt)).toBe(real.length >= 3);
        }
      }),
    );
  });
});
