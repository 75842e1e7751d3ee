import { dirname } from "node:path";
import { Failure } from "../../../annotations/api/reply.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { syncFolders, writeDurably } from "../disk/durable-file.ts";
import { unsaved } from "../disk/fault.ts";
import type { Files } from "../disk/files.ts";
import { sealedJson } from "../disk/seal.ts";
import type { Processes } from "../journal/holder.ts";
import type { ProjectLayout } from "../project/project-layout.ts";
import { isFree } from "./set-hold.ts";
import { readSet, type SetProject } from "./set-reading.ts";

/** Throws a `Failure` when files tell of a set of this analyst, or somebody works as this analyst without one yet. */
export async function requireNoSet(
  files: Files,
  layout: ProjectLayout,
  project: SetProject,
  { id, name }: Analyst,
  processes: Processes,
): Promise<void> {
  if ((await readSet(files, layout, project, id)) !== null) {
    throw new Failure("refused", `${name} has marks in this project by now. Do that again.`);
  }
  if (!(await isFree(files, layout.journal(id), processes))) {
    throw new Failure("refused", `${name} has this project open in Parallax. Close it there, then do that again.`);
  }
}

/** Writes a set that has no file yet; its journal begins anew. */
export async function writeNewSet(files: Files, layout: ProjectLayout, set: AnnotationSet): Promise<void> {
  const { path, label } = layout.set(set.analyst.id);
  try {
    await files.ensureFolder(dirname(path));
    await writeDurably(files, { path, bytes: Buffer.concat([...sealedJson({ ...set, journalThrough: 0 })]) });
    await syncFolders(files, dirname(path), 2);
  } catch (error) {
    throw unsaved(label, error);
  }
}
