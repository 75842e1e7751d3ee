import { dirname, join } from "node:path";
import { Failure } from "../../annotations/api/reply.ts";
import type { SetCommand } from "../../annotations/commands/command.ts";
import { PRIVATE_MODE, writeFully } from "./durable-file.ts";
import { isMissing, isTaken, unsaved } from "./fault.ts";
import type { Files, OpenFile } from "./files.ts";
import { type JournalContents, type SegmentFile, segmentNames } from "./journal-reader.ts";
import { encodeLine } from "./journal-record.ts";

/** One analyst's journal, open for writing. The caller waits for each call before the next. */
export interface Journal {
  /** The number of the last record that is safe on the disk. */
  readonly lastSeq: number;
  /** Whether the last segment is one that was begun here. */
  readonly isOwner: boolean;
  /**
   * Adds one record for each command, behind the header where they are a segment's first, with one write and one `fdatasync`; returns once all are safe on the disk. When it
   * throws none of them is in the journal. After a failed `fdatasync` the journal takes nothing more.
   */
  append(commands: readonly SetCommand[]): Promise<void>;
  /** Begins the next segment and names those that have ended; for owners. */
  cut(): Promise<readonly string[]>;
  /** Removes segments that a snapshot on the disk contains. */
  remove(segments: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** The segment that is being written; its size is where the last acknowledged record ends. */
interface Segment {
  readonly name: string;
  readonly file: OpenFile;
  size: number;
}

/**
 * Continues a journal after what `contents` holds, as long as `isCurrent` says that the snapshot which it continues is
 * still there. Touches nothing before the first `append`.
 */
export function openJournal(
  files: Files,
  { place, segments, lastSeq }: JournalContents,
  isCurrent: () => Promise<boolean>,
): Journal {
  let seq = lastSeq;
  let ended: readonly SegmentFile[] = segments;
  let number = Number.parseInt(segments.at(-1)?.name ?? "0", 10);
  let open: Segment | null = null;
  let broken: Failure | null = null;
  let takenOver = false;

  const pathOf = (name: string) => join(place.path, name);

  /** What a failed sync left in the file nobody knows, so that nothing may build on it. */
  async function orBreak(sync: Promise<void>): Promise<void> {
    try {
      await sync;
    } catch (error) {
      broken = diskFailed(place.label);
      throw error;
    }
  }

  /**
   * Whoever begins a segment goes on with the journal, and no other window can begin the same one. It looks whether all
   * is still as it was read; whoever writes looks, before acknowledging, whether a newer segment has been begun. Of two
   * that write at the same time at least one finds the other. What that one has written stays: the other may have read it.
   */
  async function requireUnchanged(begun: Segment): Promise<void> {
    const expected = [...ended, begun].map(({ name }) => name);
    if (expected.join() !== (await segmentNames(files, place)).join()) breakOff();
    for (const { name, size } of ended) {
      if ((await files.facts(pathOf(name)))?.size !== size) breakOff();
    }
    if (!(await isCurrent())) breakOff();
  }

  async function requireLast({ name }: Segment): Promise<void> {
    if ((await segmentNames(files, place)).at(-1) !== name) breakOff();
  }

  function breakOff(): never {
    takenOver = true;
    broken = writtenElsewhere(place.label);
    throw broken;
  }

  async function begin(): Promise<Segment> {
    await files.ensureFolder(place.path);
    const name = `${String(number + 1).padStart(8, "0")}.jsonl`;
    const segment = { name, file: await create(name), size: 0 };
    try {
      await requireUnchanged(segment);
    } catch (error) {
      await discard(segment);
      throw error;
    }
    number++;
    open = segment;
    // The first segment's folder may be as new as the segment.
    const folders = [place.path, dirname(place.path), dirname(dirname(place.path))];
    for (const folder of ended.length === 0 ? folders : [place.path]) await orBreak(files.syncFolder(folder));
    return segment;
  }

  async function create(name: string): Promise<OpenFile> {
    try {
      return await files.create(pathOf(name), PRIVATE_MODE);
    } catch (error) {
      if (isTaken(error)) breakOff();
      throw error;
    }
  }

  async function discard({ name, file }: Segment): Promise<void> {
    await file.close().catch(() => undefined);
    await files.remove(pathOf(name)).catch(() => undefined);
  }

  async function write(segment: Segment, bytes: Uint8Array): Promise<void> {
    try {
      await writeFully(segment.file, bytes, segment.size);
      await requireLast(segment);
      await orBreak(segment.file.syncData());
      segment.size += bytes.length;
    } catch (error) {
      if (takenOver) throw error;
      await segment.file.truncate(segment.size).catch(() => {
        broken ??= diskFailed(place.label);
      });
      throw error;
    }
  }

  return {
    get lastSeq() {
      return seq;
    },
    get isOwner() {
      return open !== null;
    },
    append: async (commands) => {
      if (broken) throw broken;
      const lines = commands.map((command, i) => encodeLine({ seq: seq + 1 + i, command }));
      try {
        const segment = open ?? (await begin());
        const header = segment.size === 0 ? [encodeLine({ segment: number, after: seq })] : [];
        await write(segment, Buffer.concat([...header, ...lines]));
      } catch (error) {
        throw broken ?? unsaved(place.label, error);
      }
      seq += commands.length;
    },
    cut: async () => {
      if (broken) throw broken;
      if (!open) throw new Error("only the owner of a journal may cut it");
      const { name, size, file } = open;
      ended = [...ended, { name, size }];
      open = null;
      await file.close().catch(() => undefined);
      try {
        await begin();
      } catch (error) {
        throw broken ?? unsaved(place.label, error);
      }
      return ended.map((segment) => segment.name);
    },
    remove: async (names) => {
      for (const name of names) {
        await files.remove(pathOf(name)).catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        });
        ended = ended.filter((other) => other.name !== name);
      }
      if (names.length > 0) await files.syncFolder(place.path);
    },
    close: async () => {
      const segment = open;
      open = null;
      if (segment?.size === 0) await discard(segment);
      else await segment?.file.close();
    },
  };
}

function diskFailed(label: string): Failure {
  return new Failure(
    "not-saved",
    `The disk failed while ${label} was being saved. The change was not saved, and Parallax saves nothing more there until the project is opened again; check the disk first.`,
  );
}

function writtenElsewhere(label: string): Failure {
  return new Failure(
    "not-saved",
    `${label} is being written by another window of Parallax. The change was not saved; go on in that window, or close it and open the project again here.`,
  );
}
