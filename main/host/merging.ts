import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Input } from "../../annotations/api/contract.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import type { ReadCopy } from "../storage/project/other-copy.ts";
import { copyIn, readCopy } from "../storage/project/other-copy.ts";
import { shownName } from "./file-name.ts";

/** Another copy of the project that was read and waits for a decision. */
export interface WaitingCopy {
  /** What it is called where it comes from. */
  readonly name: string;
  readonly copy: ReadCopy;
}

/** The copies that wait to be merged, each under an id that means nothing elsewhere. */
export interface WaitingCopies {
  /** Keeps a copy; its id. */
  keep(waiting: WaitingCopy): string;
  /** Throws a `Failure` when it does not wait any more. */
  get(id: string): WaitingCopy;
  forget(id: string): void;
}

/** Nobody says when a window was closed, so that the oldest make room. */
const MOST_WAITING = 3;

export function waitingCopies(): WaitingCopies {
  const waiting = new Map<string, WaitingCopy>();
  return {
    keep: (copy) => {
      const id = randomUUID();
      waiting.set(id, copy);
      const [oldest] = waiting.keys();
      if (oldest && waiting.size > MOST_WAITING) waiting.delete(oldest);
      return id;
    },
    get: (id) => {
      const copy = waiting.get(id);
      if (!copy) throw new Failure("refused", "This copy does not wait any more. Choose it again.");
      return copy;
    },
    forget: (id) => {
      waiting.delete(id);
    },
  };
}

/** Reads a file or a folder that the person chose in the system's dialog. */
export async function chosenCopy(path: string): Promise<WaitingCopy> {
  return { name: shownName(basename(path)), copy: await readCopy(nodeFiles, path) };
}

/** Reads what the screen was given: one file, or the files of a project folder by their places in it. */
export async function uploadedCopy({ name, files }: Input<"merge.stage">): Promise<WaitingCopy> {
  const shown = shownName(name);
  const [first] = files;
  if (first && first.place === null) {
    return { name: shown, copy: copyIn(Buffer.from(first.base64, "base64"), { label: shown }) };
  }
  return { name: shown, copy: await uploadedFolder(files) };
}

/** The files lie in a folder of their own while they are read; the contract lets no place lead out of it. */
async function uploadedFolder(files: Input<"merge.stage">["files"]): Promise<ReadCopy> {
  const root = await mkdtemp(join(tmpdir(), "parallax-merge-"));
  const folder = join(root, "the other copy");
  try {
    for (const { place, base64 } of files) {
      const path = join(folder, place ?? "project.json");
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, Buffer.from(base64, "base64"), { flag: "wx" });
    }
    return await inMemory(await readCopy(nodeFiles, folder));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      throw new Failure("refused", "The folder has one file twice. Choose it again.");
    }
    throw error;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The copy with the files that its articles were imported from, which are gone afterwards. */
async function inMemory(copy: ReadCopy): Promise<ReadCopy> {
  const sources = await Promise.all(copy.sources.map((source) => copy.withOriginal(source)));
  const known = new Map(sources.map((read) => [read.source.id, read]));
  return {
    ...copy,
    withOriginal: async (source) => known.get(source.id) ?? { source, original: Buffer.from(source.text) },
  };
}
