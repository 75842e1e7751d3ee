import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import type { InputFile } from "../../../annotations/exchange/input-file.ts";
import { shownName } from "../file-name.ts";
import { archiveFiles, isArchive } from "./archive.ts";
import { decodedFile } from "./decoded-file.ts";
import { diskFile, firstBytes } from "./disk-file.ts";
import { ARCHIVE_LIMITS, MOST_FILES } from "./limits.ts";

/** A file as somebody handed it over, with its name or its place in a folder. */
export interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files that were handed over; one that is an archive is unpacked, whatever it is called. */
export async function handedFiles(files: readonly HandedFile[]): Promise<readonly InputFile[]> {
  const [only, ...others] = files;
  if (only && others.length === 0 && isArchive(only.bytes)) return archiveFiles(only.name, only.bytes);
  return files.map(({ name, bytes }) => decodedFile(name, bytes));
}

/**
 * The files at a path of this machine: a file, what an archive holds, or all files of a folder and those in it. Reads
 * nothing but regular files, and follows no link inside of a folder. For a thread that may wait for the disk.
 */
export async function filesAt(path: string): Promise<readonly InputFile[]> {
  const name = shownName(path);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts) throw new Refusal(`${name} does not exist.`);
  if (facts.isDirectory()) return folderFiles(path);
  if (!facts.isFile()) throw new Refusal(`${name} is not a file. Save what it holds as a file first.`);
  if (facts.size === 0) throw new Refusal(`${name} is empty.`);
  const isPacked = facts.size <= ARCHIVE_LIMITS.all && isArchive(firstBytes(path, 4));
  return isPacked ? archiveFiles(basename(path), readFileSync(path)) : [diskFile(basename(path), path, facts.size)];
}

function folderFiles(folder: string): readonly InputFile[] {
  const files: InputFile[] = [];
  const open = [""];
  for (let below = open.shift(); below !== undefined; below = open.shift()) {
    for (const entry of readdirSync(join(folder, below)).sort()) {
      const path = below === "" ? entry : `${below}/${entry}`;
      const place = join(folder, path);
      const facts = lstatSync(place);
      if (facts.isDirectory()) open.push(path);
      if (facts.isFile()) files.push(diskFile(path, place, facts.size));
      if (files.length + open.length > MOST_FILES) {
        throw new Refusal(
          `${shownName(folder)} holds more than ${MOST_FILES} files. Choose the folder that holds the annotations.`,
        );
      }
    }
  }
  if (files.length === 0) throw new Refusal(`${shownName(folder)} holds no files.`);
  return files;
}
