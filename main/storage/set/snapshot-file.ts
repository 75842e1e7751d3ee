import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import type { Adapter } from "lowdb";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { modeAt, writeNew } from "../disk/durable-file.ts";
import { unsaved } from "../disk/fault.ts";
import type { Files } from "../disk/files.ts";
import { factsAt, type Place } from "../disk/place.ts";
import { sealedJson } from "../disk/seal.ts";
import { signatureOf } from "./set-file.ts";

/** What happens to the file that a snapshot takes the place of. All return once that is on the disk. */
export interface Replacing {
  /** The file will have this seal instead of the one that it has. */
  next(seal: string): Promise<void>;
  /** It is the former snapshot. */
  former(): Promise<void>;
  /** Somebody else wrote it, or it cannot be read. */
  foreign(): Promise<void>;
}

/** The lowdb adapter of an annotation set's file, for the one who holds the set. */
interface SnapshotFile extends Adapter<AnnotationSet> {
  /** Whether the file is as it was read or written here. */
  isOurs(): Promise<boolean>;
}

/**
 * Writes go to a file of their own first, in pieces, so that the rest of the program goes on; the former file is replaced
 * when all is on the disk. `known` is the signature of the file as it was read, null for one that cannot be relied on.
 */
export function snapshotFile(files: Files, place: Place, known: string | null, replacing: Replacing): SnapshotFile {
  const folder = dirname(place.path);
  const prefix = `.parallax-${place.path.slice(folder.length + 1, -".json".length)}-`;
  /** What the file may look like; two of them after a write that failed half-way. */
  let ours: readonly (string | null)[] = [known];

  async function isOurs(): Promise<boolean> {
    return ours.includes(signatureOf(await factsAt(files, place)));
  }

  async function replace(temporary: string, seal: string): Promise<void> {
    await replacing.next(seal);
    if (await isOurs()) await replacing.former();
    else await replacing.foreign();
    const next = signatureOf(await files.facts(temporary));
    ours = [...ours, next];
    await files.rename(temporary, place.path);
    await files.syncFolder(folder);
    ours = [next];
  }

  return {
    isOurs,
    // The set comes from the snapshot and the journal together, so that nobody asks here.
    read: async () => null,
    write: async (set) => {
      const temporary = join(folder, `${prefix}${randomUUID()}.tmp`);
      try {
        let seal = "";
        const content = sealedJson(set, (digits) => {
          seal = digits;
        });
        await writeNew(files, temporary, content, await modeAt(files, place.path));
        await replace(temporary, seal);
      } catch (error) {
        await files.remove(temporary).catch(() => undefined);
        throw unsaved(place.label, error);
      }
    },
  };
}
