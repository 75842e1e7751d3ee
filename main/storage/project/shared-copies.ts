import { dirname, join, relative } from "node:path";
import type { FileReport } from "../../../annotations/api/file-report.ts";
import { type FileContent, syncFolders, writeDurably } from "../disk/durable-file.ts";
import { unsaved } from "../disk/fault.ts";
import type { Files } from "../disk/files.ts";
import { bytesOf, namesIn, type Place } from "../disk/place.ts";
import { type QuarantineReason, quarantine, removeIfThere } from "../disk/quarantine.ts";
import type { ProjectLayout } from "./project-layout.ts";
import { readCopy, type SharedFile, sharedFiles } from "./shared-file.ts";

const LEFTOVER_AGE_MS = 24 * 3_600_000;

/**
 * Puts back the shared files that are missing or cannot be read, where there is a good copy, and keeps what was there in
 * quarantine. Says what was put back, and what another program has changed since the copy was made. Files that a newer
 * version wrote stay as they are.
 */
export async function mendShared(files: Files, layout: ProjectLayout): Promise<readonly FileReport[]> {
  const reports: FileReport[] = [];
  for (const shared of await sharedFiles(files, layout)) {
    const { place } = shared;
    const bytes = await bytesOf(files, place);
    const reason = bytes === null ? "it was missing" : shared.objection(bytes);
    const copy = await readCopy(files, shared);
    if (reason !== null) {
      if (copy.kind === "good") reports.push(await putBack(files, layout, place, copy.bytes, reason));
    } else if (bytes !== null && (copy.kind === "bad" || copy.kind === "unreadable")) {
      const kept = await renewCopy(files, layout, shared, bytes, "damaged");
      reports.push(report(shared.copy, badCopyMessage(place, copy.reason, kept)));
    } else if (bytes !== null && copy.kind === "good") {
      const differences = shared.differences(copy.bytes, bytes);
      if (differences.length === 0) continue;
      const kept = await renewCopy(files, layout, shared, bytes, "edited");
      reports.push(report(place, changedMessage(differences, kept)));
    }
  }
  return reports;
}

/** Puts back those that are missing or cannot be read, where there is a good copy, while the project is open. Says which. */
export async function putBackShared(files: Files, layout: ProjectLayout): Promise<readonly FileReport[]> {
  const reports: FileReport[] = [];
  for (const shared of await sharedFiles(files, layout)) {
    const file = await readCopy(files, { ...shared, copy: shared.place });
    if (file.kind === "good" || file.kind === "unreadable") continue;
    const copy = await readCopy(files, shared);
    const reason = file.kind === "bad" ? file.reason : "it was missing";
    if (copy.kind === "good") reports.push(await putBack(files, layout, shared.place, copy.bytes, reason));
  }
  return reports;
}

async function putBack(
  files: Files,
  layout: ProjectLayout,
  place: Place,
  copy: Uint8Array,
  reason: string,
): Promise<FileReport> {
  try {
    const kept = await quarantine(files, layout, place, "damaged");
    await files.ensureFolder(dirname(place.path));
    await writeDurably(files, { path: place.path, bytes: copy });
    return report(place, restoredMessage(reason, kept));
  } catch (error) {
    throw unsaved(place.label, error);
  }
}

/** Returns where the former copy is kept; null when the disk does not take it, and then it stays as it is. */
async function renewCopy(
  files: Files,
  layout: ProjectLayout,
  { copy }: SharedFile,
  bytes: Uint8Array,
  reason: QuarantineReason,
): Promise<Place | null> {
  try {
    const kept = await quarantine(files, layout, copy, reason);
    await writeDurably(files, { path: copy.path, bytes });
    return kept;
  } catch {
    return null;
  }
}

/** Removes what programs that were killed have left of their writing; what is younger may still be under way. */
export async function clearLeftovers(files: Files, layout: ProjectLayout): Promise<void> {
  for (const folder of [layout.root, layout.sources, layout.backups, layout.sharedCopy("sources")]) {
    for (const name of await namesIn(files, folder)) {
      if (!name.startsWith(".parallax-") || !name.endsWith(".tmp")) continue;
      const path = join(folder.path, name);
      const modified = (await files.facts(path))?.modified ?? Date.now();
      if (Date.now() - modified > LEFTOVER_AGE_MS) await removeIfThere(files, path);
    }
  }
}

/** Keeps a copy of each shared file that can be read and is not what its copy is. */
export async function keepSharedCopies(files: Files, layout: ProjectLayout): Promise<void> {
  const written: FileContent[] = [];
  for (const { place, copy, objection } of await sharedFiles(files, layout)) {
    const [facts, copied] = [await files.facts(place.path), await files.facts(copy.path)];
    if (!facts || (copied && copied.modified >= facts.modified && copied.size === facts.size)) continue;
    const bytes = await bytesOf(files, place);
    if (bytes !== null && objection(bytes) === null) written.push({ path: copy.path, bytes });
  }
  for (const content of written) {
    await files.ensureFolder(dirname(content.path));
    await writeDurably(files, content);
  }
  const folders = new Set(written.map(({ path }) => dirname(path)));
  for (const folder of folders)
    await syncFolders(files, folder, relative(layout.folder, folder).split(/[\\/]/).length + 1);
}

function report({ label }: Place, message: string): FileReport {
  return { file: label, kind: "restored", message };
}

function restoredMessage(reason: string, kept: Place | null): string {
  const where = kept ? ` What was there is kept as ${kept.label}.` : "";
  return `It could not be used (${reason}), and was put back from the copy that Parallax keeps. Nothing is missing.${where}`;
}

function badCopyMessage({ label }: Place, reason: string, kept: Place | null): string {
  const where = kept ? ` A new copy was made; the damaged one is kept as ${kept.label}.` : "";
  return `It is the copy that Parallax keeps of ${label}, and cannot be used (${reason}). Nothing is missing.${where}`;
}

function changedMessage(differences: readonly string[], kept: Place | null): string {
  const where = kept
    ? ` The version before is kept as ${kept.label}: if nobody made this change, correct it in Parallax by what is said there.`
    : "";
  return `It is not what Parallax wrote there last: ${differences.join("; ")}. It is used as it is now.${where}`;
}
