import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { WritableFormat } from "../annotations/exchange/format.ts";
import type { Project } from "../annotations/model/project.ts";

/** Folders on the disk into which a format has written projects. */
export interface WrittenFolders {
  /** One for each project, in their order. */
  readonly folders: readonly string[];
  /** Removes them. */
  remove(): void;
}

/** Writes each project into a folder of its own for programs that know nothing of this one. */
export function writtenFolders(format: WritableFormat, projects: readonly Project[]): WrittenFolders {
  const root = mkdtempSync(join(tmpdir(), "parallax-interchange-"));
  const folders = projects.map((project, i) => {
    const folder = join(root, String(i));
    for (const { path, content } of format.write({ project, sets: project.sets }, new Set()).files) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, [...content].join(""));
    }
    return folder;
  });
  return { folders, remove: () => rmSync(root, { recursive: true }) };
}
