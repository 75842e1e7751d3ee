import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { modeIn, PRIVATE_MODE, syncFolders, writeFully } from "../disk/durable-file.ts";
import { isMissing, isTaken, lacksLinks } from "../disk/fault.ts";
import type { Files, OpenFile } from "../disk/files.ts";
import type { Place } from "../disk/place.ts";
import { encodeLine, type SegmentHeader } from "./journal-record.ts";
import { segmentName, segmentNumbers } from "./segment.ts";

/** A segment that was made here and is open for writing. */
export interface OwnSegment {
  readonly number: number;
  readonly path: string;
  readonly file: OpenFile;
  /** Tells it from another file under its name. */
  readonly identity: string;
  /** Where the last acknowledged line ends. */
  size: number;
}

/**
 * Makes a segment, and by that takes hold of the journal: of several programs that try, one succeeds and the others get
 * null. The file is complete, and on the disk, before its name appears; where the file system has no hard links the name
 * is made first, and who finds a higher one afterwards has lost.
 */
export async function makeSegment(files: Files, journal: Place, header: SegmentHeader): Promise<OwnSegment | null> {
  await files.ensureFolder(journal.path);
  const path = join(journal.path, segmentName(header.segment));
  const line = encodeLine(header);
  const file = await named(files, path, line);
  if (file === null) return null;
  try {
    // Whoever made the folders may have been killed before their names were on the disk.
    await syncFolders(files, journal.path, 3);
    const identity = (await files.facts(path))?.identity;
    const highest = (await segmentNumbers(files, journal)).at(-1);
    if (identity !== undefined && highest === header.segment) {
      return { number: header.segment, path, file, identity, size: line.length };
    }
    await discard(files, path, file);
    return null;
  } catch (error) {
    await discard(files, path, file);
    throw error;
  }
}

/** Null when the name is taken. */
async function named(files: Files, path: string, content: Uint8Array): Promise<OpenFile | null> {
  const temporary = join(dirname(path), `.parallax-${randomUUID()}.tmp`);
  const file = await files.create(temporary, PRIVATE_MODE);
  let linked = false;
  try {
    await fill(file, content, await modeIn(files, dirname(path)));
    await files.link(temporary, path);
    linked = true;
    return file;
  } catch (error) {
    // Whoever holds the journal clears away what others have left.
    if (isTaken(error) || isMissing(error)) return null;
    if (lacksLinks(error)) return await created(files, path, content);
    throw error;
  } finally {
    await files.remove(temporary).catch(() => undefined);
    if (!linked) await file.close().catch(() => undefined);
  }
}

async function created(files: Files, path: string, content: Uint8Array): Promise<OpenFile | null> {
  let file: OpenFile;
  try {
    file = await files.create(path, PRIVATE_MODE);
  } catch (error) {
    if (isTaken(error)) return null;
    throw error;
  }
  try {
    await fill(file, content, await modeIn(files, dirname(path)));
    return file;
  } catch (error) {
    await discard(files, path, file);
    throw error;
  }
}

async function fill(file: OpenFile, content: Uint8Array, mode: number): Promise<void> {
  await writeFully(file, content, 0);
  await file.setMode(mode);
  await file.sync();
}

export async function discard(files: Files, path: string, file: OpenFile): Promise<void> {
  await file.close().catch(() => undefined);
  await files.remove(path).catch(() => undefined);
}
