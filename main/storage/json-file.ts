import { createHash } from "node:crypto";
import { type Adapter, Low } from "lowdb";
import type { z } from "zod";
import { Failure } from "../../annotations/api/reply.ts";
import { type JsonLimits, parseJson } from "../../annotations/text/json.ts";
import { shownName } from "../host/file-name.ts";
import { writeDurably } from "./durable-file.ts";
import { unsaved } from "./fault.ts";
import type { Files } from "./files.ts";
import { type FileKind, isNewer, migrated } from "./migrations.ts";
import { bytesOf, type Place } from "./place.ts";

/** A set of many thousand marks has more values than a text from outside may have. */
const STORE_LIMITS: JsonLimits = { depth: 64, nodes: 50_000_000 };

/** A lowdb adapter that knows what its file should hold. */
export interface JsonFile<T> extends Adapter<T> {
  /** Whether the file is still what was read or written here. */
  isCurrent(): Promise<boolean>;
}

/**
 * A lowdb adapter for one JSON file of the store. Reading checks all there is to check and touches nothing. Writing is
 * durable, keeps unknown fields, and only replaces what was read or written here before; a file that somebody else has
 * changed meanwhile stays, and the write fails.
 */
export function jsonFile<T>(files: Files, place: Place, kind: FileKind, schema: z.ZodType<T>): JsonFile<T> {
  /** What the file may hold, as hashes. Two of them after a write that failed half-way. */
  let expected: readonly string[] = [hashOf(null)];

  async function isCurrent(): Promise<boolean> {
    return expected.includes(hashOf(await bytesOf(files, place)));
  }

  async function requireCurrent(): Promise<void> {
    if (!(await isCurrent())) throw changedOutside(place.label);
  }

  return {
    read: async () => {
      const bytes = await bytesOf(files, place);
      const value = bytes === null ? null : parseContent(bytes, place.label, kind, schema);
      expected = [hashOf(bytes)];
      return value;
    },
    write: async (data) => {
      const bytes = Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
      const written = hashOf(bytes);
      try {
        await writeDurably(files, { path: place.path, bytes }, { beforeRename: requireCurrent });
        expected = [written];
      } catch (error) {
        expected = [...expected, written];
        throw unsaved(place.label, error);
      }
    },
    isCurrent,
  };
}

/** The lowdb store of a file that must be there. */
export async function openJson<T>(adapter: Adapter<T>, label: string): Promise<Low<T>> {
  const data = await adapter.read();
  if (data === null) throw new Failure("refused", `${label} is missing.`);
  return new Low(adapter, data);
}

function parseContent<T>(bytes: Uint8Array, label: string, kind: FileKind, schema: z.ZodType<T>): T {
  const parsed = parseJson(decode(bytes, label), STORE_LIMITS);
  if (!parsed.ok) throw new Failure("refused", `${label} cannot be read: ${parsed.reason}. Nothing was changed.`);
  if (isNewer(parsed.value)) {
    throw new Failure(
      "refused",
      `${label} was written by a newer version of Parallax; open it with that version. Nothing was changed.`,
    );
  }
  const result = schema.safeParse(migrated(kind, parsed.value));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.map(String).join(".") || "the whole file";
  throw new Failure(
    "refused",
    `${label} does not have the form of a Parallax file: ${shownName(`${where}: ${issue?.message ?? "unexpected"}`)}. Nothing was changed.`,
  );
}

function decode(bytes: Uint8Array, label: string): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Failure("refused", `${label} cannot be read: it is not UTF-8 text. Nothing was changed.`);
  }
  if (text.trim() === "") throw new Failure("refused", `${label} cannot be read: it is empty. Nothing was changed.`);
  return text;
}

function changedOutside(label: string): Failure {
  return new Failure(
    "not-saved",
    `${label} was changed by somebody else since Parallax read it. It was left as it is; open the project again to see it.`,
  );
}

function hashOf(bytes: Uint8Array | null): string {
  return bytes === null ? "no file" : createHash("sha256").update(bytes).digest("hex");
}
