import { basename, dirname, parse, resolve, sep } from "node:path";

/** A file in memory, under however many names. */
export interface TreeFile {
  readonly kind: "file";
  readonly number: number;
  bytes: Uint8Array;
  mode: number;
  /** In milliseconds since 1970. */
  modified: number;
}

export interface TreeFolder {
  readonly kind: "folder";
  readonly number: number;
  readonly entries: Map<string, TreeNode>;
}

export type TreeNode = TreeFile | TreeFolder;

/** A name in a folder, taken or not. */
export interface TreePlace {
  readonly folder: TreeFolder;
  readonly name: string;
}

/** The number of the folder that all others lie in. */
export const ROOT = 1;

export function treeFolder(number: number): TreeFolder {
  return { kind: "folder", number, entries: new Map() };
}

/** The time of a tree: a millisecond for each operation, so that no two changes have the same, from now on at least. */
export function clockOf(root: TreeFolder): () => number {
  let time = Math.max(Date.now(), latestChange(root));
  return () => ++time;
}

/** What is at a path; null when nothing is. Throws what Node throws for `syscall` when the way leads through a file. */
export function nodeAt(root: TreeFolder, path: string, syscall: string): TreeNode | null {
  let node: TreeNode = root;
  for (const name of namesOf(path)) {
    if (node.kind !== "folder") throw systemError("ENOTDIR", syscall, path);
    const next = node.entries.get(name);
    if (!next) return null;
    node = next;
  }
  return node;
}

/** The folder that a path's last name is or would be in. */
export function folderOf(root: TreeFolder, path: string, syscall: string): TreePlace {
  const folder = nodeAt(root, dirname(resolve(path)), syscall);
  if (folder === null) throw systemError("ENOENT", syscall, path);
  if (folder.kind !== "folder") throw systemError("ENOTDIR", syscall, path);
  return { folder, name: basename(resolve(path)) };
}

/** The same tree again; a file under several names stays one file. */
export function copyOf(folder: TreeFolder, copied: Map<TreeFile, TreeFile> = new Map()): TreeFolder {
  const copy = treeFolder(folder.number);
  for (const [name, node] of folder.entries) {
    if (node.kind === "folder") copy.entries.set(name, copyOf(node, copied));
    else {
      const file = copied.get(node) ?? { ...node };
      copied.set(node, file);
      copy.entries.set(name, file);
    }
  }
  return copy;
}

/** The highest number in a tree. */
export function highestNumber(node: TreeNode): number {
  if (node.kind === "file") return node.number;
  return Math.max(node.number, ...[...node.entries.values()].map(highestNumber));
}

function latestChange(node: TreeNode): number {
  return node.kind === "file" ? node.modified : Math.max(0, ...[...node.entries.values()].map(latestChange));
}

/** An error like those that Node throws for what the system refuses. */
export function systemError(code: string, syscall: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${syscall} '${path}'`), { code, syscall, path });
}

/** The names on the way to every path that was asked for: the same ones come again and again. */
const ways = new Map<string, readonly string[]>();

function namesOf(path: string): readonly string[] {
  const known = ways.get(path);
  if (known) return known;
  const absolute = resolve(path);
  const names = absolute
    .slice(parse(absolute).root.length)
    .split(sep)
    .filter((name) => name !== "");
  if (ways.size > 10_000) ways.clear();
  ways.set(path, names);
  return names;
}
