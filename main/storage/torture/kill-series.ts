import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { emptySet } from "../../../annotations/model/annotation-set.ts";
import { annotationSet } from "../../../annotations/model/project.ts";
import { nodeFiles } from "../disk/files.ts";
import { readJournal } from "../journal/journal-reader.ts";
import { readProject } from "../project/project-folder.ts";
import { openProjectStore } from "../project/project-store.ts";
import { type SeededRandom, seededRandom } from "../testing/seeded-random.ts";
import type { KillKind } from "./kill-kind.ts";
import { type Fault, faultsAtRest, faultsWhileWorking } from "./verdict.ts";
import type { WorkEvent } from "./work-event.ts";
import { workHistory } from "./work-history.ts";
import { startWorker, type Worker } from "./worker.ts";

/** What came of killing the processes that work on one project again and again. */
export interface SeriesResult {
  readonly kills: number;
  readonly acknowledged: number;
  readonly faults: readonly Fault[];
  /** All that the processes said, one line each, to see how a fault came about. */
  readonly said: readonly string[];
}

export interface Series {
  /** The bundled working child. */
  readonly program: string;
  readonly folder: string;
  readonly kind: KillKind;
  readonly seed: number;
  readonly kills: number;
}

/** No process may take longer to get something saved, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Starts the processes of a kind, kills one or all of them at a random moment, checks the project, starts them again,
 * and so on; at last opens and closes the project in good order. Stops at the first fault.
 */
export async function killAgainAndAgain({ program, folder, kind, seed, kills }: Series): Promise<SeriesResult> {
  const random = seededRandom(seed);
  const history = workHistory();
  const { project } = await readProject(nodeFiles, folder);
  const initials = new Map(
    kind.analysts.map((analyst) => [
      analyst.id,
      annotationSet(project, analyst.id) ?? emptySet(project.file.id, analyst),
    ]),
  );
  const faults: Fault[] = [];
  const said: string[] = [];
  let begun = 0;

  function hear(worker: Worker, event: WorkEvent): void {
    said.push(`${worker.pid} ${JSON.stringify(event)}`);
    if (event.kind === "fault") faults.push({ kind: "other", message: event.message });
    if (event.kind === "begun") begun++;
    if (event.kind === "read-only" && worker.task.contenders === 1) {
      faults.push({ kind: "other", message: `not writable at once: ${event.reason}` });
    }
    history.hear(worker, event);
  }

  function start(place: number): Worker {
    const analyst = kind.analysts[place];
    if (analyst === undefined) throw new Error(`nobody has place ${place}`);
    const same = kind.analysts.filter(({ id }) => id === analyst.id).length;
    const task = {
      ...{ folder, analyst, seed: random.below(2 ** 31), contenders: same, place: same === 1 ? 0 : place },
      idleTime: 1 + random.below(20),
      backupEvery: random.chance(0.5) ? 0 : random.below(200),
    };
    return startWorker(program, task, hear);
  }

  /** Either soon after the processes have begun, or when they have saved a few changes. */
  async function randomMoment(): Promise<void> {
    if (random.chance(0.25)) {
      const own = begun;
      await until(() => begun > own);
      await pause(random.below(kind.project === "small" ? 60 : 400));
    } else {
      const enough = history.acknowledged + 1 + random.below(kind.project === "small" ? 40 : 25);
      await until(() => history.acknowledged >= enough);
      await pause(random.below(25));
    }
  }

  async function until(isReached: () => boolean): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (!isReached() && faults.length === 0) {
      if (Date.now() > end) faults.push({ kind: "other", message: "nothing goes on any more" });
      await pause(1);
    }
  }

  async function check(atRest: boolean): Promise<void> {
    faults.push(...(await unreadable(folder)));
    const before = new Map([...initials.keys()].map((id) => [id, history.operations(id)]));
    const found = await readProject(nodeFiles, folder);
    // What was asked for while this was read has been said, and is heard in the next turns.
    for (let turns = 0; turns < 5; turns++) await nextTurn();
    for (const [id, initial] of initials) {
      const set = found.sets.get(id)?.set ?? emptySet(project.file.id, initial.analyst);
      if (atRest) {
        const journal = await readJournal(nodeFiles, found.layout.journal(id), 0);
        faults.push(...faultsAtRest(initial, history.operations(id), set, journal));
      } else {
        faults.push(...faultsWhileWorking(initial, before.get(id) ?? [], history.operations(id), set));
      }
    }
    for (const { file, message } of [...found.reports.values()].flat()) {
      faults.push({ kind: "other", message: `reported of ${file}: ${message}` });
    }
  }

  let workers = kind.analysts.map((_, place) => start(place));
  let killed = 0;
  try {
    while (killed < kills && faults.length === 0) {
      await randomMoment();
      const victims = new Set(victimsAmong(workers, random, killed === kills - 1));
      await Promise.all([...victims].map((worker) => worker.kill()));
      killed++;
      await check(victims.size === workers.length);
      if (killed < kills) workers = workers.map((worker, place) => (victims.has(worker) ? start(place) : worker));
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
  }
  if (faults.length === 0) {
    faults.push(...(await faultsOfOrderlyEnd(folder, kind)));
    await check(true);
  }
  return { kills: killed, acknowledged: history.acknowledged, faults, said };
}

function victimsAmong(workers: readonly Worker[], random: SeededRandom, all: boolean): readonly Worker[] {
  const one = workers[random.below(workers.length)];
  return all || one === undefined || random.chance(0.4) ? workers : [one];
}

/** Snapshots and backups that are no JSON. */
async function unreadable(folder: string): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const names = await readdir(join(folder, "annotations"));
  for (const name of names.filter((name) => name.endsWith(".json"))) {
    try {
      JSON.parse(await readFile(join(folder, "annotations", name), "utf8"));
    } catch (error) {
      faults.push({ kind: "unreadable", message: `${name}: ${error}` });
    }
  }
  return faults;
}

/** Opens the project as each analyst and closes it again: nothing may be left over, and nothing be taken for damaged. */
async function faultsOfOrderlyEnd(folder: string, { analysts }: KillKind): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const report = (error: unknown) => {
    faults.push({ kind: "other", message: String(error) });
  };
  for (const analyst of analysts) {
    const store = await openProjectStore(nodeFiles, folder, { report });
    await store.workAs(analyst);
    if (store.access.kind === "read-only") report(store.access.reason);
    await store.close();
  }
  const names = await readdir(folder, { recursive: true });
  const strange = names.filter((name) => /^quarantine|^(annotations|journal)\b.*\.parallax-/.test(name));
  if (strange.length > 0) report(`left behind: ${strange.join(", ")}`);
  return faults;
}
