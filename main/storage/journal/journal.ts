import { join } from "node:path";
import { Failure } from "../../../annotations/api/reply.ts";
import type { SetCommand } from "../../../annotations/commands/command.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { ProjectId } from "../../../annotations/model/id.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { now } from "../../../annotations/model/timestamp.ts";
import { writeFully } from "../disk/durable-file.ts";
import { isMissing, unsaved } from "../disk/fault.ts";
import type { Files } from "../disk/files.ts";
import type { Place } from "../disk/place.ts";
import type { Holder } from "./holder.ts";
import { encodeLine, type JournalLine } from "./journal-record.ts";
import { readSegment, segmentName, segmentNumbers } from "./segment.ts";
import { discard, makeSegment, type OwnSegment } from "./segment-lock.ts";

/** One analyst's journal, held by this opening of the project. The caller waits for each call before the next. */
export interface Journal {
  /** The number of the last record that is safe on the disk. */
  readonly lastSeq: number;
  /**
   * Why nothing more can be appended: the set was taken over, a sync failed, or the files are not there any more. Null as
   * long as it can.
   */
  readonly ended: JournalEnd | null;
  /**
   * Adds one record for each command with one write and one `fdatasync`; returns once all are safe on the disk. When it
   * throws none of them is in the journal.
   */
  append(commands: readonly SetCommand[]): Promise<void>;
  /** Says of which seals the set's file has one from now on; returns once that is on the disk. */
  expectSnapshots(seals: readonly string[]): Promise<void>;
  /** The set's file has this seal now; the journal says so where it says something next. */
  snapshotWritten(seal: string): void;
  /** Throws when somebody else has taken the journal over meanwhile. */
  requireHeld(): Promise<void>;
  /** Goes on in a new segment. After a failed sync, or when the files have vanished, this is the only way to go on. */
  cut(): Promise<void>;
  /** Removes the segments whose records all come before or are number `through`; the one that is being written stays. */
  prune(through: number): Promise<void>;
  /** Lets go of the journal. `untouched` says that nothing at all was done while it was held. */
  release(untouched: boolean): Promise<void>;
}

export interface JournalEnd {
  readonly kind: "taken-over" | "disk-failed" | "vanished";
  readonly failure: Failure;
}

/** What goes into the first line of each segment besides its number. */
export interface JournalOwner {
  readonly owner: Holder;
  readonly analyst: Analyst;
  readonly projectId: ProjectId;
}

/** Takes hold of a journal by making segment `number`; null when somebody else was faster. */
export async function holdJournal(
  files: Files,
  place: Place,
  owner: JournalOwner,
  number: number,
): Promise<OwnSegment | null> {
  return makeSegment(files, place, { schemaVersion: SCHEMA_VERSION, segment: number, ...owner });
}

/** Where a journal is continued. */
export interface JournalStart {
  /** The last record before. */
  readonly after: number;
  /**
   * The segments in which nothing was written when that was read: their owners have lost the journal, and may not have
   * noticed yet.
   */
  readonly without?: readonly number[];
  /** The seals of which the set's file has one, as far as that is known. */
  readonly snapshots?: readonly string[];
}

/** Continues a journal in the segment by which it is held. */
export function openJournal(
  files: Files,
  place: Place,
  owner: JournalOwner,
  held: OwnSegment,
  { after, without = [], snapshots = [] }: JournalStart,
): Journal {
  let segment = held;
  let seq = after;
  /** Whether the segment says already which record it goes on from. */
  let continued = false;
  let passedOver = without;
  let seals = snapshots;
  let end: JournalEnd | null = null;
  /** Settled when the next segment, which is being made, has taken the place of this one or cannot. */
  let goingOn: Promise<unknown> | null = null;

  function continuation(): JournalLine {
    return {
      after: seq,
      ...(passedOver.length > 0 && { without: passedOver }),
      ...(seals.length > 0 && { snapshots: seals }),
    };
  }

  function breakOff(kind: JournalEnd["kind"]): never {
    end ??= { kind, failure: END_FAILURES[kind](place.label) };
    throw end.failure;
  }

  /**
   * Whoever takes the journal over makes the next segment and then reads this one. So of two that write at the same time
   * one finds the other: what is written here before this look will be read there, and what is not is not acknowledged.
   * Segments are removed oldest first, so that the next one cannot be gone while this one is there.
   */
  async function requireHeld(): Promise<void> {
    const own = segment;
    const next = await files.facts(join(place.path, segmentName(own.number + 1)));
    const mine = await files.facts(own.path);
    if (next === null && mine?.identity === own.identity) return;
    if (segment === own && goingOn === null) breakOff((await highest()) > own.number ? "taken-over" : "vanished");
    // The next one may be this journal's own.
    await goingOn;
    await requireHeld();
  }

  async function highest(): Promise<number> {
    return (await segmentNumbers(files, place)).at(-1) ?? 0;
  }

  /** What a failed sync left in the file nobody knows, so that nothing may build on it. */
  async function sync(): Promise<void> {
    try {
      await segment.file.syncData();
    } catch (error) {
      fail();
      throw error;
    }
  }

  function fail(): void {
    end ??= { kind: "disk-failed", failure: END_FAILURES["disk-failed"](place.label) };
  }

  async function write(lines: readonly JournalLine[]): Promise<void> {
    const bytes = Buffer.concat(lines.map(encodeLine));
    try {
      await writeFully(segment.file, bytes, segment.size);
      await requireHeld();
      await sync();
      segment.size += bytes.length;
    } catch (error) {
      // The other has read what is written here, or is about to.
      if (end === null || end.kind === "disk-failed") await takeBack();
      throw error;
    }
  }

  /** Before the first line of this segment it is said what the segment goes on from. */
  async function add(lines: readonly JournalLine[]): Promise<void> {
    await orUnsaved(write(continued ? lines : [continuation(), ...lines]));
    continued = true;
    passedOver = [];
  }

  async function takeBack(): Promise<void> {
    await segment.file.truncate(segment.size).catch(fail);
  }

  async function begin(): Promise<void> {
    const former = segment;
    const reached = end?.kind === "vanished" ? Math.max(former.number, await highest()) : former.number;
    const next = await holdJournal(files, place, owner, reached + 1);
    if (next === null) breakOff("taken-over");
    segment = next;
    continued = false;
    end = null;
    await former.file.close().catch(() => undefined);
  }

  /** The latest segment that goes on from a record up to `through`; segments to which nothing was written do not tell. */
  async function oldestNeeded(latestFirst: readonly number[], through: number): Promise<number> {
    const passed = new Set(without);
    for (const number of latestFirst) {
      const found = passed.has(number) ? null : await readSegment(files, place, number, Number.POSITIVE_INFINITY);
      if (found === null) continue;
      if (found.after !== null && found.after <= through) return number;
      for (const other of found.without) passed.add(other);
    }
    return 0;
  }

  async function orUnsaved<T>(task: Promise<T>): Promise<T> {
    try {
      return await task;
    } catch (error) {
      throw end?.failure ?? unsaved(place.label, error);
    }
  }

  return {
    get lastSeq() {
      return seq;
    },
    get ended() {
      return end;
    },
    append: async (commands) => {
      if (end) throw end.failure;
      const records = commands.map((command, i) => ({ seq: seq + 1 + i, ...(i > 0 && { since: seq }), command }));
      await add(records);
      seq += commands.length;
    },
    expectSnapshots: async (next) => {
      if (end) throw end.failure;
      await add([{ snapshots: next }]);
      seals = next;
    },
    snapshotWritten: (seal) => {
      seals = [seal];
    },
    requireHeld: () => orUnsaved(requireHeld()),
    cut: async () => {
      if (end?.kind === "taken-over") throw end.failure;
      const beginning = begin();
      goingOn = Promise.allSettled([beginning]);
      await orUnsaved(beginning).finally(() => {
        goingOn = null;
      });
    },
    prune: async (through) => {
      const numbers = await segmentNumbers(files, place);
      const kept = await oldestNeeded(numbers.toReversed(), through);
      const superfluous = numbers.filter((number) => number < kept && number < segment.number);
      for (const number of superfluous) await files.remove(join(place.path, segmentName(number)));
      if (superfluous.length > 0) await files.syncFolder(place.path);
    },
    release: async (untouched) => {
      if (end !== null) return segment.file.close().catch(() => undefined);
      if (untouched && !continued) {
        await discard(files, segment.path, segment.file);
        return;
      }
      // The one who comes next finds the set free at once, even on another machine.
      const said: JournalLine[] = continued && seals.length > 0 ? [{ snapshots: seals }] : [];
      await write([...said, { released: now() }]).catch(() => undefined);
      await segment.file.close().catch(() => undefined);
    },
  };
}

/** Puts on the disk what a program that is gone may have written without a sync; whoever goes on builds on it. */
export async function syncLeftovers(files: Files, place: Place, names: readonly string[]): Promise<void> {
  for (const name of names) {
    try {
      const file = await files.open(join(place.path, name));
      await file.syncData().finally(() => file.close());
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}

const END_FAILURES: Readonly<Record<JournalEnd["kind"], (label: string) => Failure>> = {
  "taken-over": (label) =>
    new Failure(
      "not-saved",
      `${label} was taken over by another window of Parallax. Whether it has the latest change is to be seen there; go on in that window, or take over here, which saves what is missing.`,
    ),
  vanished: (label) =>
    new Failure(
      "not-saved",
      `${label} is not where it was: the project's folder was moved, removed or changed by another program. What is not saved yet is kept in this window. Put the folder back, or save a copy of the project elsewhere.`,
    ),
  "disk-failed": (label) =>
    new Failure(
      "not-saved",
      `The disk failed while ${label} was being saved, so nothing more is written there. Save a copy of the project on another disk, check this one, then try again.`,
    ),
};
