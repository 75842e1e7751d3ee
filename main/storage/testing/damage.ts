import { basename, join, relative, resolve } from "node:path";
import {
  copyOf,
  folderOf,
  highestNumber,
  nodeAt,
  type TreeFile,
  type TreeFolder,
  type TreeNode,
  treeFolder,
} from "./file-tree.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** What befell a file. */
export const DAMAGES = [
  "truncated",
  "emptied",
  "zeroed in part",
  "zeroed",
  "one bit flipped",
  "bits flipped",
  "removed",
  "swapped with another project's",
  "duplicated by a sync service",
  "given CRLF line ends",
  "replaced by a folder",
] as const;
export type Damage = (typeof DAMAGES)[number];

/** The files of a project that are damaged in like ways. */
export const FILE_KINDS = [
  ["project.json", /^project\.json$/],
  ["a source's metadata", /^sources\/[^.]+\.json$/],
  ["a source's text", /^sources\/[^.]+\.txt$/],
  ["an imported file", /^sources\/.+\.original\.txt$/],
  ["a set", /^annotations\//],
  ["a journal segment", /^journal\//],
  ["a backup", /^backups\/annotations\//],
  ["a copy of a shared file", /^backups\/(project\.json|sources\/)/],
  ["a file in quarantine", /^quarantine\//],
] as const;

/** The same project with one of its files damaged. */
export interface Damaged {
  readonly tree: TreeFolder;
  /** The file's place in the project. */
  readonly file: string;
  /** What is left of it, or was put beside it; null when nothing is. */
  readonly bytes: Uint8Array | null;
}

/** The places of all files under a folder, in order. */
export function filesIn(tree: TreeFolder, folder: string): readonly string[] {
  const node = nodeAt(tree, folder, "scandir");
  if (node?.kind !== "folder") return [];
  return [...filesUnder(node, folder)].map((path) => relative(folder, path)).sort();
}

function* filesUnder(node: TreeFolder, path: string): Generator<string> {
  for (const [name, child] of node.entries) {
    if (child.kind === "folder") yield* filesUnder(child, join(path, name));
    else yield join(path, name);
  }
}

/** Does damage to one file of the project in `folder`; `other` is a project that lies in the same place elsewhere. */
export function damagedTree(
  tree: TreeFolder,
  other: TreeFolder,
  folder: string,
  file: string,
  damage: Damage,
  random: SeededRandom,
): Damaged {
  const copy = copyOf(tree);
  const path = resolve(folder, file);
  const place = folderOf(copy, path, "open");
  const node = place.folder.entries.get(place.name);
  if (node?.kind !== "file") throw new Error(`${file} is no file`);
  const set = (next: TreeNode | null, name = place.name) => {
    if (next === null) place.folder.entries.delete(name);
    else place.folder.entries.set(name, next);
    return { tree: copy, file, bytes: next?.kind === "file" ? next.bytes : null };
  };
  // A disk that goes bad changes no times; programs do.
  const rotten = (bytes: Uint8Array) => {
    node.bytes = bytes;
    if (random.chance(0.5)) node.modified += 1_000;
    return { tree: copy, file, bytes };
  };
  const { bytes } = node;
  switch (damage) {
    case "truncated":
      return rotten(bytes.slice(0, random.below(Math.max(bytes.length, 1))));
    case "emptied":
      return rotten(new Uint8Array());
    case "zeroed":
      return rotten(new Uint8Array(bytes.length));
    case "zeroed in part":
      return rotten(zeroed(bytes, random));
    case "one bit flipped":
      return rotten(flipped(bytes, 1, random));
    case "bits flipped":
      return rotten(flipped(bytes, 2 + random.below(8), random));
    case "removed":
      return set(null);
    case "swapped with another project's":
      return set(newFile(copy, otherFile(other, folder, file, random)));
    case "duplicated by a sync service":
      return set(newFile(copy, bytes), conflictName(file, random));
    case "given CRLF line ends":
      return rotten(Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("\n", "\r\n"), "latin1"));
    case "replaced by a folder":
      return set(treeFolder(highestNumber(copy) + 1));
    default:
      return damage satisfies never;
  }
}

function newFile(tree: TreeFolder, bytes: Uint8Array): TreeFile {
  return { kind: "file", number: highestNumber(tree) + 1, bytes: bytes.slice(), mode: 0o600, modified: Date.now() };
}

/** A file of the same kind, of the same name if there is one. */
function otherFile(other: TreeFolder, folder: string, file: string, random: SeededRandom): Uint8Array {
  const names = filesIn(other, folder);
  const [, pattern] = FILE_KINDS.find(([, kind]) => kind.test(file)) ?? [];
  const alike = names.filter((name) => name === file || pattern?.test(name));
  const chosen = alike.find((name) => name === file) ?? alike[random.below(alike.length)];
  const node = chosen === undefined ? null : nodeAt(other, join(folder, chosen), "open");
  if (node?.kind !== "file") throw new Error(`the other project has nothing like ${file}`);
  return node.bytes;
}

function conflictName(file: string, random: SeededRandom): string {
  const [name = "", ...extensions] = basename(file).split(/(?=\.)/);
  const endings = [" (conflicted copy 2026-11-21)", ".sync-conflict-20261121-101500-ABCDEFG", " (1)"];
  return `${name}${extensions.slice(0, -1).join("")}${endings[random.below(endings.length)]}${extensions.at(-1) ?? ""}`;
}

function zeroed(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const start = random.below(Math.max(bytes.length, 1));
  const length = 1 + random.below(Math.max(bytes.length - start, 1));
  return bytes.slice().fill(0, start, start + length);
}

function flipped(bytes: Uint8Array, count: number, random: SeededRandom): Uint8Array {
  const result = bytes.slice();
  for (let n = 0; n < count && result.length > 0; n++) {
    const at = random.below(result.length);
    result[at] = (result[at] ?? 0) ^ (1 << random.below(8));
  }
  return result;
}

/** Whether some file of a project holds just these bytes. */
export function holdsBytes(tree: TreeFolder, folder: string, bytes: Uint8Array): boolean {
  return filesIn(tree, folder).some((file) => {
    const node = nodeAt(tree, join(folder, file), "open");
    return node?.kind === "file" && Buffer.compare(node.bytes, bytes) === 0;
  });
}
