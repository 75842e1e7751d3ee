import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MarkId, newId, SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Block } from "../../annotations/model/source.ts";
import { lanesOf } from "./lanes.ts";
import { markIndex } from "./mark-index.ts";
import { sectionsOf, sectionsOver } from "./sections.ts";

const sourceId = newId(SourceId);

const someBlocks = fc
  .array(
    fc.record({ length: fc.integer({ min: 1, max: 1_500 }), gap: fc.integer({ min: 1, max: 3 }), head: fc.boolean() }),
    { minLength: 1, maxLength: 40 },
  )
  .map((shapes) => {
    let at = 0;
    return shapes.map(({ length, gap, head }): Block => {
      const start = at;
      at += length + gap;
      return { kind: head && length < 80 ? "heading" : "paragraph", start, end: start + length, boilerplate: false };
    });
  });

function markAt(...pieces: readonly (readonly [number, number])[]): Mark {
  const ranges = pieces.map(([start, end]) => ({ start, end, quote: "", prefix: "", suffix: "" }));
  return { id: newId(MarkId), sourceId, ranges, tags: [], createdAt: "2026-01-01T00:00:00.000Z" };
}

describe("sectionsOf", () => {
  it("holds every block once, in order, and begins a section at every heading", () => {
    fc.assert(
      fc.property(someBlocks, (blocks) => {
        const sections = sectionsOf({ blocks });
        expect(sections.flatMap((section) => section.blocks)).toEqual(blocks);
        for (const section of sections) {
          expect(section.blocks.length).toBeLessThanOrEqual(4);
          expect(section.blocks.slice(1).every(({ kind }) => kind === "paragraph")).toBe(true);
        }
      }),
    );
  });

  it("gives a source without text one section without blocks", () => {
    expect(sectionsOf({ blocks: [] })).toEqual([{ blocks: [], start: 0, end: 0 }]);
  });
});

describe("sectionsOver and markIndex", () => {
  // Pieces stand in reading order.
  const somePieces = fc
    .array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 4_000 })), { minLength: 1, maxLength: 3 })
    .map((pieces) => pieces.sort(([a], [b]) => a - b));

  it("find what looking at every section finds", () => {
    fc.assert(
      fc.property(someBlocks, fc.array(somePieces, { maxLength: 20 }), (blocks, shapes) => {
        const sections = sectionsOf({ blocks });
        const marks = shapes
          .map((pieces) => markAt(...pieces.map(([start, length]) => [start, start + length] as const)))
          .sort((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0));
        const lanes = lanesOf(marks);
        const naive = sections.map((section) =>
          marks
            .filter(({ ranges }) => ranges.some(({ start, end }) => start < section.end && end > section.start))
            .map((mark) => ({ mark, lane: lanes[marks.indexOf(mark)] })),
        );
        const marksIn = markIndex(sections, marks);
        expect(sections.map((_, i) => marksIn(i))).toEqual(naive);
        for (const { ranges } of marks) {
          for (const { start, end } of ranges) {
            const [first, after] = sectionsOver(sections, start, end);
            const over = sections.flatMap((section, i) => (start < section.end && end > section.start ? [i] : []));
            expect(over).toEqual(sections.map((_, i) => i).slice(first, after));
          }
        }
      }),
    );
  });
});
