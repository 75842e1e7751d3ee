import type { z } from "zod";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { type JsonLimits, parseJson } from "../../../annotations/text/json.ts";
import { shownName } from "../../host/file-name.ts";
import { type FileKind, isNewer, migrated, versionOf } from "./migrations.ts";

/** A set of many thousand marks has more values than a text from outside may have. */
const STORE_LIMITS: JsonLimits = { depth: 64, nodes: 50_000_000 };

/**
 * What the bytes of a JSON file of the store say: a value as the present version has it, with the version that it came
 * from; the value of a file that a later
 * version wrote, as far as this one understands it; or why it cannot be read.
 */
export type JsonContent<T> =
  | { readonly kind: "good"; readonly value: T; readonly version: number }
  | { readonly kind: "newer"; readonly value: T | null }
  | { readonly kind: "damaged"; readonly reason: string };

export function jsonContent<T>(bytes: Uint8Array, fileKind: FileKind, schema: z.ZodType<T>): JsonContent<T> {
  const text = decode(bytes);
  if (text === null) return { kind: "damaged", reason: "it is not UTF-8 text" };
  if (text.trim() === "") return { kind: "damaged", reason: "it is empty" };
  const parsed = parseJson(text, STORE_LIMITS);
  if (!parsed.ok) return { kind: "damaged", reason: parsed.reason };
  if (isNewer(parsed.value)) {
    const understood = schema.safeParse(asPresent(parsed.value));
    return { kind: "newer", value: understood.data ?? null };
  }
  const result = schema.safeParse(migrated(fileKind, parsed.value));
  if (result.success) return { kind: "good", value: result.data, version: versionOf(parsed.value) ?? SCHEMA_VERSION };
  const [issue] = result.error.issues;
  const where = issue?.path.map(String).join(".") || "the whole file";
  const what = shownName(`${where}: ${issue?.message ?? "unexpected"}`);
  return { kind: "damaged", reason: `it does not have the form of a Parallax file (${what})` };
}

function asPresent(content: unknown): unknown {
  return typeof content === "object" ? { ...content, schemaVersion: SCHEMA_VERSION } : content;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
