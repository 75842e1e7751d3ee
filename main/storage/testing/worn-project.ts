import { dirname, join } from "node:path";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { SourceId } from "../../../annotations/model/id.ts";
import { createProject, newProjectFile } from "../project/project-folder.ts";
import { openProjectStore, type ProjectStore } from "../project/project-store.ts";
import type { NewSource } from "../project/source-files.ts";
import { ANNA, addMark, article, BRUNO, claim, FIRST_TEXT, MOMENT, putClaim, SECOND_TEXT } from "./example-project.ts";
import type { TreeFolder } from "./file-tree.ts";
import { contentOf, HISTORIC_FOLDER, type Part } from "./history.ts";
import { type MemoryFiles, memoryFiles } from "./memory-files.ts";
import { testMachine } from "./test-machine.ts";

/** A project that has seen days of work, and what it contains. */
export interface WornProject {
  readonly tree: TreeFolder;
  readonly contents: ReadonlyMap<Part, string>;
}

/** A file that lies in quarantine. */
export const OLD_QUARANTINE = `${ANNA.id}.2026-11-20T08-00-00.000Z.damaged.json`;

const POST = SourceId.parse("0c3c0000-0000-4000-8000-000000000003");
const ECHO = SourceId.parse("0d4d0000-0000-4000-8000-000000000004");

export const PARTS: readonly Part[] = ["shared", "anna", "bruno"];

/**
 * Two analysts' sets with backups and journal segments, copies of the shared files, and a file in quarantine. `end` says
 * how the last of the programs ended: a killed one leaves a journal that goes on after the snapshot.
 */
export async function wornProject(end: "closed" | "killed"): Promise<WornProject> {
  const sources = [
    article(FIRST_TEXT, { id: POST, outlet: "The Post" }),
    article(SECOND_TEXT, { id: ECHO, outlet: "The Echo", order: 1 }),
  ];
  return worn(end, "The bridge", sources);
}

/** A project of the same two analysts that has nothing to do with the other. */
export async function otherWornProject(): Promise<WornProject> {
  const sources = [article(`Elsewhere\n\n${FIRST_TEXT}`), article(`Elsewhere\n\n${SECOND_TEXT}`, { order: 1 })];
  return worn("closed", "Another bridge", sources);
}

async function worn(end: "closed" | "killed", title: string, sources: readonly NewSource[]): Promise<WornProject> {
  const files = memoryFiles();
  await files.ensureFolder(dirname(HISTORIC_FOLDER));
  await createProject(files, HISTORIC_FOLDER, newProjectFile(title), sources);
  for (const [day, analyst] of [ANNA, BRUNO, ANNA, BRUNO, ANNA, ANNA].entries()) {
    await (await dayOfWork(files, analyst, `${title} ${day}`)).close();
  }
  await quarantined(files);
  const last = await dayOfWork(files, ANNA, `${title} last`);
  const contents = new Map(PARTS.map((part) => [part, contentOf(last.project, part)]));
  if (end === "closed") await last.close();
  return { tree: files.tree(), contents };
}

async function dayOfWork(files: MemoryFiles, analyst: Analyst, label: string): Promise<ProjectStore> {
  const options = { idleTime: 60_000, backupEvery: 0, processes: testMachine()() };
  const store = await openProjectStore(files, HISTORIC_FOLDER, options);
  await store.workAs(analyst);
  const [first, second] = store.project.sources;
  if (!first || !second) throw new Error("the sources are gone");
  const made = claim("C1", `The statement of ${label}.`);
  await store.apply([putClaim(analyst, made)]);
  await store.apply([addMark(analyst, first, "bridge", made.id, "supports"), addMark(analyst, second, "people")]);
  await store.apply([
    {
      kind: "set-cell",
      analyst: analyst.id,
      at: MOMENT,
      claimId: made.id,
      sourceId: second.id,
      state: "not-mentioned",
    },
  ]);
  return store;
}

async function quarantined(files: MemoryFiles): Promise<void> {
  const folder = join(HISTORIC_FOLDER, "quarantine", "annotations");
  await files.ensureFolder(folder);
  const file = await files.create(join(folder, OLD_QUARANTINE), 0o600);
  await file.write(Buffer.from("{ what was left of it"), 0);
}
