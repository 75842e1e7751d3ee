import { dirname } from "node:path";
import { Low } from "lowdb";
import { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { syncFolders } from "../disk/durable-file.ts";
import { unsaved } from "../disk/fault.ts";
import type { Files } from "../disk/files.ts";
import { jsonContent } from "../disk/json-content.ts";
import { requireOwnFolders } from "../disk/own-folders.ts";
import { bytesOf, type Place } from "../disk/place.ts";
import { quarantine } from "../disk/quarantine.ts";
import { serial } from "../disk/serial.ts";
import type { ProjectLayout } from "../project/project-layout.ts";
import { contentsOf, keepBackup, listBackups } from "./backups.ts";
import { signatureOf } from "./set-file.ts";
import type { StoredSet } from "./set-reading.ts";
import { snapshotFile } from "./snapshot-file.ts";

/** The file of a set that is held. Whatever a new snapshot takes the place of is kept: as a backup, or in quarantine. */
export interface Snapshot {
  /** The last record that it contains; 0 as long as there is no file. */
  readonly through: number;
  readonly isThere: boolean;
  /** Whether it must be written although it lacks no record: the file is not what it should be. */
  readonly isWrong: boolean;
  /** Returns once it is on the disk; true when the former one was kept as a backup. */
  write(set: AnnotationSet): Promise<boolean>;
  /** The version that is there now becomes a backup once it is replaced, however young the latest backup is. */
  keepThisVersion(): void;
  /** Looks whether another program has written the file. */
  lookAround(): Promise<void>;
  /** The file is to be written again in any case. */
  distrust(): void;
}

export interface SnapshotOptions {
  /** How much older than a snapshot the latest backup must be for the snapshot to become one, in milliseconds. */
  readonly backupEvery: number;
  /** Is told what another program put in the place of the set, once that is kept in quarantine, and whether it is a version of the set. */
  readonly foundForeign: (kept: Place, isVersion: boolean) => void;
  /** Throws when the set is not held any more. */
  readonly requireHeld: () => Promise<void>;
  /** Says in the journal of which seals the file has one from now on. */
  readonly expectSnapshots: (seals: readonly string[]) => Promise<void>;
  /** The file has this seal now. */
  readonly snapshotWritten: (seal: string) => void;
}

/** The seals of which the set's file has one, as far as Parallax wrote it; none when that is not known. */
export function sealsOf({ file, journal }: StoredSet): readonly string[] {
  return file.kind === "good" && file.seal !== null ? [file.seal] : (journal.snapshots ?? []);
}

/** The snapshot of a set as `stored` was read once it was held. */
export async function openSnapshot(
  files: Files,
  layout: ProjectLayout,
  stored: StoredSet,
  { backupEvery, foundForeign, requireHeld, expectSnapshots, snapshotWritten }: SnapshotOptions,
): Promise<Snapshot> {
  const { set, file, base, journal, faults } = stored;
  const { id } = set.analyst;
  const place = layout.set(id);
  const backups = layout.setBackups(id);
  const isReliable = file.kind === "good" || file.kind === "missing" || base.kind === "edited-snapshot";
  const known = isReliable ? signatureOf(await files.facts(place.path)) : null;
  const adapter = snapshotFile(files, place, known, {
    next: expectSeal,
    former: keepFormer,
    foreign: keepForeign,
  });
  const oneByOne = serial();
  /** What the file contains. */
  let written = file.kind === "good" || file.kind === "edited" ? file.set : set;
  const db = new Low<AnnotationSet>(adapter, written);
  let flawed = journal.flaws.map(({ segment }) => segment);
  let isThere = file.kind !== "missing";
  const isNew = !isThere && journal.lastSeq === 0;
  let isWrong = (base.kind !== "snapshot" && !isNew) || flawed.length > 0 || faults.length > 0;
  /** What a former version of the format holds is kept, however young the latest backup is. */
  let isWanted = file.kind === "good" && file.older;
  let keptBackup = false;
  /** What the file's seal may be; several after a write that failed half-way. */
  let seals = sealsOf(stored);

  async function expectSeal(seal: string): Promise<void> {
    seals = [...seals, seal];
    // A new file takes nobody else's place.
    if (isThere) await expectSnapshots(seals);
  }

  /** Here all of the new snapshot is written: who takes the set over from now on removes it, or reads it. */
  async function keepFormer(): Promise<void> {
    await requireHeld();
    if (!isThere || isEmpty(written)) return;
    const facts = await files.facts(place.path);
    // One from the future, as a clock that was wrong leaves it, says nothing of how long ago the last one was.
    const latest = (await listBackups(files, backups)).find(({ at }) => facts && at <= facts.modified);
    if (!facts || Math.trunc(facts.modified) === latest?.at) return;
    if (latest && !isWanted && facts.modified - latest.at < backupEvery) return;
    await keepBackup(files, backups, place, written);
    isWanted = false;
    keptBackup = true;
  }

  async function keepForeign(): Promise<void> {
    await requireHeld();
    const bytes = await bytesOf(files, place);
    const content = bytes && jsonContent(bytes, "annotation-set", AnnotationSet);
    const other = content && content.kind !== "damaged" ? content.value : null;
    const isVersion = other?.analyst.id === id && other.projectId === set.projectId;
    const kept = await quarantine(files, layout, place, isVersion ? "edited" : "damaged");
    if (kept) foundForeign(kept, isVersion);
  }

  async function write(next: AnnotationSet): Promise<boolean> {
    keptBackup = false;
    try {
      await requireOwnFolders(files, layout);
      for (const segment of flawed) await quarantine(files, layout, segment, "damaged");
      flawed = [];
      await files.ensureFolder(dirname(place.path));
      db.data = next;
      await db.write();
      if (!isThere) await syncFolders(files, dirname(place.path), 2);
    } catch (error) {
      throw unsaved(place.label, error);
    }
    written = next;
    seals = seals.slice(-1);
    for (const seal of seals) snapshotWritten(seal);
    isThere = true;
    isWrong = false;
    return keptBackup;
  }

  return {
    get through() {
      return isThere ? written.journalThrough : 0;
    },
    get isThere() {
      return isThere;
    },
    get isWrong() {
      return isWrong;
    },
    write: (next) => oneByOne(() => write(next)),
    keepThisVersion: () => {
      isWanted = true;
    },
    distrust: () => {
      isWrong = true;
    },
    lookAround: async () => {
      if (isThere && !(await adapter.isOurs())) isWrong = true;
    },
  };
}

function isEmpty(set: AnnotationSet): boolean {
  return Object.values(contentsOf(set)).every((count) => count === 0);
}
