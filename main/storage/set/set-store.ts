import { Failure } from "../../../annotations/api/reply.ts";
import type { SetCommand } from "../../../annotations/commands/command.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import type { Files } from "../disk/files.ts";
import { idleTask } from "../disk/idle-task.ts";
import { serial } from "../disk/serial.ts";
import { type JournalEnd, openJournal, syncLeftovers } from "../journal/journal.ts";
import { isEmpty } from "../journal/segment.ts";
import type { ProjectLayout } from "../project/project-layout.ts";
import { listBackups } from "./backups.ts";
import type { SetHold } from "./set-hold.ts";
import type { StoredSet } from "./set-reading.ts";
import { openSnapshot, type SnapshotOptions, sealsOf } from "./snapshot.ts";

/** After so many commands the journal goes into the snapshot even while the analyst works on. */
const FOLD_AFTER = 200;
/** Of a large set, after one command for so many marks, so that writing it does not make each command dearer. */
const MARKS_PER_COMMAND = 20;

/** One analyst's set, held and open for writing. */
export interface SetStore {
  /** Why nothing more can be saved; null as long as it can. */
  readonly ended: JournalEnd | null;
  /** Why the snapshot could not be written the last time; null when it could. */
  readonly fault: Failure | null;
  /** Makes the set's file when it is not there yet. */
  begin(): Promise<void>;
  /**
   * Puts commands on the disk, all or none; `after` is the set that they lead to. Returns it, with the number of its last
   * record, once it is safe.
   */
  append(commands: readonly SetCommand[], after: AnnotationSet): Promise<AnnotationSet>;
  /** Puts everything into the snapshot, and sees to it that this version is kept as a backup once another replaces it. */
  keepThisVersion(): Promise<void>;
  /** Notices a snapshot that another program has written, and a set that was taken over. True when something was different. */
  lookAround(): Promise<boolean>;
  /** Goes on in new files after the disk has failed, or the files have vanished. Throws a `Failure` when it still does. */
  tryAgain(): Promise<void>;
  /** Folds what is left of the journal and lets go of the set. What cannot be folded stays in the journal. */
  close(): Promise<void>;
}

export interface SetStoreOptions extends Pick<SnapshotOptions, "backupEvery" | "foundForeign"> {
  /** How long after the last command the journal is folded into the snapshot, in milliseconds. */
  readonly idleTime: number;
  /** Is told when a fold failed; nothing is lost by that. */
  readonly report: (error: unknown) => void;
}

/** Opens a set that is held, as `stored` was read after that. */
export async function openSetStore(
  files: Files,
  layout: ProjectLayout,
  hold: Extract<SetHold, { kind: "held" }>,
  stored: StoredSet,
  options: SetStoreOptions,
): Promise<SetStore> {
  const { set, journal: found } = stored;
  const without = found.segments
    .filter(isEmpty)
    .flatMap(({ number }) => (number < hold.segment.number ? [number] : []));
  const inTurn = serial();
  const journal = openJournal(files, found.place, hold.owner, hold.segment, {
    after: set.journalThrough,
    without,
    snapshots: sealsOf(stored),
  });
  const snapshot = await openSnapshot(files, layout, stored, {
    ...options,
    requireHeld: journal.requireHeld,
    expectSnapshots: (seals) => inTurn(() => journal.expectSnapshots(seals)),
    snapshotWritten: journal.snapshotWritten,
  });
  const fold = idleTask(foldNow, options.idleTime, options.report);
  let current = set;
  let untouched = true;
  let cutWanted = false;
  let fault: Failure | null = null;
  /** So many unfolded commands bring about a fold; more after one that failed, so that a full disk is not kept busy. */
  let foldAt = foldAfter(current);

  const unfolded = () => current.journalThrough - snapshot.through;

  async function write(): Promise<void> {
    untouched = false;
    try {
      cutWanted = (await snapshot.write(current)) || cutWanted;
      foldAt = foldAfter(current);
      fault = null;
    } catch (error) {
      // Whoever has taken the set over clears away what is written here.
      await journal.requireHeld().catch(() => undefined);
      if (error instanceof Failure && !journal.ended) fault = error;
      foldAt = unfolded() + foldAfter(current);
      throw error;
    }
  }

  async function foldNow(): Promise<void> {
    if (journal.ended || (!snapshot.isWrong && unfolded() === 0)) return;
    await journal.requireHeld().catch(() => undefined);
    // Whoever has taken the set over writes its snapshot from now on.
    if (journal.ended) return;
    const wasWrong = snapshot.isWrong;
    await write();
    // Says that the records go on from here, so that what was damaged is not looked at again.
    if (wasWrong) await inTurn(() => journal.append([]));
    if (cutWanted) await inTurn(goOnInNextSegment);
  }

  /** With every backup, so that a segment holds what came between two of them. */
  async function goOnInNextSegment(): Promise<void> {
    await journal.cut();
    cutWanted = false;
    const backups = await listBackups(files, layout.setBackups(set.analyst.id));
    if (backups.length > 0) await journal.prune(Math.min(snapshot.through, ...backups.map(({ through }) => through)));
  }

  /** What was saved so far is known here, whatever has become of the files. */
  async function goOnInNewFiles(): Promise<void> {
    const hasVanished = journal.ended?.kind === "vanished";
    await journal.cut();
    if (!hasVanished) return;
    await journal.append([]);
    snapshot.distrust();
    fold.later();
  }

  async function begin(): Promise<void> {
    if (!snapshot.isThere) await write();
  }

  const names = found.segments.map(({ name }) => name);
  await syncLeftovers(files, found.place, names);
  if (snapshot.isWrong) fold.later();

  return {
    get ended() {
      return journal.ended;
    },
    get fault() {
      return fault;
    },
    begin: () => inTurn(begin),
    append: (commands, after) =>
      inTurn(async () => {
        await begin();
        untouched = false;
        await journal.append(commands);
        current = { ...after, journalThrough: journal.lastSeq };
        if (unfolded() >= foldAt && !fold.isRunning) void fold.now();
        else fold.later();
        return current;
      }),
    keepThisVersion: async () => {
      await fold.stop();
      await fold.now();
      snapshot.keepThisVersion();
    },
    lookAround: async () => {
      if (journal.ended) return false;
      await journal.requireHeld().catch(() => undefined);
      if (journal.ended) return true;
      if (fold.isRunning) return false;
      await snapshot.lookAround();
      if (!snapshot.isWrong) return false;
      await fold.now();
      return true;
    },
    tryAgain: () => inTurn(goOnInNewFiles),
    close: async () => {
      await fold.stop();
      await fold.now();
      await inTurn(() => journal.release(untouched));
    },
  };
}

function foldAfter({ marks }: AnnotationSet): number {
  return Math.max(FOLD_AFTER, Math.ceil(marks.length / MARKS_PER_COMMAND));
}
