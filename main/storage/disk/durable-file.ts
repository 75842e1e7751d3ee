import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import type { Files, OpenFile } from "./files.ts";

/** Readable and writable for this user account only, as a file is while it is being written. */
export const PRIVATE_MODE = 0o600;

export interface FileContent {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface WriteOptions {
  /** Runs last before the first name appears; what it throws stops the write. */
  readonly beforeRename?: () => Promise<void>;
}

/** The permissions of a new file in a folder: as open as the folder is. */
export async function modeIn(files: Files, folder: string): Promise<number> {
  return ((await files.facts(folder))?.mode ?? PRIVATE_MODE) & 0o666;
}

/** Puts on the disk what was made in a folder, and the name of that folder itself, so many levels up. */
export async function syncFolders(files: Files, folder: string, levels: number): Promise<void> {
  await files.syncFolder(folder);
  if (levels > 1) await syncFolders(files, dirname(folder), levels - 1);
}

/**
 * Puts a whole file in the place of another, or where none was: afterwards the path holds the new bytes or, if this
 * throws, what it held before. Returns once a power cut could not undo it.
 */
export async function writeDurably(files: Files, content: FileContent, options?: WriteOptions): Promise<void> {
  await writeAllDurably(files, [content], options);
}

/**
 * Writes several whole files. All bytes are on the disk before the first name appears, so that only a crash between
 * the renames can leave a part of them; when this throws, those that did appear stay.
 */
export async function writeAllDurably(
  files: Files,
  contents: readonly FileContent[],
  { beforeRename }: WriteOptions = {},
): Promise<void> {
  const waiting = new Map<string, string>();
  try {
    for (const { path, bytes } of contents) {
      const temporary = join(dirname(path), `.parallax-${randomUUID()}.tmp`);
      waiting.set(temporary, path);
      await writeNew(files, temporary, [bytes], await modeAt(files, path));
    }
    await beforeRename?.();
    for (const [temporary, path] of waiting) {
      await files.rename(temporary, path);
      waiting.delete(temporary);
    }
    for (const folder of new Set(contents.map(({ path }) => dirname(path)))) await files.syncFolder(folder);
  } catch (error) {
    for (const temporary of waiting.keys()) await files.remove(temporary).catch(() => undefined);
    throw error;
  }
}

/** Writes all of `bytes` from `position` on, however little the system takes at a time. */
export async function writeFully(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const count = await file.write(bytes.subarray(written), position + written);
    if (count <= 0) throw systemError("EIO", "the system took no bytes of a write");
    written += count;
  }
}

/** The permissions of the file that is to be replaced, or of a new one. */
export async function modeAt(files: Files, path: string): Promise<number> {
  return (await files.facts(path))?.mode ?? modeIn(files, dirname(path));
}

/** Writes a file that must not exist yet, in pieces, for this user account only until all of it is there. */
export async function writeNew(
  files: Files,
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  mode: number,
): Promise<void> {
  const file = await files.create(path, PRIVATE_MODE);
  try {
    let written = 0;
    for await (const piece of pieces) {
      await writeFully(file, piece, written);
      written += piece.length;
    }
    await file.setMode(mode);
    await file.sync();
    const size = await file.size();
    if (size !== written) throw systemError("EIO", `${size} of ${written} bytes arrived`);
  } finally {
    await file.close();
  }
}

function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code, syscall: "write" });
}
