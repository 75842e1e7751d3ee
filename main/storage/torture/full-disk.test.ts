import { join } from "node:path";
import { env } from "node:process";
import { expect, it } from "vitest";
import { bundleProgram } from "../testing/bundled-program.ts";
import type { FullDiskResult } from "./full-disk-child.ts";
import { keepRow, secondsSince } from "./row.ts";
import { smallDisk } from "./small-disk.ts";

const PROJECTS = Number(env.PARALLAX_FULL_DISKS ?? 3);
const SEED = Number(env.PARALLAX_SEED ?? 1);

const disk = await smallDisk();
if (disk === null) {
  // What a full disk does to each single call is tried everywhere, with files that say so.
  console.warn("Not tested on a disk that is really full: this system lets nobody here mount a small one.");
}

it.skipIf(disk === null)(
  "loses nothing on a disk that fills up, and goes on without a restart when there is room",
  { timeout: 3_600_000 },
  async () => {
    const began = performance.now();
    const { program, remove } = await bundleProgram(join(import.meta.dirname, "full-disk-child.ts"));
    const output = await disk?.run(program, [JSON.stringify({ seed: SEED, projects: PROJECTS })]).finally(remove);
    const { faults, ...counts }: FullDiskResult = JSON.parse(output ?? "");
    const { runs, acknowledged } = counts;
    await keepRow({ kind: "full disk", seed: SEED, runs, acknowledged, seconds: secondsSince(began), faults });
    expect(faults).toEqual([]);
    expect(counts).toMatchObject({ runs: PROJECTS * 8 });
    expect(Math.min(counts.acknowledged, counts.refused)).toBeGreaterThan(0);
  },
);
