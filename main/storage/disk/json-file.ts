import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { type Adapter, Low } from "lowdb";
import type { z } from "zod";
import { Failure } from "../../../annotations/api/reply.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { shownName } from "../../host/file-name.ts";
import { syncFolders, writeDurably } from "./durable-file.ts";
import { unsaved } from "./fault.ts";
import type { Files } from "./files.ts";
import { type JsonContent, jsonContent } from "./json-content.ts";
import type { FileKind } from "./migrations.ts";
import { bytesOf, type Place } from "./place.ts";
import { keepAs } from "./quarantine.ts";

/** A lowdb adapter for a file that several programs may write. */
export interface JsonFile<T> extends Adapter<T> {
  /** Whether a later version of the program wrote what was read, so that it must not be replaced. */
  readonly newer: boolean;
}

/**
 * A lowdb adapter for one JSON file of the store. Reading checks all there is to check and touches nothing. Writing is
 * durable, keeps unknown fields, and only replaces what was read or written here before; a file that somebody else has
 * changed meanwhile stays, and the write fails. A file of a former version of the format is kept where `keepOlder` says.
 */
export function jsonFile<T extends object>(
  files: Files,
  place: Place,
  kind: FileKind,
  schema: z.ZodType<T>,
  keepOlder?: (version: number) => Place,
): JsonFile<T> {
  /** What the file may hold, as hashes. Two of them after a write that failed half-way. */
  let expected: readonly string[] = [hashOf(null)];
  let newer = false;
  /** The former version of the format that the file has. */
  let older: number | null = null;

  async function beforeRename(mine: T): Promise<void> {
    await requireCurrent(mine);
    const kept = older === null ? undefined : keepOlder?.(older);
    if (!kept) return;
    await keepAs(files, place.path, kept.path);
    await syncFolders(files, dirname(kept.path), 2);
  }

  async function requireCurrent(mine: T): Promise<void> {
    const bytes = await bytesOf(files, place);
    if (expected.includes(hashOf(bytes))) return;
    const theirs = bytes && jsonContent(bytes, kind, schema);
    throw changedOutside(place.label, theirs?.kind === "good" ? differences(theirs.value, mine) : "");
  }

  return {
    get newer() {
      return newer;
    },
    read: async () => {
      const bytes = await bytesOf(files, place);
      const content = bytes && jsonContent(bytes, kind, schema);
      const value = content && readable(content, place.label);
      newer = content?.kind === "newer";
      older = content?.kind === "good" && content.version < SCHEMA_VERSION ? content.version : null;
      expected = [hashOf(bytes)];
      return value;
    },
    write: async (data) => {
      const bytes = Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
      const written = hashOf(bytes);
      try {
        if (newer) throw newerVersion(place.label);
        await writeDurably(files, { path: place.path, bytes }, { beforeRename: () => beforeRename(data) });
        expected = [written];
        older = null;
      } catch (error) {
        expected = [...expected, written];
        throw unsaved(place.label, error);
      }
    },
  };
}

/** The lowdb store of a file that must be there. */
export async function openJson<T>(adapter: Adapter<T>, label: string): Promise<Low<T>> {
  const data = await adapter.read();
  if (data === null) throw new Failure("refused", `${label} is missing.`);
  return new Low(adapter, data);
}

function readable<T>(content: JsonContent<T>, label: string): T {
  if (content.kind === "damaged") {
    throw new Failure("refused", `${label} cannot be read: ${content.reason}. Nothing was changed.`);
  }
  if (content.value === null) throw newerVersion(label);
  return content.value;
}

/** The failure for a file that only a later version of the program may change. */
export function newerVersion(label: string): Failure {
  return new Failure(
    "refused",
    `${label} was written by a newer version of Parallax; open it with that version. Nothing was changed.`,
  );
}

function changedOutside(label: string, what: string): Failure {
  return new Failure(
    "refused",
    `${label} was changed by another program since Parallax read it, and was left as it is. ${what}Make the change again if it should hold.`,
  );
}

/** Both versions of each property that people can read and that differs. */
function differences(theirs: object, mine: object): string {
  const there = new Map<string, unknown>(Object.entries(theirs));
  return Object.entries(mine)
    .filter(([key, value]) => typeof value !== "object" && there.get(key) !== value)
    .map(
      ([key, value]) =>
        `There it says ${key} “${shownName(String(there.get(key) ?? ""))}”, here “${shownName(String(value))}”. `,
    )
    .join("");
}

function hashOf(bytes: Uint8Array | null): string {
  return bytes === null ? "no file" : createHash("sha256").update(bytes).digest("hex");
}
