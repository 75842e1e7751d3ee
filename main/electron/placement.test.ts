import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../storage/disk/files.ts";
import { openSettings } from "../storage/settings.ts";
import { type Area, placement, rememberedPlacement, withPlacement } from "./placement.ts";

const left: Area = { x: 0, y: 27, width: 1920, height: 1053 };
const right: Area = { x: 1920, y: 0, width: 2560, height: 1440 };

describe("placement", () => {
  it("opens in the middle of the first display when nothing is remembered", () => {
    expect(placement(null, [left, right])).toEqual({
      bounds: { x: 160, y: 54, width: 1600, height: 1000 },
      maximised: false,
    });
  });

  it("keeps what is remembered when it fits", () => {
    const remembered = { bounds: { x: 2000, y: 40, width: 1200, height: 800 }, maximised: true };
    expect(placement(remembered, [left, right])).toEqual(remembered);
  });

  it("opens in the middle of the first display when the remembered one is gone", () => {
    const remembered = { bounds: { x: 2000, y: 40, width: 1200, height: 800 }, maximised: true };
    expect(placement(remembered, [left])).toEqual({
      bounds: { x: 160, y: 54, width: 1600, height: 1000 },
      maximised: false,
    });
  });

  it("moves a window that reached past the edge back into its display", () => {
    const remembered = { bounds: { x: -300, y: 900, width: 1000, height: 700 }, maximised: false };
    expect(placement(remembered, [left, right]).bounds).toEqual({ x: 0, y: 380, width: 1000, height: 700 });
  });

  it("puts a window across two displays on the one that showed more of it", () => {
    const remembered = { bounds: { x: 1700, y: 100, width: 1000, height: 700 }, maximised: false };
    expect(placement(remembered, [left, right]).bounds).toEqual({ x: 1920, y: 100, width: 1000, height: 700 });
  });

  it("shrinks a window to a display that has become smaller", () => {
    const remembered = { bounds: { x: 10, y: 10, width: 2500, height: 1400 }, maximised: false };
    expect(placement(remembered, [left]).bounds).toEqual(left);
  });

  it("never goes below the smallest usable size", () => {
    const remembered = { bounds: { x: 50, y: 60, width: 3, height: 4 }, maximised: false };
    expect(placement(remembered, [left]).bounds).toEqual({ x: 50, y: 60, width: 900, height: 600 });
    expect(placement(null, [{ x: 0, y: 0, width: 800, height: 480 }]).bounds).toEqual({
      x: 0,
      y: 0,
      width: 900,
      height: 600,
    });
  });
});

describe("rememberedPlacement", () => {
  let config: string;
  beforeEach(async () => {
    config = await mkdtemp(join(tmpdir(), "parallax-placement-"));
  });
  afterEach(() => rm(config, { recursive: true }));

  it("is nothing at the first start", async () => {
    expect(rememberedPlacement((await openSettings(nodeFiles, config)).value)).toBeNull();
  });

  it("is what was kept in the settings", async () => {
    const last = { bounds: { x: -1200, y: 40, width: 1100, height: 700 }, maximised: true };
    const settings = await openSettings(nodeFiles, config);
    await settings.update((value) => withPlacement(value, last));
    expect(rememberedPlacement((await openSettings(nodeFiles, config)).value)).toEqual(last);
  });

  it("is nothing where only a size is known", () => {
    expect(rememberedPlacement({ window: { width: 1000, height: 700, maximized: false } })).toBeNull();
  });
});
