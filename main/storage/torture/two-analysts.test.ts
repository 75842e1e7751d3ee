import { join } from "node:path";
import { env } from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emptySet } from "../../../annotations/model/annotation-set.ts";
import type { AnalystId } from "../../../annotations/model/id.ts";
import { annotationSet } from "../../../annotations/model/project.ts";
import { nodeFiles } from "../disk/files.ts";
import { readProject } from "../project/project-folder.ts";
import { type BundledProgram, bundleProgram } from "../testing/bundled-program.ts";
import { ANNA, BRUNO, exampleProject } from "../testing/example-project.ts";
import { seededRandom } from "../testing/seeded-random.ts";
import { keepEvidence } from "./evidence.ts";
import { itemsIn, simple } from "./operation.ts";
import { keepRow, secondsSince } from "./row.ts";
import { type Fault, faultsAtRest } from "./verdict.ts";
import type { WorkEvent } from "./work-event.ts";
import { workHistory } from "./work-history.ts";
import { startWorker } from "./worker.ts";

/** How many changes each of the two saves at least. */
const CHANGES = Number(env.PARALLAX_TWO_ANALYSTS ?? 150);
const SEED = Number(env.PARALLAX_SEED ?? 1);
const ANALYSTS = [ANNA, BRUNO] as const;

let built: BundledProgram;

beforeAll(async () => {
  built = await bundleProgram(join(import.meta.dirname, "working-child.ts"));
}, 60_000);

afterAll(() => built.remove());

/** Two processes that work in a folder at once, and what was heard of them. */
function startBoth(folder: string) {
  const random = seededRandom(SEED);
  const history = workHistory();
  const events: WorkEvent[] = [];
  const said: string[] = [];
  const workers = ANALYSTS.map((analyst) => {
    const task = { folder, analyst, seed: random.below(2 ** 31), contenders: 1, place: 0 };
    const habits = { idleTime: 1 + random.below(20), backupEvery: 0 };
    return startWorker(built.program, { ...task, ...habits }, (worker, event) => {
      history.hear(worker, event);
      events.push(event);
      said.push(`${worker.pid} ${JSON.stringify(event)}`);
    });
  });
  const heard = <Kind extends WorkEvent["kind"]>(kind: Kind) => events.filter((event) => event.kind === kind);
  return {
    said,
    history,
    saved: (id: AnalystId) => history.operations(id).filter(({ acknowledged }) => acknowledged !== null),
    faults: (): Fault[] =>
      events.flatMap((event) => (event.kind === "fault" ? [{ kind: "other", message: event.message }] : [])),
    views: () => events.flatMap((event) => (event.kind === "view" ? [event.sets] : [])),
    order: (line: "rest" | "look" | "close") => {
      for (const worker of workers) worker.order(line);
    },
    until: async (isReached: () => boolean) => {
      while (!isReached() && heard("fault").length === 0) await pause(1);
    },
    bothSay: (kind: WorkEvent["kind"]) => heard(kind).length === 2,
    ended: () => Promise.all(workers.map(({ ended }) => ended)),
  };
}

it("lets two analysts work in one folder at once, and shows each what the other has saved", {
  timeout: 3_600_000,
}, async () => {
  const began = performance.now();
  const folder = await exampleProject();
  const both = startBoth(folder);
  await both.until(() => ANALYSTS.every(({ id }) => both.saved(id).length >= CHANGES));
  both.order("rest");
  await both.until(() => both.bothSay("resting"));
  both.order("look");
  await both.until(() => both.bothSay("view"));
  both.order("close");
  await both.ended();

  const { project, sets, reports } = await readProject(nodeFiles, folder);
  const faults = both.faults();
  for (const analyst of ANALYSTS) {
    const operations = both.history.operations(analyst.id);
    const stored = sets.get(analyst.id);
    if (stored) {
      faults.push(...faultsAtRest(emptySet(project.file.id, analyst), operations, stored.set, stored.journal));
    }
  }
  const { acknowledged } = both.history;
  await keepRow({
    kind: "two analysts at once",
    ...{ seed: SEED, runs: 1, acknowledged, faults, seconds: secondsSince(began) },
  });
  const kept = faults.length > 0 ? await keepEvidence(`two-analysts-at-once-${SEED}`, folder, both.said) : "";
  expect(faults, `seed ${SEED}, kept in ${kept}`).toEqual([]);
  expect([...reports.values()].flat()).toEqual([]);
  const ids = project.sets.map((set) => [set.analyst.id, itemsIn(set).map(([id]) => id)]);
  expect(both.views()).toEqual([Object.fromEntries(ids), Object.fromEntries(ids)]);
  for (const { id } of ANALYSTS) {
    const claimed = both
      .saved(id)
      .flatMap(({ command }) => simple(command))
      .flatMap((command) => (command.kind === "put-claim" ? [command.claim] : []));
    expect(claimed.length).toBeGreaterThan(0);
    expect(annotationSet(project, id)?.claims).toEqual(expect.arrayContaining(claimed));
  }
});
