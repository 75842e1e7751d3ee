import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "../../../annotations/api/reply.ts";
import { Analyst } from "../../../annotations/model/analyst.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import { nodeFiles } from "../disk/files.ts";
import { openProjectStore, type ProjectStore } from "../project/project-store.ts";
import { seededRandom } from "../testing/seeded-random.ts";
import { itemsIn } from "./operation.ts";
import type { WorkEvent, WorkTask } from "./work-event.ts";
import { type PlannedChange, planChanges } from "./work-plan.ts";

/**
 * Run as a program of its own with a `WorkTask` as JSON: works on a project without end, and says on standard output
 * what it asks for and what is acknowledged. A test kills it. Lines on standard input tell it to `rest`, to `look`
 * around and say what it sees, and to `close` the project and end.
 */
const [json = "{}"] = process.argv.slice(2);
const task: WorkTask = JSON.parse(json);
const analyst = Analyst.parse(task.analyst);
const random = seededRandom(task.seed);
/** How soon this process takes the set over from another that is at work. */
const haste = [0.005, 0.05, 0.3][random.below(3)] ?? 0;
const orders: string[] = [];
createInterface(process.stdin).on("line", (line) => orders.push(line));
let asked = 0;

say({ kind: "begun", at: clock() });
let store = await opened();
while (!orders.includes("rest")) await step();
say({ kind: "resting", at: clock() });
while (!orders.includes("close")) await rest();
await store.close();
process.exit();

async function opened(): Promise<ProjectStore> {
  const { folder, idleTime, backupEvery } = task;
  const opening = await openProjectStore(nodeFiles, folder, { idleTime, backupEvery, report: reportUnasked });
  await opening.workAs(analyst);
  sayAccess(opening);
  return opening;
}

async function step(): Promise<void> {
  if (store.access.kind === "read-only") await waitForTheSet();
  else if (random.chance(0.01)) await closeAndOpen();
  else await work();
  if (random.chance(0.15)) await pause(random.below(30));
}

/** The set is held by another process: it is free one day, or is taken over on purpose. */
async function waitForTheSet(): Promise<void> {
  try {
    if (random.chance(haste)) await store.remedy("take-over");
    else await store.lookAround();
  } catch (error) {
    // Somebody else was faster.
    if (!(error instanceof Failure)) throw error;
  }
  if (store.access.kind === "writable") sayAccess(store);
  // What the other changes is read again each time, which takes longer in a large set.
  else await pause(1 + random.below(marksOf(store.project) > 1_000 ? 100 : 5));
}

async function closeAndOpen(): Promise<void> {
  await store.close();
  store = await opened();
}

async function work(): Promise<void> {
  if (random.chance(0.1)) await store.lookAround();
  if (store.access.kind === "read-only") return sayAccess(store);
  const changes = planChanges(
    store.project,
    { ...task, analyst },
    random.chance(0.2) ? 2 + random.below(3) : 1,
    random,
  );
  const numbers = changes.map(sayAsked);
  const results = await Promise.allSettled(changes.map(save));
  const rejected = results.find((result) => result.status === "rejected");
  if (rejected === undefined) {
    say({ kind: "acknowledged", at: clock(), numbers, through: throughOf(store.project) });
  } else if (results.every(({ status }) => status === "rejected") && rejected.reason instanceof Failure) {
    say({ kind: "refused", at: clock(), numbers, message: rejected.reason.message });
    sayAccess(store);
  } else {
    reportFault(rejected.reason);
  }
}

/** As one command or as several that belong together, which comes to the same. */
function save({ command }: PlannedChange): Promise<void> {
  return store.apply(command.kind === "batch" && random.chance(0.5) ? command.commands : [command]);
}

function sayAsked({ command, tagsSeen }: PlannedChange): number {
  const number = asked++;
  say({ kind: "asked", at: clock(), number, command, tagsSeen: [...tagsSeen] });
  return number;
}

async function rest(): Promise<void> {
  await pause(1);
  if (orders[1] !== "look") return;
  orders.splice(1, 1);
  await store.lookAround();
  const sets = store.project.sets.map((set) => [set.analyst.id, itemsIn(set).map(([id]) => id)]);
  say({ kind: "view", at: clock(), sets: Object.fromEntries(sets) });
}

function marksOf(project: Project): number {
  return annotationSet(project, analyst.id)?.marks.length ?? 0;
}

function throughOf(project: Project): number {
  return annotationSet(project, analyst.id)?.journalThrough ?? 0;
}

function sayAccess({ access, project, reports }: ProjectStore): void {
  for (const { file, kind, message } of reports) {
    say({ kind: "fault", at: clock(), message: `reported as ${kind}: ${file}: ${message}` });
  }
  if (access.kind === "writable") say({ kind: "writable", at: clock(), through: throughOf(project) });
  else say({ kind: "read-only", at: clock(), reason: access.reason });
}

/** A snapshot that fails because the set has just been taken over is nothing to worry about. */
function reportUnasked(error: unknown): void {
  if (task.contenders === 1 || !(error instanceof Failure)) reportFault(error);
}

function reportFault(error: unknown): void {
  say({ kind: "fault", at: clock(), message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

/** Returns when the line is with the system, where it is safe when this process is killed. */
function say(event: WorkEvent): void {
  const bytes = Buffer.from(`${JSON.stringify(event)}\n`);
  for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written);
}

function clock(): number {
  return Number(process.hrtime.bigint() / 1_000n);
}
