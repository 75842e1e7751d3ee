import { basename, join, sep } from "node:path";
import { Failure } from "../../../annotations/api/reply.ts";
import { shownName } from "../../host/file-name.ts";
import type { ProjectLayout } from "../project/project-layout.ts";
import { isMissing, unreadable } from "./fault.ts";
import type { Files } from "./files.ts";
import { namesIn, type Place } from "./place.ts";

/**
 * Throws a `Failure` when a folder or a file that a project is read from or written to is a link that leads out of the
 * project, so that a project from somebody else shows and changes nothing but itself.
 */
export async function requireOwnFolders(files: Files, layout: ProjectLayout): Promise<void> {
  const root = await realPath(files, { path: layout.folder, label: basename(layout.folder) });
  if (root === null) return;
  const inside = root.endsWith(sep) ? root : root + sep;
  await requireInside(files, layout.project, inside);
  for (const place of [layout.sources, layout.annotations, layout.journals, layout.backups, layout.quarantine]) {
    await requireInside(files, place, inside);
    for (const { path, label } of await placesIn(files, place)) await requireInside(files, { path, label }, inside);
  }
  for (const place of [layout.sharedCopy("sources"), layout.allSetBackups, layout.quarantined("annotations")]) {
    await requireInside(files, place, inside);
  }
  for (const place of await placesIn(files, layout.allSetBackups)) await requireInside(files, place, inside);
}

async function placesIn(files: Files, folder: Place): Promise<readonly Place[]> {
  const { path, label } = folder;
  return (await namesIn(files, folder)).map((name) => ({
    path: join(path, name),
    label: `${label}/${shownName(name)}`,
  }));
}

async function requireInside(files: Files, place: Place, inside: string): Promise<void> {
  const real = await realPath(files, place);
  if (real === null || real.startsWith(inside)) return;
  throw new Failure(
    "refused",
    `${place.label} is a link that leads out of the project. Nothing was changed; put what it leads to in its place and open the project again.`,
  );
}

/** Null when nothing is there. */
async function realPath(files: Files, { path, label }: Place): Promise<string | null> {
  try {
    return await files.realPath(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw unreadable(label, error);
  }
}
