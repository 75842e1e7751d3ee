import { join, relative, sep } from "node:path";
import { expect, it } from "vitest";
import { openProjectStore, type ProjectStore } from "../project/project-store.ts";
import { ANNA, BRUNO, claim, putClaim } from "../testing/example-project.ts";
import {
  contentOf,
  contentsAfter,
  HISTORIC_FOLDER,
  type History,
  type Part,
  recordHistory,
  type Step,
} from "../testing/history.ts";
import type { MemoryFiles } from "../testing/memory-files.ts";
import { type Disk, diskOf } from "../testing/power-loss.ts";
import { type SeededRandom, seededRandom } from "../testing/seeded-random.ts";
import { testMachine } from "../testing/test-machine.ts";

const asked = process.env.PARALLAX_POWER_LOSS_STATES;
const STATES = Number(asked ?? 400);

/** What the store syncs, each of which must be seen to be missed when it is left out. */
const NEEDED = [
  "sync sources/<temporary>",
  "syncFolder sources",
  "sync <temporary>",
  "syncFolder the project",
  "syncFolder ..",
  "syncFolder ../..",
  "sync journal/<analyst>/<temporary>",
  "syncFolder journal/<analyst>",
  "syncFolder journal",
  "syncData journal/<analyst>/<temporary>",
  "syncData journal/<analyst>/<number>.jsonl",
  "sync annotations/<temporary>",
  "syncFolder annotations",
  "syncFolder backups",
  "syncFolder backups/annotations",
  "syncFolder backups/annotations/<analyst>",
  "sync backups/<temporary>",
  "sync backups/sources/<temporary>",
  "syncFolder backups/sources",
];

/** What it syncs although everything would be recovered without. */
const NOT_NEEDED: readonly string[] = [];

const PARTS: readonly Part[] = ["shared", "anna", "bruno"];
const SOURCES = join(HISTORIC_FOLDER, "sources");
const ANNOTATIONS = join(HISTORIC_FOLDER, "annotations");

/** A power cut after so many operations of a history. */
interface Cut {
  readonly operations: number;
  /** Says which of the states that may be left is meant. */
  readonly seed: number;
}

/** What is wrong with the states that power cuts at random moments of a history leave behind; null where nothing is. */
async function* faultsAfterPowerLoss(history: History, states: number): AsyncGenerator<string | null> {
  const { tree, log } = history;
  const momentOf = momentsOf(history);
  for (let seed = 0; seed < states; seed++) {
    const operations = momentOf(seededRandom(seed));
    const disk = diskOf(tree);
    for (const operation of log.slice(0, operations)) disk.arrive(operation);
    const fault = await faultIn(history, { operations, seed }, () => stateOf(disk, seed));
    yield fault && `seed ${seed}, after operation ${operations}: ${fault}`;
  }
}

/**
 * Draws any moment; or one after some kind of operation, so that what happens seldom is tried often enough; or one at which
 * many commands are on their way.
 */
function momentsOf({ log, begun, steps }: History): (random: SeededRandom) => number {
  const all: number[] = [];
  const bySite = new Map<string, number[]>();
  const busy: number[] = [];
  for (const [i, { kind, path }] of log.entries()) {
    const moment = i + 1;
    if (moment < begun) continue;
    all.push(moment);
    const site = siteOf(kind, path);
    bySite.set(site, [...(bySite.get(site) ?? []), moment]);
    const isOnTheWay = (step: Step) => step.begun < moment && (step.acknowledged ?? 0) > moment;
    if (steps.filter(isOnTheWay).length > 1) busy.push(moment);
  }
  const sites = [...bySite.values()];
  return (random) => {
    const moments = [all, sites[random.below(sites.length)], busy][random.below(3)] ?? all;
    return moments[random.below(moments.length)] ?? begun;
  };
}

function stateOf(disk: Disk, seed: number): MemoryFiles {
  return disk.statesAfterPowerLoss(seededRandom(seed)).next().value;
}

/** What is not as it was promised after a power cut that left `state`; null when all is. */
async function faultIn(history: History, cut: Cut, state: () => MemoryFiles): Promise<string | null> {
  const afterSecondFault = cut.seed % 2 === 0 ? lostWithoutSnapshots : lostWithoutSharedFile;
  try {
    return (
      (await damagedSnapshot(state())) ??
      (await afterSecondFault(history, cut, state())) ??
      (await lostLater(history, cut, state()))
    );
  } catch (error) {
    return String(error);
  }
}

async function damagedSnapshot(files: MemoryFiles): Promise<string | null> {
  for (const name of await files.list(ANNOTATIONS)) {
    if (!name.endsWith(".json")) continue;
    try {
      JSON.parse(Buffer.from(await files.read(join(ANNOTATIONS, name))).toString("utf8"));
    } catch (error) {
      return `${name}: ${error}`;
    }
  }
  return null;
}

function unlikeAcknowledged(history: History, { operations }: Cut, { project, reports }: ProjectStore): string | null {
  const fault = PARTS.find((part) => !contentsAfter(history, operations, part).includes(contentOf(project, part)));
  if (fault) return `${fault} is not what was acknowledged`;
  const alarm = reports.find(({ kind }) => kind === "lost");
  return alarm ? `nothing is lost, but it says: ${alarm.message}` : null;
}

/** A second fault: everything that was acknowledged is in the backups and the journal too. */
async function lostWithoutSnapshots(history: History, cut: Cut, files: MemoryFiles): Promise<string | null> {
  for (const name of await files.list(ANNOTATIONS)) {
    if (name.endsWith(".json")) await files.remove(join(ANNOTATIONS, name));
  }
  return unlikeAcknowledged(history, cut, await opened(files));
}

/** Another second fault takes a file which all analysts share: its copy is as old as the last opening for work at most. */
async function lostWithoutSharedFile(
  history: History,
  { operations }: Cut,
  files: MemoryFiles,
): Promise<string | null> {
  const copied = history.copied.findLast((moment) => moment <= operations);
  if (copied === undefined) return null;
  const kept = contentsAfter(history, copied, "shared");
  const possible = new Set([...kept, ...contentsBetween(history, copied, operations)].flatMap(piecesOf));
  const isKept = (name: string) => kept.every((content) => content.includes(name.replace(/\..*/, "")));
  const names = (await files.list(SOURCES)).filter((name) => /^[0-9a-f-]+\.(json|txt)$/.test(name) && isKept(name));
  const shared = [join(HISTORIC_FOLDER, "project.json"), ...names.map((name) => join(SOURCES, name))];
  const lost = shared[operations % shared.length] ?? "";
  await files.remove(lost);
  const pieces = piecesOf(contentOf((await opened(files)).project, "shared"));
  const isComplete = pieces.length >= Math.min(...kept.map((content) => piecesOf(content).length));
  return isComplete && pieces.every((piece) => possible.has(piece)) ? null : `${lost} is not what was copied`;
}

function contentsBetween({ steps }: History, from: number, to: number): readonly string[] {
  return steps
    .filter(({ part, begun }) => part === "shared" && begun >= from && begun < to)
    .map(({ content }) => content);
}

/** The project's file, and each source. */
function piecesOf(shared: string): readonly string[] {
  const [file, sources] = JSON.parse(shared);
  return [file, ...sources].map((piece) => JSON.stringify(piece));
}

/** Work goes on after the power cut, and survives the next one. */
async function lostLater(history: History, cut: Cut, files: MemoryFiles): Promise<string | null> {
  const disk = diskOf(files.tree());
  const store = await opened(files);
  const fault = unlikeAcknowledged(history, cut, store);
  if (fault) return fault;
  const before = contents(store);
  await store.workAs(ANNA);
  if (store.access.kind === "read-only") return store.access.reason;
  if (contents(store) !== before) return "it changed when work began";
  await store.apply([putClaim(ANNA, claim("AFTER"))]);
  const after = contents(store);
  for (const operation of files.log) disk.arrive(operation);
  const again = await opened(stateOf(disk, cut.seed));
  if (contents(again) !== after) return "a command after the power cut is lost in the next one";
  await store.close();
  return contents(await opened(files)) === after ? null : "a command after the power cut is lost";
}

function opened(files: MemoryFiles): Promise<ProjectStore> {
  return openProjectStore(files, HISTORIC_FOLDER, { idleTime: 60_000, processes: testMachine()() });
}

function contents({ project }: ProjectStore): string {
  return PARTS.map((part) => contentOf(project, part)).join();
}

/** What is synced where, for example "syncData journal/<analyst>/<number>.jsonl". */
function siteOf(call: string, path: string): string {
  const place = relative(HISTORIC_FOLDER, path).replaceAll(sep, "/") || "the project";
  return `${call} ${place
    .replace(ANNA.id, "<analyst>")
    .replace(BRUNO.id, "<analyst>")
    .replace(/\.parallax-.*\.tmp$/, "<temporary>")
    .replace(/[0-9a-f-]{36}/, "<id>")
    .replace(/\d{8}(?=\.jsonl)/, "<number>")
    .replace(/\d{4}-\d\d-\d\dT.*\.json$/, "<time>.json")}`;
}

it(`loses nothing and brings nothing back in ${STATES} power cuts`, async () => {
  const history = await recordHistory();
  const faults: string[] = [];
  for await (const fault of faultsAfterPowerLoss(history, STATES)) if (fault) faults.push(fault);
  if (asked)
    console.log(`power loss: ${STATES} states of ${history.log.length} operations, ${faults.length} with a fault`);
  expect(faults).toEqual([]);
}, 3_600_000);

it.each(NEEDED)(
  "finds a fault when the store leaves out: %s",
  async (site) => {
    const history = await recordHistory((call, path) => (siteOf(call, path) === site ? "left-out" : "carried-out"));
    let found: string | null = null;
    for await (const fault of faultsAfterPowerLoss(history, 1_000)) {
      found = fault;
      if (found) break;
    }
    expect(found).not.toBeNull();
  },
  60_000,
);

it("has tried to leave out every sync of the store", async () => {
  const { log } = await recordHistory();
  const sites = log.flatMap(({ kind, path }) => (kind.startsWith("sync") ? [siteOf(kind, path)] : []));
  expect([...new Set(sites)].sort()).toEqual([...NEEDED, ...NOT_NEEDED].sort());
});
