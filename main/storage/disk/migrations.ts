import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";

/** The files that carry a schema version. */
export type FileKind = "project" | "source" | "annotation-set" | "settings";

type JsonObject = Readonly<Record<string, unknown>>;

/** Turns the content of a file of version `from` into that of version `from + 1`. Pure; the version number is set for it. */
export interface Migration {
  readonly from: number;
  migrate(kind: FileKind, content: JsonObject): JsonObject;
}

/** One migration for each version before the present one, in order. */
const MIGRATIONS: readonly Migration[] = [
  // An annotation set has carried the hash of its content since version 2; writing it adds that.
  { from: 1, migrate: (_kind, content) => content },
];

/**
 * The content of a file as the present version has it. Content without a version, or of one that never was, comes back
 * as it is: the schema refuses it.
 */
export function migrated(
  kind: FileKind,
  content: unknown,
  migrations = MIGRATIONS,
  present: number = SCHEMA_VERSION,
): unknown {
  if (migrations.length !== present - 1 || migrations.some(({ from }, i) => from !== i + 1)) {
    throw new Error(`the migrations must lead from version 1 to ${present} without a gap`);
  }
  if (!isObject(content)) return content;
  const version = versionOf(content);
  if (version === null) return content;
  return migrations
    .filter(({ from }) => from >= version)
    .reduce<JsonObject>((older, step) => ({ ...step.migrate(kind, older), schemaVersion: step.from + 1 }), content);
}

/** Whether the content says that a later version of the program wrote it. */
export function isNewer(content: unknown, present: number = SCHEMA_VERSION): boolean {
  return (versionOf(content) ?? 0) > present;
}

/** The version that content says it has; null when it says none. */
export function versionOf(content: unknown): number | null {
  if (!isObject(content)) return null;
  const { schemaVersion } = content;
  return typeof schemaVersion === "number" && Number.isInteger(schemaVersion) && schemaVersion > 0
    ? schemaVersion
    : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
