import { join, sep } from "node:path";
import { Failure } from "../../annotations/api/reply.ts";
import { shownName } from "../host/file-name.ts";
import { isMissing, unreadable } from "./fault.ts";
import type { Files } from "./files.ts";
import { namesIn, type Place } from "./place.ts";
import type { ProjectLayout } from "./project-layout.ts";

/**
 * Throws a `Failure` when one of the folders that a project is written to is a link that leads out of the project, so
 * that a project from somebody else changes nothing but itself.
 */
export async function requireOwnFolders(files: Files, layout: ProjectLayout): Promise<void> {
  const root = await files.realPath(layout.folder);
  const inside = root.endsWith(sep) ? root : root + sep;
  for (const place of [layout.sources, layout.annotations, layout.journals]) await requireInside(files, place, inside);
  for (const name of await namesIn(files, layout.journals)) {
    const { path, label } = layout.journals;
    await requireInside(files, { path: join(path, name), label: `${label}/${shownName(name)}` }, inside);
  }
}

async function requireInside(files: Files, place: Place, inside: string): Promise<void> {
  const real = await realPath(files, place);
  if (real === null || real.startsWith(inside)) return;
  throw new Failure(
    "refused",
    `${place.label} is a link that leads out of the project. Nothing was changed; put a folder in its place and open the project again.`,
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
