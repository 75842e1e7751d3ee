import { describe, expect, it } from "vitest";
import { lanesInBlocks } from "./lane-room.ts";

const BLOCKS = [
  { start: 0, end: 10 },
  { start: 12, end: 20 },
  { start: 22, end: 30 },
];

/** The marks of one analyst, each with the starts and ends of its pieces. */
function lane(...marks: readonly (readonly (readonly [number, number])[])[]) {
  const range = ([start, end]: readonly [number, number]) => ({ start, end, quote: "", prefix: "", suffix: "" });
  return { marks: marks.map((pieces) => ({ ranges: pieces.map(range) })) };
}

describe("lanesInBlocks", () => {
  it("makes room where others have marked only", () => {
    expect([...lanesInBlocks(BLOCKS, [lane([[13, 15]])])]).toEqual([[1, 1]]);
    expect(lanesInBlocks(BLOCKS, [lane()]).size).toBe(0);
  });

  it("reaches down to the lowest lane that is used in a block", () => {
    const counts = lanesInBlocks(BLOCKS, [lane([[0, 3]], [[23, 24]]), lane(), lane([[5, 9]])]);
    expect(new Map(counts)).toEqual(
      new Map([
        [0, 3],
        [2, 1],
      ]),
    );
  });

  it("counts every piece of a mark, and not what only touches a block", () => {
    const counts = lanesInBlocks(BLOCKS, [
      lane([
        [8, 12],
        [25, 26],
      ]),
    ]);
    expect([...counts.keys()]).toEqual([0, 2]);
  });
});
