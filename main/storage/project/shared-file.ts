import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { Failure } from "../../../annotations/api/reply.ts";
import { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import type { ProjectId, SourceId } from "../../../annotations/model/id.ts";
import { ProjectFile } from "../../../annotations/model/project.ts";
import { SourceRecord } from "../../../annotations/model/source.ts";
import { shownName } from "../../host/file-name.ts";
import type { Files } from "../disk/files.ts";
import { jsonContent } from "../disk/json-content.ts";
import type { FileKind } from "../disk/migrations.ts";
import { bytesOf, type Place } from "../disk/place.ts";
import { listSets } from "../set/set-reading.ts";
import type { ProjectLayout } from "./project-layout.ts";
import { listSources, textHash, textWithHash } from "./source-files.ts";

/** A file that analysts share, and its copy. */
export interface SharedFile {
  readonly place: Place;
  readonly copy: Place;
  /** Why bytes are not what it should hold; null when they are. */
  objection(bytes: Uint8Array): string | null;
  /** In which properties two versions differ that hold what they should. */
  differences(before: Uint8Array, after: Uint8Array): readonly string[];
}

/** `project.json`, and each source's metadata and text, whether they are there or only their copies. */
export async function sharedFiles(files: Files, layout: ProjectLayout): Promise<readonly SharedFile[]> {
  const foreignId = await idOfAnotherProject(files, layout);
  const project: SharedFile = {
    place: layout.project,
    copy: layout.sharedCopy("project.json"),
    objection: (bytes) => {
      const content = jsonContent(bytes, "project", ProjectFile);
      if (content.kind !== "good") return reasonOf(content);
      return content.value.id === foreignId ? "it belonged to another project" : null;
    },
    differences: (before, after) => differencesOf("project", ProjectFile, before, after),
  };
  const here = await listSources(files, layout.sources);
  const copied = await listSources(files, layout.sharedCopy("sources"));
  const sources: SharedFile[] = [];
  for (const id of new Set([...here, ...copied])) sources.push(...(await sharedFilesOfSource(files, layout, id)));
  return [project, ...sources];
}

async function sharedFilesOfSource(files: Files, layout: ProjectLayout, id: SourceId): Promise<readonly SharedFile[]> {
  const record = { place: layout.source(id), copy: layout.sharedCopy(`sources/${id}.json`) };
  const text = { place: layout.sourceText(id), copy: layout.sharedCopy(`sources/${id}.txt`) };
  const read = (place: Place) => bytesOf(files, place).catch(() => null);
  const texts = [await read(text.place), await read(text.copy)].map((bytes) => bytes && textHash(bytes));
  const hashes = [await read(record.place), await read(record.copy)].map((bytes) => bytes && textHashIn(bytes, id));
  const fitting = hashes.find((hash) => hash !== null && texts.includes(hash));
  const expected = fitting ?? hashes.find((hash) => hash !== null) ?? null;
  return [
    {
      ...record,
      objection: (bytes) => {
        const content = jsonContent(bytes, "source", SourceRecord);
        if (content.kind !== "good") return reasonOf(content);
        if (content.value.id !== id) return "it belonged to another source";
        return content.value.sha256 === expected ? null : "its checksum was not that of the text";
      },
      differences: (before, after) => differencesOf("source", SourceRecord, before, after),
    },
    {
      ...text,
      objection: (bytes) =>
        expected === null || textWithHash(bytes, expected) !== null
          ? null
          : "it was not the text that had been imported",
      differences: () => [],
    },
  ];
}

/** The hash of its text that a source's metadata name; null when they cannot be read. */
function textHashIn(bytes: Uint8Array, id: SourceId): string | null {
  const content = jsonContent(bytes, "source", SourceRecord);
  return content.kind === "good" && content.value.id === id ? content.value.sha256 : null;
}

function reasonOf(content: ReturnType<typeof jsonContent>): string | null {
  return content.kind === "damaged" ? content.reason : null;
}

/**
 * Where `project.json` and its copy name different projects: the one that no set of this project belongs to, and its sets
 * do belong to the other. Null when there is no such doubt, or nothing tells.
 */
async function idOfAnotherProject(files: Files, layout: ProjectLayout): Promise<ProjectId | null> {
  const [mine, copied] = [
    await projectIdIn(files, layout.project),
    await projectIdIn(files, layout.sharedCopy("project.json")),
  ];
  if (mine === null || copied === null || mine === copied) return null;
  const named = new Set<ProjectId>();
  for (const analyst of await listSets(files, layout)) {
    const bytes = await bytesOf(files, layout.set(analyst)).catch(() => null);
    const content = bytes && jsonContent(bytes, "annotation-set", AnnotationSet);
    if (content?.kind === "good") named.add(content.value.projectId);
  }
  if (named.has(mine) === named.has(copied)) return null;
  return named.has(mine) ? copied : mine;
}

async function projectIdIn(files: Files, place: Place): Promise<ProjectId | null> {
  const bytes = await bytesOf(files, place).catch(() => null);
  const content = bytes && jsonContent(bytes, "project", ProjectFile);
  return content?.kind === "good" ? content.value.id : null;
}

/** Each property that says something else, with both versions where people can read them. */
function differencesOf<T extends object>(
  kind: FileKind,
  schema: z.ZodType<T>,
  before: Uint8Array,
  after: Uint8Array,
): readonly string[] {
  const [former, present] = [before, after].map((bytes) => jsonContent(bytes, kind, schema));
  if (former?.kind !== "good" || present?.kind !== "good") return [];
  const then = new Map<string, unknown>(Object.entries(former.value));
  const now = new Map<string, unknown>(Object.entries(present.value));
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [then.get(key), now.get(key)];
    if (isDeepStrictEqual(was, is)) return [];
    const name = shownName(key);
    if (typeof was === "object" || typeof is === "object") return [name];
    return [`${name} was “${shownName(String(was ?? ""))}”, is “${shownName(String(is ?? ""))}”`];
  });
}

/** What the copy of a shared file holds. */
export type Copy =
  | { readonly kind: "missing" }
  | { readonly kind: "good"; readonly bytes: Uint8Array }
  | { readonly kind: "bad" | "unreadable"; readonly reason: string };

export async function readCopy(files: Files, { copy, objection }: SharedFile): Promise<Copy> {
  try {
    const bytes = await bytesOf(files, copy);
    if (bytes === null) return { kind: "missing" };
    const reason = objection(bytes);
    return reason === null ? { kind: "good", bytes } : { kind: "bad", reason };
  } catch (error) {
    // The file itself is there.
    if (error instanceof Failure) return { kind: "unreadable", reason: "it cannot be read as a file" };
    throw error;
  }
}
