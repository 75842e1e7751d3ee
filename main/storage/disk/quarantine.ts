import { dirname, extname, relative } from "node:path";
import type { ProjectLayout } from "../project/project-layout.ts";
import { syncFolders, writeDurably } from "./durable-file.ts";
import { isMissing, isTaken, lacksLinks } from "./fault.ts";
import type { Files } from "./files.ts";
import type { Place } from "./place.ts";

/** Why a file is kept aside: it cannot be read, another program wrote it, or a decision about it has been made. */
export type QuarantineReason = "damaged" | "edited" | "decided";

/**
 * Keeps a file as it is in `quarantine/`, under its own place in the project and the time of its last change; the file
 * itself stays where it is, to be replaced by the caller. Returns where it is kept, or null when there is no such file.
 */
export async function quarantine(
  files: Files,
  layout: ProjectLayout,
  place: Place,
  reason: QuarantineReason,
): Promise<Place | null> {
  const facts = await files.facts(place.path);
  if (facts === null) return null;
  const own = relative(layout.folder, place.path);
  const extension = extname(own);
  const time = new Date(facts.modified).toISOString().replaceAll(":", "-");
  const stem = `${own.slice(0, own.length - extension.length)}.${time}`;
  for (let n = 1; ; n++) {
    const kept = layout.quarantined(`${stem}${n === 1 ? "" : `.${n}`}.${reason}${extension}`);
    const there = await files.facts(kept.path);
    if (there?.identity === facts.identity) return kept;
    if (there !== null || !(await keepAs(files, place.path, kept.path))) continue;
    await syncFolders(files, dirname(kept.path), kept.path.slice(layout.folder.length).split(/[\\/]/).length - 1);
    return kept;
  }
}

/** Gives a file a further name that must not be taken, as a copy where the file system has no links. False when it is taken. */
export async function keepAs(files: Files, path: string, kept: string): Promise<boolean> {
  await files.ensureFolder(dirname(kept));
  try {
    await files.link(path, kept);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    if (!lacksLinks(error)) throw error;
    await writeDurably(files, { path: kept, bytes: await files.read(path) });
    return true;
  }
}

/** Removes a file that may be gone already. */
export async function removeIfThere(files: Files, path: string): Promise<void> {
  await files.remove(path).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}
