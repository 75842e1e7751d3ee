import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Files, nodeFiles } from "../disk/files.ts";
import { seeded } from "../testing/random.ts";
import { openForBench } from "./bench-store.ts";
import { commandMix, setOfBench } from "./command-mix.ts";
import { timed } from "./stopwatch.ts";
import { addMark } from "./synthetic-project.ts";

/** How a project was opened, and how many marks it then had. */
export interface Opening {
  readonly milliseconds: number;
  readonly marks: number;
}

/** Opens a project until the analyst can work, with all recovery that this takes. */
export async function opening(folder: string): Promise<Opening> {
  const before = performance.now();
  const store = await openForBench(folder);
  const milliseconds = performance.now() - before;
  const marks = setOfBench(store.project).marks.length;
  await store.close();
  return { milliseconds, marks };
}

/** The least that opening takes: reading the files of the sets and parsing their JSON. */
export function parsing(folder: string): Promise<number> {
  return timed(() => parseAll(folder));
}

/**
 * Works in a project as if it were killed while it writes the first snapshot: `records` acknowledged commands, each a
 * record of its own, are in the journal only. The process must be ended by force after this. Gives the number of marks.
 */
export async function leaveJournal(folder: string, records: number, kind: "mix" | "marks"): Promise<number> {
  const store = await openForBench(folder, { files: withoutSnapshots(nodeFiles) });
  const random = seeded(records);
  const { sources } = store.project;
  const claims = setOfBench(store.project).claims.map(({ id }) => id);
  const commands =
    kind === "mix"
      ? commandMix(store.project, records, random)
      : Array.from({ length: records }, () => addMark(sources, claims, random));
  await Promise.all(commands.map((command) => store.apply([command])));
  return setOfBench(store.project).marks.length;
}

/** A file system on which no snapshot ever gets its name. */
function withoutSnapshots(files: Files): Files {
  const isSnapshot = (path: string) => basename(dirname(path)) === "annotations";
  return { ...files, rename: (from, to) => (isSnapshot(to) ? new Promise(() => undefined) : files.rename(from, to)) };
}

async function parseAll(folder: string): Promise<void> {
  for (const part of ["annotations", "journal"]) {
    for (const entry of await readdir(join(folder, part), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) parse(entry.name, await readFile(join(entry.parentPath, entry.name), "utf8"));
    }
  }
}

function parse(name: string, text: string): void {
  if (name.endsWith(".json")) JSON.parse(text);
  for (const line of name.endsWith(".jsonl") ? text.split("\n") : []) if (line !== "") JSON.parse(line.slice(9));
}
