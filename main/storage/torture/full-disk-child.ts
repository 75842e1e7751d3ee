import { rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { Failure } from "../../../annotations/api/reply.ts";
import { apply } from "../../../annotations/commands/apply.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import { nodeFiles } from "../disk/files.ts";
import { createProject, newProjectFile, readProject } from "../project/project-folder.ts";
import { openProjectStore, type ProjectStore } from "../project/project-store.ts";
import { ANNA, article, FIRST_TEXT, SECOND_TEXT } from "../testing/example-project.ts";
import { type SeededRandom, seededRandom } from "../testing/seeded-random.ts";
import type { Fault } from "./verdict.ts";
import { planChanges } from "./work-plan.ts";

/** What came of working on a disk that fills up again and again. */
export interface FullDiskResult {
  readonly runs: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly faults: readonly Fault[];
}

/** How often the disk of one project fills up. */
const ROUNDS = 8;

const SENTENCE =
  /^bridge\/(journal|annotations|sources)(\/\S+)? could not be saved: the disk is full\. Nothing was changed\. Make room on it and try again\./;

/**
 * Run as a program of its own with the folder of a small disk, and how many projects to make with which seeds: works on
 * each while the disk fills up and is emptied, and prints a `FullDiskResult`.
 */
const [disk = "", wish = "{}"] = process.argv.slice(2);
const { seed: firstSeed, projects }: { readonly seed: number; readonly projects: number } = JSON.parse(wish);
const folder = join(disk, "bridge");
const filler = join(disk, "filler");
const faults: Fault[] = [];
let seed = firstSeed;
let runs = 0;
let acknowledged = 0;
let refused = 0;

for (; seed < firstSeed + projects && faults.length === 0; seed++) await workOnFullDisk(seededRandom(seed));
const result: FullDiskResult = { runs, acknowledged, refused, faults };
process.stdout.write(JSON.stringify(result));

async function workOnFullDisk(random: SeededRandom): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const sources = [article(FIRST_TEXT), article(SECOND_TEXT, { order: 1 })];
  await createProject(nodeFiles, folder, newProjectFile("The bridge"), sources);
  let store = await opened(random);
  if (store.access.kind === "read-only") fault(`not writable: ${store.access.reason}`);
  let expected = store.project;
  for (let round = 0; round < ROUNDS; round++) {
    expected = await work(store, expected, random, 1 + random.below(12));
    await fill(random.chance(0.3) ? 0 : random.below(40_000));
    expected = await workUntilRefused(store, expected, random);
    await compare(store, expected);
    await refusesSources(store);
    if (random.chance(0.3)) {
      await store.close();
      store = await opened(random);
      await compare(store, expected);
    }
    await rm(filler);
    if (store.access.kind === "read-only") await remedied(store);
    expected = await work(store, expected, random, 1);
    await compare(store, expected);
    runs++;
  }
  await store.close();
  await compare(await opened(random, 60_000), expected);
}

async function opened(random: SeededRandom, idleTime = random.chance(0.5) ? 1 : 60_000): Promise<ProjectStore> {
  const store = await openProjectStore(nodeFiles, folder, { idleTime, backupEvery: 0, report: requireFull });
  await store.workAs(ANNA);
  return store;
}

/** Saves some changes, for which there is room, and gives the project that they lead to. */
async function work(store: ProjectStore, from: Project, random: SeededRandom, count: number): Promise<Project> {
  let project = from;
  for (let n = 0; n < count; n++) {
    const { command } = next(project, random);
    await store.apply([command]).catch((error) => fault(`refused although there is room: ${error}`));
    project = apply(project, command);
    acknowledged++;
    if (random.chance(0.3)) await pause(random.below(5));
  }
  return project;
}

/** A full disk has room for a few changes more in the blocks that it has given out already. */
async function workUntilRefused(store: ProjectStore, from: Project, random: SeededRandom): Promise<Project> {
  let project = from;
  let refusals = 0;
  for (let tries = 0; refusals < 3; tries++) {
    if (tries === 500) fault("500 changes were saved on a full disk");
    const { command } = next(project, random);
    try {
      await store.apply([command]);
      project = apply(project, command);
      acknowledged++;
    } catch (error) {
      requireFull(error);
      refusals++;
      refused++;
    }
    if (faults.length > 0) break;
    if (random.chance(0.3)) await pause(random.below(5));
  }
  return project;
}

async function refusesSources(store: ProjectStore): Promise<void> {
  const before = store.project.sources;
  await store
    .addSources([article(`${FIRST_TEXT.repeat(2_000)}`)])
    .then(() => fault("a source of 180,000 characters was saved on a full disk"), requireFull);
  if (store.project.sources !== before) fault("a source that was refused is there");
}

async function remedied(store: ProjectStore): Promise<void> {
  const { access } = store;
  if (access.kind === "read-only" && !access.reason.includes("the disk is full")) fault(access.reason);
  await store.remedy("try-again").catch((error) => fault(`there is room, and nothing goes on: ${error}`));
}

/** Leaves so many bytes of the disk. */
async function fill(left: number): Promise<void> {
  const { bavail, bsize } = await statfs(disk);
  // The store may take some of it meanwhile.
  await writeFile(filler, Buffer.alloc(Math.max(bavail * bsize - left, 0))).catch(() => undefined);
}

/** What the store shows, and what a program that opens the project now would find, is what was acknowledged. */
async function compare(store: ProjectStore, expected: Project): Promise<void> {
  const found = (await readProject(nodeFiles, folder)).project;
  if (!isDeepStrictEqual(contentOf(found), contentOf(expected))) fault("the disk does not hold what was acknowledged");
  if (!isDeepStrictEqual(contentOf(store.project), contentOf(expected))) fault("the store shows something else");
}

function contentOf(project: Project) {
  const set = annotationSet(project, ANNA.id);
  return { sources: project.sources.length, marks: set?.marks ?? [], claims: set?.claims ?? [] };
}

function next(project: Project, random: SeededRandom) {
  const [change] = planChanges(project, { analyst: ANNA, contenders: 1, place: 0 }, 1, random);
  if (change === undefined) throw new Error("one change was to be planned");
  return change;
}

function requireFull(error: unknown): void {
  if (!(error instanceof Failure) || !SENTENCE.test(error.message)) fault(`not the sentence of a full disk: ${error}`);
}

function fault(message: string): void {
  faults.push({ kind: "other", message: `seed ${seed}: ${message}` });
}
