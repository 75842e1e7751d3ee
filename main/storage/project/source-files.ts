import { createHash } from "node:crypto";
import type { Low } from "lowdb";
import { SourceId } from "../../../annotations/model/id.ts";
import { type Source, SourceRecord } from "../../../annotations/model/source.ts";
import { misplacedBlock } from "../../../annotations/text/misplaced-block.ts";
import { type FileContent, writeAllDurably } from "../disk/durable-file.ts";
import { unsaved } from "../disk/fault.ts";
import type { Files } from "../disk/files.ts";
import { jsonFile, openJson } from "../disk/json-file.ts";
import { bytesOf, damaged, namesIn, type Place } from "../disk/place.ts";
import { removeIfThere } from "../disk/quarantine.ts";
import type { ProjectLayout } from "./project-layout.ts";

/** A source as it is kept: the store of its metadata, and its value with the text. */
export interface StoredSource {
  readonly db: Low<SourceRecord>;
  /** Whether a later version of the program wrote it. */
  readonly newer: boolean;
  readonly source: Source;
}

/** A source to be added, with the bytes of the file that it came from. */
export interface NewSource {
  readonly source: Source;
  readonly original: Uint8Array;
}

/** The ids of the sources in a project's folder of sources. A text without its metadata file is not a source. */
export async function listSources(files: Files, folder: Place): Promise<readonly SourceId[]> {
  const names = await namesIn(files, folder);
  const ids = names.filter((name) => name.endsWith(".json")).map((name) => SourceId.safeParse(name.slice(0, -5)));
  return ids.filter((id) => id.success).map((id) => id.data);
}

/** Reads a source, and checks its text against the hash and its blocks against the text. */
export async function readSource(files: Files, layout: ProjectLayout, id: SourceId): Promise<StoredSource> {
  const place = layout.source(id);
  const file = jsonFile(files, place, "source", SourceRecord, (version) =>
    layout.ofVersion(version, `sources/${id}.json`),
  );
  const db = await openJson(file, place.label);
  if (db.data.id !== id) throw damaged(place, "it belongs to another source");
  const source = { ...db.data, text: await readText(files, layout.sourceText(id), db.data.sha256) };
  requireBlocks(source, place);
  return { db, newer: file.newer, source };
}

/** Adds sources, all or none: a source counts once its metadata file is there, and those are written last. */
export async function writeNewSources(
  files: Files,
  layout: ProjectLayout,
  additions: readonly NewSource[],
): Promise<readonly StoredSource[]> {
  const texts = additions.flatMap(({ source, original }): FileContent[] => [
    { path: layout.sourceText(source.id).path, bytes: Buffer.from(source.text) },
    { path: layout.sourceOriginal(source.id).path, bytes: original },
  ]);
  const records = additions.map(({ source }) => ({
    path: layout.source(source.id).path,
    bytes: Buffer.from(`${JSON.stringify(recordOf(source), null, 2)}\n`),
  }));
  try {
    await files.ensureFolder(layout.sources.path);
    await writeAllDurably(files, texts);
    await writeAllDurably(files, records);
    return await Promise.all(additions.map(({ source }) => readSource(files, layout, source.id)));
  } catch (error) {
    await takeAway(files, [...records, ...texts]);
    throw unsaved(layout.sources.label, error);
  }
}

/** The metadata first: a source whose metadata stay keeps its text. */
async function takeAway(files: Files, contents: readonly FileContent[]): Promise<void> {
  try {
    for (const { path } of contents) await removeIfThere(files, path);
  } catch {
    // The disk lets nothing be removed: what is there stays.
  }
}

const CR = 0x0d;
const LF = 0x0a;

/** A source without its text, as its metadata file holds it. */
export function recordOf({ text: _, ...record }: Source): SourceRecord {
  return record;
}

/** SHA-256 of a canonical text's UTF-8 bytes, in lower-case hexadecimal. */
export function textHash(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * The text with this hash in a file's bytes; null when it is another. Git on Windows may write CR LF for each LF that it
 * keeps: a canonical text has no CR, so that taking them out gives it back as it was.
 */
export function textWithHash(bytes: Uint8Array, sha256: string): Uint8Array | null {
  if (textHash(bytes) === sha256) return bytes;
  const withoutCr = bytes.filter((byte, i) => byte !== CR || bytes[i + 1] !== LF);
  return textHash(withoutCr) === sha256 ? withoutCr : null;
}

async function readText(files: Files, place: Place, sha256: string): Promise<string> {
  const found = await bytesOf(files, place);
  if (found === null) throw damaged(place, "it is missing");
  const bytes = textWithHash(found, sha256);
  if (bytes === null) throw damaged(place, "it is not the text that was imported, so marks would not fit it");
  // A text may begin with a byte order mark of its own, which the offsets count.
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damaged(place, "it is not UTF-8 text");
  }
}

/** Blocks follow each other inside the text. */
function requireBlocks(source: Source, place: Place): void {
  const misplaced = misplacedBlock(source);
  if (misplaced !== null) throw damaged(place, `block ${misplaced + 1} does not lie in the text`);
}
