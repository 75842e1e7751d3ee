import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeProject } from "../bench/make-project.ts";
import { type BundledProgram, bundleProgram } from "../testing/bundled-program.ts";
import { exampleProject } from "../testing/example-project.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { keepEvidence } from "./evidence.ts";
import { KILL_KINDS, type KillKind } from "./kill-kind.ts";
import { killAgainAndAgain } from "./kill-series.ts";
import { keepRow, secondsSince } from "./row.ts";
import type { Fault } from "./verdict.ts";

const asked = process.env.PARALLAX_KILLS;
/** How many marks a large project has. */
const MARKS = asked === undefined ? 1_000 : 5_000;
const SEED = Number(process.env.PARALLAX_SEED ?? 1);
/** How often the processes of one project are killed. */
const KILLS_IN_SERIES = 20;
/** So many projects are worked on at once. */
const LANES = 2;

let program: BundledProgram;
let large: string;

beforeAll(async () => {
  program = await bundleProgram(join(import.meta.dirname, "working-child.ts"));
  large = await mkdtemp(join(tmpdir(), "parallax-test-"));
  await makeProject(join(large, "large"), MARKS);
}, 120_000);

afterAll(async () => {
  await program.remove();
  await rm(large, { recursive: true, force: true });
});

async function projectOf({ project }: KillKind): Promise<string> {
  if (project === "small") return exampleProject();
  const folder = join(await temporaryFolder(), "large");
  await cp(join(large, "large"), folder, { recursive: true });
  return folder;
}

/** How many kills each series of a kind has. */
function seriesOf({ few, share }: KillKind): readonly number[] {
  const kills = asked === undefined ? few : Math.max(Math.round(Number(asked) * share), 1);
  const count = Math.ceil(kills / KILLS_IN_SERIES);
  return Array.from(
    { length: count },
    (_, i) => Math.floor(((i + 1) * kills) / count) - Math.floor((i * kills) / count),
  );
}

it.each(KILL_KINDS)(
  "loses nothing and brings nothing back when killed: $description",
  async (kind) => {
    const began = performance.now();
    const counts = { runs: 0, acknowledged: 0 };
    const faults: Fault[] = [];
    const waiting = [...seriesOf(kind).entries()];

    async function lane(): Promise<void> {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [i, kills] = next;
        const seed = SEED + 1_000 * i;
        const folder = await projectOf(kind);
        const result = await killAgainAndAgain({ program: program.program, folder, kind, seed, kills });
        counts.runs += result.kills;
        counts.acknowledged += result.acknowledged;
        if (result.faults.length === 0) continue;
        const kept = await keepEvidence(`${kind.name}-${seed}`, folder, result.said);
        const where = `seed ${seed}, kill ${result.kills} of ${kills}, kept in ${kept}`;
        faults.push(...result.faults.map((fault) => ({ ...fault, message: `${fault.message} (${where})` })));
      }
    }

    await Promise.all(Array.from({ length: LANES }, lane));
    const size = kind.project === "large" ? ` of ${MARKS.toLocaleString("en")} marks` : "";
    const name = `kill: ${kind.description}${size}`;
    await keepRow({ kind: name, seed: SEED, ...counts, seconds: secondsSince(began), faults });
    expect(faults).toEqual([]);
    expect(counts.acknowledged).toBeGreaterThan(0);
  },
  3 * 3_600_000,
);
