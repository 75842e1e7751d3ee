import { basename, dirname } from "node:path";
import { z } from "zod";
import { Failure } from "../../../annotations/api/reply.ts";
import { AnnotationSetExport } from "../../../annotations/exchange/json/annotation-set-export.ts";
import type { OtherCopy } from "../../../annotations/merging/merge-plan.ts";
import { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import type { Source } from "../../../annotations/model/source.ts";
import { misplacedBlock } from "../../../annotations/text/misplaced-block.ts";
import { shownName } from "../../host/file-name.ts";
import { unreadable } from "../disk/fault.ts";
import type { Files } from "../disk/files.ts";
import { jsonContent } from "../disk/json-content.ts";
import { newerVersion } from "../disk/json-file.ts";
import { requireOwnFolders } from "../disk/own-folders.ts";
import { bytesOf, factsAt, type Place } from "../disk/place.ts";
import { readProject } from "./project-folder.ts";
import { type ProjectLayout, projectLayout } from "./project-layout.ts";
import { type NewSource, textHash } from "./source-files.ts";

/** Another copy of a project as it was read, with the imported files of its sources. */
export interface ReadCopy extends OtherCopy {
  /** The source with the file that it was imported from, or its text where that cannot be read. */
  withOriginal(source: Source): Promise<NewSource>;
}

/**
 * Reads what may be merged into a project: the folder of another copy, an export as JSON, or the file of one annotation set.
 * Changes nothing. Throws a `Failure` when any of it cannot be read, since a part of it would look like all.
 */
export async function readCopy(files: Files, path: string): Promise<ReadCopy> {
  const name = shownName(path);
  const facts = await files.facts(path).catch((error: unknown) => {
    throw unreadable(name, error);
  });
  if (facts === null) throw new Failure("refused", `There is no file or folder ${name}.`);
  if (facts.kind === "folder") return readFolder(files, path);
  return readFile(files, { path, label: shownName(`${basename(dirname(path))}/${basename(path)}`) });
}

async function readFolder(files: Files, folder: string): Promise<ReadCopy> {
  const { root, project: projectFile } = projectLayout(folder);
  if ((await factsAt(files, projectFile)) === null) {
    throw new Failure("refused", `${root.label} is not a Parallax project: it holds no project.json.`);
  }
  await requireOwnFolders(files, projectLayout(folder));
  const { layout, project, newer, sets, reports } = await readProject(files, folder);
  if (newer) throw newerVersion(newer.label);
  for (const [id, { file, journal }] of sets) {
    if (file.kind === "newer" || journal.newer) throw newerVersion(layout.set(id).label);
  }
  const lost = [...reports.values()].flat().find(({ kind }) => kind === "lost");
  if (lost) throw new Failure("refused", `${lost.message} “parallax validate” says what is wrong with that copy.`);
  return {
    file: project.file,
    sources: project.sources,
    sets: project.sets,
    claims: [],
    withOriginal: (source) => fromFolder(files, layout, source),
  };
}

async function fromFolder(files: Files, layout: ProjectLayout, source: Source): Promise<NewSource> {
  const original = await bytesOf(files, layout.sourceOriginal(source.id)).catch(() => null);
  return { source, original: original ?? Buffer.from(source.text) };
}

const ANY_FORMAT = z.looseObject({ format: z.unknown() }).partial();

async function readFile(files: Files, place: Place): Promise<ReadCopy> {
  const bytes = await bytesOf(files, place);
  if (bytes === null) throw new Failure("refused", `There is no file ${place.label}.`);
  return copyIn(bytes, place);
}

/** What a file holds, an export as JSON or one annotation set. Throws a `Failure` as `readCopy` does. */
export function copyIn(bytes: Uint8Array, place: Pick<Place, "label">): ReadCopy {
  const isExport = understood(bytes, ANY_FORMAT, place).format !== undefined;
  return isExport
    ? exportedCopy(understood(bytes, AnnotationSetExport, place), place)
    : setAlone(understood(bytes, AnnotationSet, place));
}

function understood<T>(bytes: Uint8Array, schema: z.ZodType<T>, { label }: Pick<Place, "label">): T {
  const content = jsonContent(bytes, "annotation-set", schema);
  if (content.kind === "newer") throw newerVersion(label);
  if (content.kind === "good") return content.value;
  throw new Failure(
    "refused",
    `${label} cannot be merged: ${content.reason}. Give a project folder, an annotation set of one, or an export as JSON.`,
  );
}

function setAlone({ sha256: _seal, ...set }: AnnotationSet): ReadCopy {
  return { file: null, sources: [], sets: [set], claims: [], withOriginal: fromText };
}

function exportedCopy(
  { project, sources, sets, claims }: AnnotationSetExport,
  { label }: Pick<Place, "label">,
): ReadCopy {
  const changed = sources.find(({ text, sha256 }) => textHash(text) !== sha256);
  if (changed) {
    throw new Failure(
      "refused",
      `${label} cannot be merged: the text of its source ${changed.id} is not the one that its SHA-256 names. Export it again.`,
    );
  }
  const outside = sources.find((source) => misplacedBlock(source) !== null);
  if (outside) {
    throw new Failure(
      "refused",
      `${label} cannot be merged: a block of its source ${outside.id} lies outside the text.`,
    );
  }
  return { file: project, sources, sets, claims, withOriginal: fromText };
}

async function fromText(source: Source): Promise<NewSource> {
  return { source, original: Buffer.from(source.text) };
}
