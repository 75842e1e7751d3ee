import { join } from "node:path";
import { Failure } from "../../annotations/api/reply.ts";
import type { Command } from "../../annotations/commands/command.ts";
import { applyAll } from "../../annotations/commands/step.ts";
import { unsaved } from "../storage/disk/fault.ts";
import type { Files } from "../storage/disk/files.ts";
import { writeProjectCopy } from "../storage/project/project-copy.ts";
import { projectLayout } from "../storage/project/project-layout.ts";
import type { ProjectStore } from "../storage/project/project-store.ts";
import { isInside } from "./export-file.ts";
import { shownName } from "./file-name.ts";
import { freeFolder } from "./new-project.ts";

/**
 * Writes a copy of the open project, with commands that could not be saved in it, to a new folder in `parent`. Returns the
 * copy's folder; throws a `Failure` when it cannot be written there either.
 */
export async function copyElsewhere(
  files: Files,
  store: ProjectStore,
  commands: readonly Command[],
  parent: string,
): Promise<string> {
  try {
    await files.ensureFolder(parent);
    const target = join(await files.realPath(parent), "copy");
    if (isInside(target, await files.realPath(store.folder))) {
      throw new Failure("refused", `${shownName(parent)} lies in the project itself. Choose a place outside of it.`);
    }
    const folder = await freeFolder(files, parent, `${store.project.file.title} (copy)`);
    await writeProjectCopy(files, projectLayout(store.folder), applyAll(store.project, commands), folder);
    return folder;
  } catch (error) {
    throw unsaved(shownName(parent), error);
  }
}
