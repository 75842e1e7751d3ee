import { dirname } from "node:path";
import type { SetCommand } from "../../annotations/commands/command.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import { unsaved } from "./fault.ts";
import type { Files } from "./files.ts";
import { openJournal } from "./journal.ts";
import type { ProjectLayout } from "./project-layout.ts";
import { serial } from "./serial.ts";
import type { StoredSet } from "./set-files.ts";

/** After so many commands the journal goes into the snapshot even while the analyst works on. */
const FOLD_AFTER = 200;

/** One analyst's set, open for writing. */
export interface SetStore {
  /** Makes the set's file when it is not there yet. */
  begin(): Promise<void>;
  /**
   * Puts commands on the disk, all or none; `after` is the set that they lead to. Returns it, with the number of its last
   * record, once it is safe.
   */
  append(commands: readonly SetCommand[], after: AnnotationSet): Promise<AnnotationSet>;
  /** Folds what is left of the journal and lets go of the files. What cannot be folded stays in the journal. */
  close(): Promise<void>;
}

export interface SetStoreOptions {
  /** How long after the last command the journal is folded into the snapshot, in milliseconds. */
  readonly idleTime: number;
  /** Is told when a fold failed; nothing is lost by that. */
  readonly report: (error: unknown) => void;
}

/** Opens a set as `stored` was read. Touches nothing before the first command. */
export function openSetStore(
  files: Files,
  layout: ProjectLayout,
  stored: StoredSet,
  { idleTime, report }: SetStoreOptions,
): SetStore {
  const { db } = stored;
  const journal = openJournal(files, stored.journal, stored.isCurrent);
  const inTurn = serial();
  let current = stored.set;
  let onDisk = stored.onDisk;
  let folding: Promise<void> | null = null;
  /** So many unfolded commands bring about a fold; more after one that failed, so that a full disk is not kept busy. */
  let foldAt = FOLD_AFTER;
  let timer: NodeJS.Timeout | undefined;

  const unfolded = () => current.journalThrough - db.data.journalThrough;

  function foldLater(): void {
    clearTimeout(timer);
    // A program that has nothing else to do may end: the journal is on the disk.
    timer = setTimeout(() => void fold(), idleTime).unref();
  }

  function fold(): Promise<void> {
    clearTimeout(timer);
    folding ??= foldNow()
      .catch(report)
      .finally(() => {
        folding = null;
      });
    return folding;
  }

  /** Later commands go into the next segment, so that the ended ones hold nothing that the snapshot lacks. */
  async function foldNow(): Promise<void> {
    // What another window, or one that was killed, has left in the journal waits until there is something to add.
    if (unfolded() === 0 || !journal.isOwner) return;
    const { set, segments } = await inTurn(async () => ({ set: current, segments: await journal.cut() }));
    const former = db.data;
    try {
      db.data = set;
      await db.write();
    } catch (error) {
      db.data = former;
      foldAt = unfolded() + FOLD_AFTER;
      throw error;
    }
    foldAt = FOLD_AFTER;
    await inTurn(() => journal.remove(segments));
  }

  async function begin(): Promise<void> {
    if (onDisk) return;
    const { path, label } = layout.set(current.analyst.id);
    try {
      await files.ensureFolder(dirname(path));
      await db.write();
      await files.syncFolder(layout.folder);
    } catch (error) {
      throw unsaved(label, error);
    }
    onDisk = true;
  }

  return {
    begin: () => inTurn(begin),
    append: (commands, after) =>
      inTurn(async () => {
        await begin();
        await journal.append(commands);
        current = { ...after, journalThrough: journal.lastSeq };
        if (unfolded() >= foldAt && !folding) void fold();
        else foldLater();
        return current;
      }),
    close: async () => {
      await folding;
      await fold();
      await inTurn(() => journal.close());
    },
  };
}
