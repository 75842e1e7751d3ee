import { dirname, join, resolve } from "node:path";
import type { FileFacts, Files, OpenFile } from "../disk/files.ts";
import { type ContentOperation, changed, type Entry, type FileOperation } from "./file-operation.ts";
import {
  clockOf,
  copyOf,
  folderOf,
  highestNumber,
  nodeAt,
  ROOT,
  systemError,
  type TreeFile,
  type TreeFolder,
  type TreeNode,
  type TreePlace,
  treeFolder,
} from "./file-tree.ts";

/** Files that are in memory only. */
export interface MemoryFiles extends Files {
  /** Every call that changed something or asked for a sync, in order, unless the system would have refused it. */
  readonly log: readonly FileOperation[];
  /** What is there now, as a value of its own. */
  tree(): TreeFolder;
}

/**
 * A file system in memory, with files under several names, exclusive creation, and the errors of Node. It begins with
 * the folder `root`, by default an empty one, takes every write whole and knows no symbolic links.
 */
export function memoryFiles(root: TreeFolder = treeFolder(ROOT)): MemoryFiles {
  const log: FileOperation[] = [];
  const clock = clockOf(root);
  let lastNumber = highestNumber(root);

  function existing(path: string, syscall: string): TreeNode {
    const node = nodeAt(root, path, syscall);
    if (node === null) throw systemError("ENOENT", syscall, path);
    return node;
  }

  /** `missing` is the call that finds out that nothing is there. */
  function existingFile(path: string, syscall: string, missing = syscall): TreeFile {
    const node = existing(path, missing);
    if (node.kind !== "file") throw systemError("EISDIR", syscall, path);
    return node;
  }

  /** Where a name that must not be taken is to be. */
  function vacant(path: string, syscall: string): TreePlace {
    const place = folderOf(root, path, syscall);
    if (place.folder.entries.has(place.name)) throw systemError("EEXIST", syscall, path);
    return place;
  }

  function makeFolder(path: string): void {
    const place = vacant(path, "mkdir");
    const made = treeFolder(++lastNumber);
    place.folder.entries.set(place.name, made);
    log.push({ kind: "createFolder", path, node: made.number, at: entryOf(place) });
  }

  function ensure(path: string): void {
    const node = nodeAt(root, path, "mkdir");
    if (node?.kind === "folder") return;
    if (node === null) ensure(dirname(path));
    makeFolder(path);
  }

  function discard(path: string, node: TreeNode): void {
    if (node.kind === "folder") for (const [name, child] of [...node.entries]) discard(join(path, name), child);
    const place = folderOf(root, path, "rm");
    place.folder.entries.delete(place.name);
    const kind = node.kind === "folder" ? "removeFolder" : "remove";
    log.push({ kind, path, node: node.number, at: entryOf(place) });
  }

  function opened(path: string, file: TreeFile): OpenFile {
    const node = file.number;
    let isOpen = true;

    function requireOpen(syscall: string): void {
      if (!isOpen) throw systemError("EBADF", syscall, path);
    }

    function change(operation: ContentOperation, syscall: string): void {
      requireOpen(syscall);
      file.bytes = changed(file.bytes, [operation]);
      file.modified = clock();
      log.push(operation);
    }

    return {
      write: async (bytes, position) => {
        change({ kind: "write", path, node, bytes: Uint8Array.from(bytes), position }, "write");
        return bytes.length;
      },
      truncate: async (size) => change({ kind: "truncate", path, node, size }, "ftruncate"),
      setMode: async (mode) => {
        requireOpen("fchmod");
        file.mode = mode;
        log.push({ kind: "setMode", path, node, mode });
      },
      syncData: async () => {
        requireOpen("fdatasync");
        log.push({ kind: "syncData", path, node });
      },
      sync: async () => {
        requireOpen("fsync");
        log.push({ kind: "sync", path, node });
      },
      size: async () => {
        requireOpen("fstat");
        return file.bytes.length;
      },
      close: async () => {
        isOpen = false;
      },
    };
  }

  return {
    log,
    tree: () => copyOf(root),
    facts: async (path) => {
      const node = nodeAt(root, path, "stat");
      return node && factsOf(node);
    },
    realPath: async (path) => {
      existing(path, "realpath");
      return resolve(path);
    },
    read: async (path) => existingFile(path, "read", "open").bytes.slice(),
    list: async (path) => {
      const node = nodeAt(root, path, "scandir");
      if (node?.kind === "file") throw systemError("ENOTDIR", "scandir", path);
      return node === null ? [] : [...node.entries.keys()].sort();
    },
    create: async (path, mode) => {
      const place = vacant(path, "open");
      const file: TreeFile = { kind: "file", number: ++lastNumber, bytes: new Uint8Array(), mode, modified: clock() };
      place.folder.entries.set(place.name, file);
      log.push({ kind: "create", path, node: file.number, at: entryOf(place), mode });
      return opened(path, file);
    },
    open: async (path) => opened(path, existingFile(path, "open")),
    link: async (from, to) => {
      const node = existing(from, "link");
      const place = vacant(to, "link");
      if (node.kind !== "file") throw systemError("EPERM", "link", from);
      place.folder.entries.set(place.name, node);
      log.push({ kind: "link", path: to, node: node.number, at: entryOf(place) });
    },
    rename: async (from, to) => {
      const node = existing(from, "rename");
      const source = folderOf(root, from, "rename");
      const target = folderOf(root, to, "rename");
      const replaced = target.folder.entries.get(target.name);
      if (replaced === node) return;
      requireReplaceable(node, replaced, to);
      source.folder.entries.delete(source.name);
      target.folder.entries.set(target.name, node);
      log.push({ kind: "rename", path: to, node: node.number, from: entryOf(source), at: entryOf(target) });
    },
    remove: async (path) => {
      discard(path, existingFile(path, "unlink"));
    },
    removeFolder: async (path) => {
      const node = nodeAt(root, path, "rm");
      if (node !== null) discard(path, node);
    },
    createFolder: async (path) => makeFolder(path),
    ensureFolder: async (path) => ensure(resolve(path)),
    syncFolder: async (path) => {
      const { number } = existing(path, "open");
      log.push({ kind: "syncFolder", path, node: number });
    },
  };
}

function entryOf({ folder, name }: TreePlace): Entry {
  return { folder: folder.number, name };
}

function requireReplaceable(node: TreeNode, replaced: TreeNode | undefined, path: string): void {
  if (!replaced) return;
  if (node.kind === "file" && replaced.kind === "folder") throw systemError("EISDIR", "rename", path);
  if (node.kind === "folder" && replaced.kind === "file") throw systemError("ENOTDIR", "rename", path);
  if (replaced.kind === "folder" && replaced.entries.size > 0) throw systemError("ENOTEMPTY", "rename", path);
}

function factsOf(node: TreeNode): FileFacts {
  const identity = `memory:${node.number}`;
  if (node.kind === "folder") return { kind: "folder", size: 0, modified: 0, mode: 0o755, identity };
  const { bytes, modified, mode } = node;
  return { kind: "file", size: bytes.length, modified, mode, identity };
}
