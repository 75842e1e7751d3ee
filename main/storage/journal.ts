import { dirname, join } from "node:path";
import { Failure } from "../../annotations/api/reply.ts";
import type { SetCommand } from "../../annotations/commands/command.ts";
import { PRIVATE_MODE, writeFully } from "./durable-file.ts";
import { isTaken, unsaved } from "./fault.ts";
import type { Files, OpenFile } from "./files.ts";
import type { JournalContents, TornTail } from "./journal-reader.ts";
import { encodeRecord } from "./journal-record.ts";

/** One analyst's journal, open for writing. The caller waits for each call before the next. */
export interface Journal {
  /** The number of the last record that is safe on the disk. */
  readonly lastSeq: number;
  /**
   * Adds one record for each command, with one write and one `fdatasync`; returns once all are safe on the disk. When it
   * throws none of them is in the journal. After a failed `fdatasync` the journal takes nothing more.
   */
  append(commands: readonly SetCommand[]): Promise<void>;
  /** Ends the segment, so that the next record begins a new one, and names all that have ended. */
  cut(): Promise<readonly string[]>;
  /** Removes segments that a snapshot on the disk contains. */
  remove(segments: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

interface Segment {
  readonly name: string;
  readonly file: OpenFile;
  /** Where the last acknowledged record ends. */
  size: number;
}

/** Continues a journal after what `contents` holds. Touches nothing before the first `append`. */
export function openJournal(files: Files, { place, segments, lastSeq, tornTail }: JournalContents): Journal {
  let seq = lastSeq;
  let ended = segments;
  let number = Number.parseInt(segments.at(-1) ?? "0", 10);
  let open: Segment | null = null;
  let torn = tornTail;
  let broken: Failure | null = null;

  /** What a failed sync left in the file nobody knows, so that nothing may build on it. */
  async function orBreak(sync: Promise<void>): Promise<void> {
    try {
      await sync;
    } catch (error) {
      broken = lastFailure(place.label);
      throw error;
    }
  }

  async function begin(): Promise<Segment> {
    if (torn) await trim(torn);
    torn = null;
    await files.ensureFolder(place.path);
    const name = `${String(number + 1).padStart(8, "0")}.jsonl`;
    const segment = { name, file: await create(name), size: 0 };
    number++;
    open = segment;
    // The first segment's folder may be as new as the segment.
    const folders = [place.path, dirname(place.path), dirname(dirname(place.path))];
    for (const folder of ended.length === 0 ? folders : [place.path]) await orBreak(files.syncFolder(folder));
    return segment;
  }

  async function create(name: string): Promise<OpenFile> {
    try {
      return await files.create(join(place.path, name), PRIVATE_MODE);
    } catch (error) {
      throw isTaken(error) ? writtenElsewhere(place.label) : error;
    }
  }

  async function trim({ segment, size }: TornTail): Promise<void> {
    const file = await files.open(join(place.path, segment));
    try {
      await file.truncate(size);
      await orBreak(file.sync());
    } finally {
      await file.close();
    }
  }

  async function write(segment: Segment, bytes: Uint8Array): Promise<void> {
    try {
      await writeFully(segment.file, bytes, segment.size);
      await orBreak(segment.file.syncData());
      segment.size += bytes.length;
    } catch (error) {
      await segment.file.truncate(segment.size).catch(() => {
        broken = lastFailure(place.label);
      });
      throw error;
    }
  }

  return {
    get lastSeq() {
      return seq;
    },
    append: async (commands) => {
      if (broken) throw broken;
      const lines = commands.map((command, i) => encodeRecord({ seq: seq + 1 + i, command }));
      try {
        await write(open ?? (await begin()), Buffer.concat(lines));
      } catch (error) {
        throw broken ?? unsaved(place.label, error);
      }
      seq += commands.length;
    },
    cut: async () => {
      const segment = open;
      open = null;
      if (segment) {
        ended = [...ended, segment.name];
        await segment.file.close().catch(() => undefined);
      }
      return ended;
    },
    remove: async (names) => {
      for (const name of names) await files.remove(join(place.path, name));
      ended = ended.filter((name) => !names.includes(name));
      if (names.length > 0) await files.syncFolder(place.path);
    },
    close: async () => {
      const segment = open;
      open = null;
      await segment?.file.close();
    },
  };
}

function lastFailure(label: string): Failure {
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
