import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { Failure } from "../../annotations/api/reply.ts";
import type { ProjectId } from "../../annotations/model/id.ts";
import { type FileContent, writeAllDurably } from "../storage/disk/durable-file.ts";
import { unsaved } from "../storage/disk/fault.ts";
import type { Files } from "../storage/disk/files.ts";
import { readProjectFile } from "../storage/project/project-folder.ts";
import { projectLayout } from "../storage/project/project-layout.ts";

/** The person's own copy of the sample project, made in `home` when there is none yet; it keeps the person's changes. */
export async function sampleFolder(files: Files, sample: string, home: string): Promise<string> {
  const id = await projectId(files, sample);
  for (let n = 1; ; n++) {
    const folder = join(home, n === 1 ? "Sample" : `Sample (${n})`);
    if ((await files.facts(folder)) === null) return await copyProject(files, sample, folder);
    if ((await files.facts(join(folder, "project.json"))) === null) continue;
    // A copy that was damaged is opened too, so that the person is told.
    const found = await projectId(files, folder).catch(() => id);
    if (found === id) return folder;
  }
}

/** The id by which a copy of the sample is known; null when the sample is not there. */
export async function sampleId(files: Files, sample: string): Promise<ProjectId | null> {
  try {
    return await projectId(files, sample);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

async function projectId(files: Files, folder: string): Promise<ProjectId> {
  return (await readProjectFile(files, projectLayout(folder))).db.data.id;
}

/** Copies beside the target and renames, so that a copy is whole or not there. */
async function copyProject(files: Files, from: string, to: string): Promise<string> {
  const unfinished = join(dirname(to), `.parallax-${randomUUID()}`);
  try {
    await files.ensureFolder(dirname(to));
    await copyFolder(files, from, unfinished);
    await files.rename(unfinished, to);
    await files.syncFolder(dirname(to));
    return to;
  } catch (error) {
    await files.removeFolder(unfinished).catch(() => undefined);
    throw unsaved(to, error);
  }
}

async function copyFolder(files: Files, from: string, to: string): Promise<void> {
  await files.createFolder(to);
  const contents: FileContent[] = [];
  for (const name of await files.list(from)) {
    const facts = await files.facts(join(from, name));
    if (facts?.kind === "folder") await copyFolder(files, join(from, name), join(to, name));
    if (facts?.kind === "file") contents.push({ path: join(to, name), bytes: await files.read(join(from, name)) });
  }
  await writeAllDurably(files, contents);
}
