import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { type Adapter, Low } from "lowdb";
import { JSONFile } from "lowdb/node";
import { apply } from "../../../annotations/commands/apply.ts";
import type { SimpleCommand } from "../../../annotations/commands/command.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { seeded } from "../testing/random.ts";
import { withStore } from "./bench-store.ts";
import { commandMix, setOfBench } from "./command-mix.ts";
import { timedEach } from "./stopwatch.ts";

/** So many commands come first and are not counted: the first ones make files, and Node has not yet compiled the rest. */
const WARM_UP = 50;

const SEED = 7;

/** The times of Parallax's store, and of the least that any store must do for the same commands. */
export interface LatencyOfStore {
  readonly store: readonly number[];
  readonly floor: readonly number[];
}

/**
 * From the call of `apply` to its return, one command after the other, with all snapshots that fall due meanwhile. The
 * floor is taken half before and half after: the command's JSON as one line, written to a plain file, and `fdatasync`.
 */
export async function latencyOfStore(folder: string, count: number): Promise<LatencyOfStore> {
  const { project } = await withStore(folder, async (store) => store);
  const commands = commandMix(project, WARM_UP + count, seeded(SEED));
  const half = Math.ceil(commands.length / 2);
  const before = await floor(join(folder, "..", "floor-1.jsonl"), commands.slice(0, half));
  const store = await withStore(folder, ({ apply }) => timedEach(commands, (command) => apply([command])));
  const after = await floor(join(folder, "..", "floor-2.jsonl"), commands.slice(half));
  return { store: store.slice(WARM_UP), floor: [...before.slice(WARM_UP), ...after] };
}

async function floor(path: string, commands: readonly SimpleCommand[]): Promise<readonly number[]> {
  const file = await open(path, "w");
  try {
    return await timedEach(commands, async (command) => {
      await file.write(`00000000 ${JSON.stringify({ seq: 100_000, command })}\n`);
      await file.datasync();
    });
  } finally {
    await file.close();
  }
}

/** The part of it that touches no disk: working out the project after each of the same commands. */
export async function latencyOfApply(folder: string, count: number): Promise<readonly number[]> {
  let { project } = await withStore(folder, async (store) => store);
  const times = await timedEach(commandMix(project, WARM_UP + count, seeded(SEED)), async (command) => {
    project = apply(project, command);
  });
  return times.slice(WARM_UP);
}

/** The same commands with lowdb as it comes, the whole set written at each change. */
export function latencyOfLowdb(folder: string, count: number): Promise<readonly number[]> {
  return latencyOf((path) => new JSONFile(path), folder, count);
}

/** The same with an adapter that writes a temporary file, has it on the disk, and renames it. */
export function latencyOfSyncedLowdb(folder: string, count: number): Promise<readonly number[]> {
  return latencyOf(syncedFile, folder, count);
}

async function latencyOf(adapter: (path: string) => Adapter<AnnotationSet>, folder: string, count: number) {
  let { project } = await withStore(folder, async (store) => store);
  const commands = commandMix(project, count + 1, seeded(SEED));
  const db = new Low(adapter(join(folder, "..", "lowdb.json")), setOfBench(project));
  const times = await timedEach(commands, async (command) => {
    project = apply(project, command);
    db.data = setOfBench(project);
    await db.write();
  });
  return times.slice(1);
}

function syncedFile(path: string): Adapter<AnnotationSet> {
  return {
    read: async () => null,
    write: async (data) => {
      const temporary = `${path}.tmp`;
      const file = await open(temporary, "w");
      try {
        await file.writeFile(JSON.stringify(data, null, 2));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    },
  };
}
