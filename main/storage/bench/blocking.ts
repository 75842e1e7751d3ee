import { stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { projectLayout } from "../project/project-layout.ts";
import { seeded } from "../testing/random.ts";
import { withStore } from "./bench-store.ts";
import { commandMix } from "./command-mix.ts";
import { ANALYST } from "./synthetic-project.ts";

const IDLE_TIME_MS = 20;
const SNAPSHOT_LIMIT_MS = 60_000;

/** The longest times, in milliseconds, for which the event loop ran nothing else. */
export interface Blocking {
  /** One for each snapshot: from the acknowledgement before it until all is done that comes after it. */
  readonly snapshots: readonly number[];
  /** As many stretches of half a second in which nothing was written: what this machine does by itself. */
  readonly quiet: readonly number[];
}

/** Brings about `count` snapshots, each by one command and idleness. */
export async function blocking(folder: string, count: number): Promise<Blocking> {
  const snapshot = projectLayout(folder).set(ANALYST.id).path;
  return withStore(
    folder,
    async ({ project, apply }) => {
      const snapshots: number[] = [];
      const quiet: number[] = [];
      for (const command of commandMix(project, count, seeded(11))) {
        const before = await identity(snapshot);
        await apply([command]);
        snapshots.push(await longestBlock(() => replaced(snapshot, before)));
        quiet.push(await longestBlock(() => pause(500)));
      }
      return { snapshots, quiet };
    },
    { idleTime: IDLE_TIME_MS },
  );
}

/** By how much a tick that is due each millisecond came too late at most. */
async function longestBlock(during: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  };
  const timer = setInterval(tick, 1);
  try {
    await during();
    tick();
  } finally {
    clearInterval(timer);
  }
  return longest;
}

/** Waits until another file stands at `path`, and for what the store does after that. */
async function replaced(path: string, former: string): Promise<void> {
  const began = performance.now();
  while ((await identity(path)) === former) {
    if (performance.now() - began > SNAPSHOT_LIMIT_MS) throw new Error("no snapshot was written");
    await pause(5);
  }
  await pause(100);
}

async function identity(path: string): Promise<string> {
  const { ino, mtimeMs, size } = await stat(path);
  return `${ino} ${mtimeMs} ${size}`;
}
