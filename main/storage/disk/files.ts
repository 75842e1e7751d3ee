import type { Stats } from "node:fs";
import {
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  unlink,
} from "node:fs/promises";

import { isMissing } from "./fault.ts";

/** What stands at a path, links followed. */
export interface FileFacts {
  readonly kind: "file" | "folder" | "pipe" | "device" | "other";
  /** In bytes; 0 for what is not a file. */
  readonly size: number;
  /** When its content was last changed, in milliseconds since 1970. */
  readonly modified: number;
  /** The permission bits, for example 0o644. */
  readonly mode: number;
  /** Stays the same while it is renamed and written to; differs from that of every other file that is there. */
  readonly identity: string;
}

/** A file that is open for writing. */
export interface OpenFile {
  /** Writes at `position` as much of `bytes` as the system takes at once, and says how much that was. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  truncate(size: number): Promise<void>;
  setMode(mode: number): Promise<void>;
  /** Returns once the file's bytes are on the disk. */
  syncData(): Promise<void>;
  /** Returns once the file's bytes and all that is known about it are on the disk. */
  sync(): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Every way in which the store touches the file system, and the only one, so that a test can record, fail or tear each
 * call. All of them throw what Node throws.
 */
export interface Files {
  /** Null when nothing is there. */
  facts(path: string): Promise<FileFacts | null>;
  realPath(path: string): Promise<string>;
  read(path: string): Promise<Uint8Array>;
  /** The names in a folder, sorted; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes a file that must not exist yet. */
  create(path: string, mode: number): Promise<OpenFile>;
  /** Opens a file that exists. */
  open(path: string): Promise<OpenFile>;
  /** Gives a file a further name, which must not be taken. */
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Removes a folder and all in it; for folders that the caller has just made. */
  removeFolder(path: string): Promise<void>;
  /** Makes a folder that must not exist yet, inside one that does. */
  createFolder(path: string): Promise<void>;
  /** Makes a folder, and those that it lies in, where they are missing. */
  ensureFolder(path: string): Promise<void>;
  /** Returns once what was made, renamed and removed in a folder is on the disk. */
  syncFolder(path: string): Promise<void>;
}

/** The file system of this machine. */
export const nodeFiles: Files = {
  facts: async (path) => {
    try {
      return factsOf(await stat(path));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  realPath: (path) => realpath(path),
  read: (path) => readFile(path),
  list: async (folder) => {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  create: async (path, mode) => openFile(await open(path, "wx", mode)),
  open: async (path) => openFile(await open(path, "r+")),
  link: (from, to) => link(from, to),
  rename: (from, to) => rename(from, to),
  remove: (path) => unlink(path),
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
  createFolder: (path) => mkdir(path),
  ensureFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  syncFolder: async (path) => {
    // Windows has no such call; there the file system's own journal orders renames.
    if (process.platform === "win32") return;
    const folder = await open(path, "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
};

function openFile(handle: FileHandle): OpenFile {
  return {
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    truncate: (size) => handle.truncate(size),
    setMode: (mode) => handle.chmod(mode),
    syncData: () => handle.datasync(),
    sync: () => handle.sync(),
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

function factsOf(stats: Stats): FileFacts {
  const kind = kindOf(stats);
  return {
    kind,
    size: kind === "file" ? stats.size : 0,
    modified: stats.mtimeMs,
    mode: stats.mode & 0o777,
    identity: `${stats.dev}:${stats.ino}`,
  };
}

function kindOf(stats: Stats): FileFacts["kind"] {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  if (stats.isFIFO()) return "pipe";
  return stats.isCharacterDevice() || stats.isBlockDevice() ? "device" : "other";
}
