import { Failure } from "../../../annotations/api/reply.ts";
import { unreadable } from "./fault.ts";
import type { FileFacts, Files } from "./files.ts";

/** Node reads no larger file at once, in bytes. */
const LARGEST = 2 ** 31 - 1;

/** Where something of the store is, and how sentences for people name it. */
export interface Place {
  readonly path: string;
  readonly label: string;
}

/** The names in a folder of the store, sorted; none when it is not there. */
export async function namesIn(files: Files, { path, label }: Place): Promise<readonly string[]> {
  try {
    return await files.list(path);
  } catch (error) {
    throw unreadable(label, error);
  }
}

/** What stands at a place of the store; null when nothing does. */
export async function factsAt(files: Files, { path, label }: Place): Promise<FileFacts | null> {
  try {
    return await files.facts(path);
  } catch (error) {
    throw unreadable(label, error);
  }
}

/** The bytes of a file of the store; null when it is not there. */
export async function bytesOf(files: Files, { path, label }: Place): Promise<Uint8Array | null> {
  try {
    const facts = await files.facts(path);
    if (facts === null) return null;
    // Reading a pipe or a device could wait for ever.
    if (facts.kind !== "file") throw new Failure("refused", notAFile(label, facts.kind));
    if (facts.size > LARGEST) throw new Failure("refused", `${label} is too large to be read.`);
    return await files.read(path);
  } catch (error) {
    throw unreadable(label, error);
  }
}

function notAFile(label: string, kind: FileFacts["kind"]): string {
  const what = kind === "folder" ? "is a folder, and should be a file" : "is not a file";
  return `${label} ${what}. Nothing was changed; move it out of the project, and open the project again.`;
}

/** The failure that says why something in the project cannot be used as it is. */
export function damaged({ label }: Place, reason: string): Failure {
  return new Failure(
    "refused",
    `${label} was damaged or changed: ${reason}. Nothing was changed; put it back from a copy of the project.`,
  );
}
