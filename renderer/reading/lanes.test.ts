import { describe, expect, it } from "vitest";
import { MarkId, newId, SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { lanesOf } from "./lanes.ts";

const sourceId = newId(SourceId);

function mark(start: number, end: number): Mark {
  const range = { start, end, quote: "x".repeat(end - start), prefix: "", suffix: "" };
  return { id: newId(MarkId), sourceId, ranges: [range], tags: [], createdAt: "2026-01-01T00:00:00.000Z" };
}

describe("lanesOf", () => {
  it("keeps marks that only touch in the first lane", () => {
    expect(lanesOf([mark(0, 5), mark(5, 9), mark(12, 20)])).toEqual([0, 0, 0]);
  });

  it("gives each of three nested marks a lane of its own", () => {
    expect(lanesOf([mark(0, 30), mark(5, 25), mark(10, 12)])).toEqual([0, 1, 2]);
  });

  it("uses a lane again once its mark has ended", () => {
    expect(lanesOf([mark(0, 30), mark(5, 8), mark(10, 12)])).toEqual([0, 1, 1]);
  });
});
