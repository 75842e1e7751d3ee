import { type ContentOperation, changed, type FileOperation, resized } from "./file-operation.ts";
import { clockOf, ROOT, type TreeFolder, type TreeNode, treeFolder } from "./file-tree.ts";
import { type MemoryFiles, memoryFiles } from "./memory-files.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** Disks write so many bytes whole or not at all. */
const PAGE = 512;

/** A disk that operations arrive at, and that may lose its power after any of them. */
export interface Disk {
  arrive(operation: FileOperation): void;
  /** The files when all that arrived is there, as after the death of the process that wrote. */
  untouched(): MemoryFiles;
  /** The files as the disk may have them when the power fails now; without end, each drawn anew. */
  statesAfterPowerLoss(random: SeededRandom): Generator<MemoryFiles, never>;
}

/**
 * A disk that holds `tree`, by default nothing, and promises what POSIX promises and nothing more. Fed with the log of
 * `memoryFiles(tree)` up to some operation, it gives the states that a power cut may leave behind.
 *
 * What is in a file is safe once `sync` or `syncData` of that file returned. Of what was changed since, up to any of the
 * changes, each file by itself has lost all, kept all, or is torn: changed up to some byte; the same with zeros from
 * there to its full length; or each page of 512 bytes either new, or old, which is zero where nothing was. A mode is
 * safe after `sync` only.
 *
 * Names belong to folders. That a name was made, linked, renamed, removed, or that a folder was made in a folder is safe
 * once `syncFolder` of that folder returned; `sync` of the file does not help. Of what was done to names since, any part
 * may have survived, in the order in which it was done. A file without any name is gone, whatever was synced in it, and
 * so is all in a folder without a name. To rename within a folder is one change; over two folders it is one change in
 * each, and the old name does not go before the new one is there.
 */
export function diskOf(tree: TreeFolder = treeFolder(ROOT)): Disk {
  const files = new Map<number, DiskFile>();
  const folders = new Map<number, DiskFolder>();
  const clock = clockOf(tree);
  take(tree);

  function take(node: TreeNode): void {
    if (node.kind === "file") {
      files.set(node.number, { ...node, synced: [], waiting: [], waitingMode: null });
      return;
    }
    const names = new Map([...node.entries].map(([name, { number }]) => [name, number]));
    folders.set(node.number, { names, waiting: [] });
    for (const child of node.entries.values()) take(child);
  }

  function fileOf(node: number): DiskFile {
    const file = files.get(node);
    if (!file) throw new Error(`the log does not say where file ${node} comes from`);
    return file;
  }

  function folderOf(node: number): DiskFolder {
    const folder = folders.get(node);
    if (!folder) throw new Error(`the log does not say where folder ${node} comes from`);
    return folder;
  }

  function arrive(operation: FileOperation): void {
    switch (operation.kind) {
      case "create":
        files.set(operation.node, newFile(operation.mode, clock()));
        rename(operation.at.folder, [[operation.at.name, operation.node]]);
        break;
      case "createFolder":
        folders.set(operation.node, { names: new Map(), waiting: [] });
        rename(operation.at.folder, [[operation.at.name, operation.node]]);
        break;
      case "link":
        rename(operation.at.folder, [[operation.at.name, operation.node]]);
        break;
      case "remove":
      case "removeFolder":
        rename(operation.at.folder, [[operation.at.name, null]]);
        break;
      case "rename": {
        const { from, at, node } = operation;
        if (from.folder === at.folder) {
          rename(at.folder, [
            [from.name, null],
            [at.name, node],
          ]);
        } else {
          rename(from.folder, [[from.name, null]], rename(at.folder, [[at.name, node]]));
        }
        break;
      }
      case "write":
      case "truncate":
        fileOf(operation.node).waiting.push(operation);
        fileOf(operation.node).modified = clock();
        break;
      case "setMode":
        fileOf(operation.node).waitingMode = operation.mode;
        break;
      case "syncData":
        syncBytes(fileOf(operation.node));
        break;
      case "sync":
        syncBytes(fileOf(operation.node));
        syncMode(fileOf(operation.node));
        break;
      case "syncFolder":
        syncNames(folderOf(operation.node));
        break;
      default:
        operation satisfies never;
    }
  }

  function rename(folder: number, names: NameChange["names"], after: NameChange | null = null): NameChange {
    const change: NameChange = { names, after, isSafe: false };
    folderOf(folder).waiting.push(change);
    return change;
  }

  function stateAfter(luck: Luck): MemoryFiles {
    const survivors = new Map<NameChange, boolean>();
    const made = new Map<number, TreeNode>();

    function survives(change: NameChange): boolean {
      const known = survivors.get(change);
      if (known !== undefined) return known;
      const result = change.isSafe || ((change.after === null || survives(change.after)) && luck.keeps());
      survivors.set(change, result);
      return result;
    }

    function folderAfter(number: number): TreeFolder {
      const { names, waiting } = folderOf(number);
      const left = new Map(names);
      for (const change of waiting) if (survives(change)) carryOut(change, left);
      const folder = treeFolder(number);
      for (const [name, node] of left) folder.entries.set(name, nodeAfter(node));
      return folder;
    }

    function nodeAfter(number: number): TreeNode {
      const known = made.get(number);
      if (known) return known;
      const node = folders.has(number) ? folderAfter(number) : fileAfter(number);
      made.set(number, node);
      return node;
    }

    function fileAfter(number: number): TreeNode {
      const file = fileOf(number);
      const { mode, modified, waiting, waitingMode } = file;
      const bytes = safeBytes(file);
      return {
        kind: "file",
        number,
        bytes: waiting.length === 0 ? bytes : luck.contentOf(bytes, waiting),
        mode: waitingMode !== null && luck.keeps() ? waitingMode : mode,
        modified,
      };
    }

    return memoryFiles(folderAfter(ROOT));
  }

  return {
    arrive,
    untouched: () => stateAfter(ALL_KEPT),
    statesAfterPowerLoss: function* (random) {
      while (true) yield stateAfter(luckOf(random));
    },
  };
}

interface DiskFile {
  /** What is safe, together with the changes that were synced and are not in it yet. */
  bytes: Uint8Array;
  synced: ContentOperation[];
  mode: number;
  /** Of no use to whoever wants to know what is safe: it is always that of the last change. */
  modified: number;
  /** What was changed since. */
  waiting: ContentOperation[];
  waitingMode: number | null;
}

interface DiskFolder {
  /** What is safe: names and the numbers of what they stand for. */
  readonly names: Map<string, number>;
  waiting: NameChange[];
}

/** Names of one folder that get another meaning, or none, all at once. */
interface NameChange {
  readonly names: readonly (readonly [name: string, node: number | null])[];
  /** Cannot survive without this one. */
  readonly after: NameChange | null;
  isSafe: boolean;
}

/** What a power cut spares. */
interface Luck {
  keeps(): boolean;
  /** What is left in a file that had `bytes` and was then changed. */
  contentOf(bytes: Uint8Array, changes: readonly ContentOperation[]): Uint8Array;
}

const ALL_KEPT: Luck = { keeps: () => true, contentOf: (bytes, changes) => changed(bytes, changes) };
const ALL_LOST: Luck = { keeps: () => false, contentOf: (bytes) => bytes };

/** One time in eight all is lost, one time in eight all is kept; else everything has its own fate. */
function luckOf(random: SeededRandom): Luck {
  const kind = random.below(8);
  if (kind === 0) return ALL_LOST;
  if (kind === 1) return ALL_KEPT;
  const share = (1 + random.below(7)) / 8;
  return {
    keeps: () => random.chance(share),
    contentOf: (bytes, changes) => {
      const reached = changed(bytes, changes.slice(0, random.below(changes.length) + 1));
      return torn(bytes, reached, random);
    },
  };
}

function torn(old: Uint8Array, reached: Uint8Array, random: SeededRandom): Uint8Array {
  switch (random.below(5)) {
    case 0:
      return old;
    case 1:
      return reached;
    case 2:
      return brokenOff(old, reached, firstDifference(old, reached), random);
    case 3:
      return resized(brokenOff(old, reached, firstDifference(old, reached), random), reached.length);
    default:
      return pagewise(old, reached, random);
  }
}

/** New up to some byte, then as it was; where nothing was the file ends. */
function brokenOff(old: Uint8Array, reached: Uint8Array, from: number, random: SeededRandom): Uint8Array {
  const end = from + random.below(reached.length - from + 1);
  const result = resized(old, Math.max(end, Math.min(old.length, reached.length)));
  result.set(reached.subarray(0, end));
  return result;
}

/** Each page new or as it was. */
function pagewise(old: Uint8Array, reached: Uint8Array, random: SeededRandom): Uint8Array {
  const result = resized(old, reached.length);
  for (let start = 0; start < reached.length; start += PAGE) {
    if (random.chance(0.5)) result.set(reached.subarray(start, start + PAGE), start);
  }
  return result;
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i;
  return length;
}

function newFile(mode: number, modified: number): DiskFile {
  return { bytes: new Uint8Array(), mode, modified, synced: [], waiting: [], waitingMode: null };
}

function syncBytes(file: DiskFile): void {
  file.synced.push(...file.waiting);
  file.waiting = [];
}

function safeBytes(file: DiskFile): Uint8Array {
  if (file.synced.length > 0) file.bytes = changed(file.bytes, file.synced);
  file.synced = [];
  return file.bytes;
}

function syncMode(file: DiskFile): void {
  file.mode = file.waitingMode ?? file.mode;
  file.waitingMode = null;
}

function syncNames(folder: DiskFolder): void {
  for (const change of folder.waiting) {
    carryOut(change, folder.names);
    change.isSafe = true;
    if (change.after) change.after.isSafe = true;
  }
  folder.waiting = [];
}

function carryOut({ names }: NameChange, left: Map<string, number>): void {
  for (const [name, node] of names) {
    if (node === null) left.delete(name);
    else left.set(name, node);
  }
}
