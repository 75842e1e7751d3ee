import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Input, Output } from "../../annotations/api/contract.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { exportRequest } from "../../annotations/exchange/export-choice.ts";
import type { ExportedFile, WritableFormat } from "../../annotations/exchange/format.ts";
import { EXPORT_FORMATS, exportFormat } from "../../annotations/exchange/formats.ts";
import { written } from "../../annotations/exchange/written.ts";
import type { Project } from "../../annotations/model/project.ts";
import { writeDurably } from "../storage/disk/durable-file.ts";
import { unsaved } from "../storage/disk/fault.ts";
import type { Files } from "../storage/disk/files.ts";
import { safeFileName, shownName } from "./file-name.ts";
import { zipArchive } from "./zip-archive.ts";

/** The export format with this id; throws a `Failure` that lists the formats when there is none. */
export function requireFormat(id: string): WritableFormat {
  const format = exportFormat(id);
  if (format) return format;
  const known = EXPORT_FORMATS.map((other) => other.id).join(", ");
  throw new Failure("refused", `There is no export format "${shownName(id)}". Choose one of: ${known}.`);
}

/** The name that an export's file might have. */
export function exportName(project: Project, { extension }: WritableFormat): string {
  return `${safeFileName(project.file.title)}.${extension}`;
}

/** What an export is, as one file. */
export interface RenderedExport {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly losses: readonly string[];
}

/** An export as one file, which is a ZIP archive where the format writes several; of all sets when no analyst is named. */
export async function renderExport(project: Project, input: Input<"export.render">): Promise<RenderedExport> {
  const format = requireFormat(input.format);
  const { files, losses } = written(format, exportRequest(project, choiceOf(input)), new Set(input.options));
  const bytes = await packed(format, files);
  return { name: exportName(project, format), mediaType: format.mediaType, bytes, losses };
}

/** The files of an export as one: as it is, or in a ZIP archive. */
export async function packed({ shape }: WritableFormat, files: readonly ExportedFile[]): Promise<Uint8Array> {
  return shape === "file" ? Buffer.from([...(files[0]?.content ?? [])].join("")) : zipArchive(files);
}

/** An export as a screen saves it: a text as it is, an archive in Base64. */
export function renderedOutput(
  { name, mediaType, bytes, losses }: RenderedExport,
  isText: boolean,
): Output<"export.render"> {
  const content = Buffer.from(bytes).toString(isText ? "utf8" : "base64");
  return {
    name,
    mediaType,
    content: isText ? { kind: "text", text: content } : { kind: "base64", base64: content },
    losses: [...losses],
  };
}

/** No analyst named is everybody; no list of claims or sources is all of them. */
function choiceOf({ analysts, claims, sources }: Input<"export.render">) {
  return { analysts: analysts.length === 0 ? undefined : analysts, claims, sources };
}

/** Writes an export to a file of a person's choice, whole or not at all; never into the project's own folder. */
export async function saveExport(
  files: Files,
  path: string,
  content: string | Uint8Array,
  projectFolder: string,
): Promise<void> {
  const name = shownName(path);
  try {
    const target = await targetOf(files, path);
    if (isInside(target, await files.realPath(projectFolder))) {
      throw new Failure("refused", `${name} lies in the project's own folder. Choose a place outside of it.`);
    }
    await writeDurably(files, { path: target, bytes: Buffer.from(content) });
  } catch (error) {
    throw unsaved(name, error);
  }
}

/**
 * Writes an export of several files into a folder, which is made where it is missing; files of the same names are
 * replaced, others stay. Gives back their paths in the folder. Never into the project's own folder.
 */
export async function saveExportFolder(
  files: Files,
  path: string,
  exported: readonly ExportedFile[],
  projectFolder: string,
): Promise<readonly string[]> {
  const name = shownName(path);
  try {
    const folder = resolve(path);
    const facts = await files.facts(folder);
    if (facts && facts.kind !== "folder") throw new Failure("refused", `${name} is not a folder. Choose another name.`);
    const inside = await files.realPath(facts ? folder : dirname(folder));
    const project = await files.realPath(projectFolder);
    if (inside === project || isInside(inside, project)) {
      throw new Failure("refused", `${name} lies in the project's own folder. Choose a place outside of it.`);
    }
    for (const { path: place, content } of exported) {
      const target = join(folder, place);
      await files.ensureFolder(dirname(target));
      await writeDurably(files, { path: target, bytes: Buffer.from([...content].join("")) });
    }
    return exported.map(({ path: place }) => place);
  } catch (error) {
    throw unsaved(name, error);
  }
}

/** The file itself where the path is a link to one, so that the link stays. */
async function targetOf(files: Files, path: string): Promise<string> {
  const facts = await files.facts(path);
  if (facts === null) return join(await files.realPath(dirname(resolve(path))), basename(path));
  if (facts.kind !== "file") throw new Failure("refused", `${shownName(path)} is not a file. Choose another name.`);
  return files.realPath(path);
}

/** Whether a path leads into a folder; both without links. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === path && way !== path;
}
