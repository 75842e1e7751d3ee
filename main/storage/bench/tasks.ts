import { blocking } from "./blocking.ts";
import { latencyOfApply, latencyOfLowdb, latencyOfStore, latencyOfSyncedLowdb } from "./latency.ts";
import { makeProject } from "./make-project.ts";
import { leaveJournal, opening, parsing } from "./opening.ts";
import { rapid } from "./rapid.ts";

/** What is done in a process of its own. Each takes a project's folder first, and values that JSON can carry. */
const TASKS = {
  makeProject,
  latencyOfStore,
  latencyOfApply,
  latencyOfLowdb,
  latencyOfSyncedLowdb,
  blocking,
  leaveJournal,
  opening,
  parsing,
  rapid,
};

export type Tasks = typeof TASKS;

/**
 * Does what `inFreshProcess` asked for, prints the result as JSON and ends the process by force: what is then still
 * open stays on the disk as after a kill.
 */
export async function runTask(name: string, args: string): Promise<void> {
  const task = Object.entries(TASKS).find(([known]) => known === name)?.[1];
  if (!task) throw new Error(`there is no task ${name}`);
  const result: unknown = await Reflect.apply(task, null, JSON.parse(args));
  process.stdout.write(JSON.stringify(result), () => process.kill(process.pid, "SIGKILL"));
}
