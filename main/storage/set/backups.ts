import { join } from "node:path";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { syncFolders } from "../disk/durable-file.ts";
import type { Files } from "../disk/files.ts";
import { namesIn, type Place } from "../disk/place.ts";
import { keepAs, removeIfThere } from "../disk/quarantine.ts";
import { thinned } from "./thinning.ts";

/** What a set contains, in numbers. */
export interface SetContents {
  readonly marks: number;
  readonly claims: number;
  readonly cells: number;
}

/** A former version of a set, as its name tells of it. */
export interface Backup extends Place {
  readonly name: string;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  /** The number of the last journal record that it contains. */
  readonly through: number;
  readonly contents: SetContents;
}

/** The time with dashes for its colons, which some file systems do not take, the last record, and what there is to find. */
const NAME =
  /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.(\d+)-changes\.(\d+)-marks\.(\d+)-claims\.(\d+)-cells\.json$/;

/** The backups of one set, the latest first. */
export async function listBackups(files: Files, folder: Place): Promise<readonly Backup[]> {
  const backups = (await namesIn(files, folder)).flatMap((name) => {
    const backup = backupNamed(name);
    return backup ? [{ name, path: join(folder.path, name), label: `${folder.label}/${name}`, ...backup }] : [];
  });
  return backups.sort((a, b) => b.at - a.at || b.through - a.through);
}

/** Keeps a snapshot that is about to be replaced, and lets go of backups that have become too many. All is on the disk when it returns. */
export async function keepBackup(files: Files, folder: Place, snapshot: Place, set: AnnotationSet): Promise<void> {
  const facts = await files.facts(snapshot.path);
  if (facts === null) return;
  await keepAs(files, snapshot.path, join(folder.path, backupName(facts.modified, set)));
  await syncFolders(files, folder.path, 4);
  await thin(files, folder);
}

export function contentsOf({ marks, claims, cells }: AnnotationSet): SetContents {
  return { marks: marks.length, claims: claims.length, cells: cells.length };
}

function backupName(at: number, set: AnnotationSet): string {
  const time = new Date(at).toISOString().replaceAll(":", "-");
  const { marks, claims, cells } = contentsOf(set);
  return `${time}.${set.journalThrough}-changes.${marks}-marks.${claims}-claims.${cells}-cells.json`;
}

function backupNamed(name: string): Pick<Backup, "at" | "through" | "contents"> | null {
  const [, hour, minute, second, ...numbers] = NAME.exec(name) ?? [];
  const at = Date.parse(`${hour}:${minute}:${second}`);
  const [through = 0, marks = 0, claims = 0, cells = 0] = numbers.map(Number);
  return Number.isNaN(at) ? null : { at, through, contents: { marks, claims, cells } };
}

async function thin(files: Files, folder: Place): Promise<void> {
  const backups = await listBackups(files, folder);
  const kept = thinned(backups.map(({ at }) => at));
  const superfluous = backups.filter(({ at }) => !kept.has(at));
  for (const { path } of superfluous) await removeIfThere(files, path);
  if (superfluous.length > 0) await files.syncFolder(folder.path);
}
