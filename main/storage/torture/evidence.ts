import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const RESULTS = join(import.meta.dirname, "..", "..", "..", "test-results", "torture");

/** Keeps a project in which a fault was found, and what the processes said; gives the folder where it is kept. */
export async function keepEvidence(name: string, folder: string, said: readonly string[]): Promise<string> {
  const kept = join(RESULTS, name);
  await rm(kept, { recursive: true, force: true });
  await mkdir(kept, { recursive: true });
  await cp(folder, join(kept, "project"), { recursive: true, preserveTimestamps: true });
  await writeFile(join(kept, "said.txt"), `${said.join("\n")}\n`);
  return kept;
}
