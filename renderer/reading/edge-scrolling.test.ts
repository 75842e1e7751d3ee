import { expect, it } from "vitest";
import { SCROLL_ZONE, scrollSpeed } from "./edge-scrolling.ts";

const FRAME = { top: 100, bottom: 700 };

it("stands still away from the edges", () => {
  expect(
    [FRAME.top + SCROLL_ZONE, 400, FRAME.bottom - SCROLL_ZONE].map((y) => Math.abs(scrollSpeed(y, FRAME))),
  ).toEqual([0, 0, 0]);
});

it("grows towards the edge and beyond it, as far as the zone reaches inside", () => {
  const speeds = [660, 680, 700, 720, 748].map((y) => scrollSpeed(y, FRAME));
  expect(speeds).toEqual(speeds.toSorted((a, b) => a - b));
  expect(new Set(speeds).size).toBe(speeds.length);
  expect(scrollSpeed(2_000, FRAME)).toBe(speeds.at(-1));
});

it("is the same upwards", () => {
  expect(scrollSpeed(FRAME.top + 10, FRAME)).toBe(-scrollSpeed(FRAME.bottom - 10, FRAME));
  expect(scrollSpeed(0, FRAME)).toBe(-scrollSpeed(800, FRAME));
});
