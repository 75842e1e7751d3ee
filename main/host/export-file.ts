import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Input, Output } from "../../annotations/api/contract.ts";
import { Failure } from "../../annotations/api/reply.ts";
import type { ExportFormat } from "../../annotations/exchange/format.ts";
import { EXPORT_FORMATS, exportFormat } from "../../annotations/exchange/formats.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import type { AnalystId } from "../../annotations/model/id.ts";
import { compareText } from "../../annotations/model/order.ts";
import type { Project } from "../../annotations/model/project.ts";
import { writeDurably } from "../storage/disk/durable-file.ts";
import { unsaved } from "../storage/disk/fault.ts";
import type { Files } from "../storage/disk/files.ts";
import { safeFileName, shownName } from "./file-name.ts";

/** The export format with this id; throws a `Failure` that lists the formats when there is none. */
export function requireFormat(id: string): ExportFormat {
  const format = exportFormat(id);
  if (format) return format;
  const known = EXPORT_FORMATS.map((other) => other.id).join(", ");
  throw new Failure("refused", `There is no export format "${shownName(id)}". Choose one of: ${known}.`);
}

/** The name that an export's file might have. */
export function exportName(project: Project, { extension }: ExportFormat): string {
  return `${safeFileName(project.file.title)}.${extension}`;
}

/** An export as text, with the name that its file might have; of all analysts' sets when no analyst is named. */
export function renderExport(
  project: Project,
  { format: id, analysts }: Input<"export.render">,
): Output<"export.render"> {
  const format = requireFormat(id);
  return {
    name: exportName(project, format),
    mediaType: format.mediaType,
    text: format.write({ project, sets: chosenSets(project, analysts) }),
  };
}

/** In the order of the analysts' ids, so that the same choice always gives the same file. */
function chosenSets({ sets }: Project, analysts: readonly AnalystId[]): readonly AnnotationSet[] {
  return sets
    .filter(({ analyst }) => analysts.length === 0 || analysts.includes(analyst.id))
    .sort((a, b) => compareText(a.analyst.id, b.analyst.id));
}

/** Writes an export to a file of a person's choice, whole or not at all; never into the project's own folder. */
export async function saveExport(files: Files, path: string, text: string, projectFolder: string): Promise<void> {
  const name = shownName(path);
  try {
    const target = await targetOf(files, path);
    if (isInside(target, await files.realPath(projectFolder))) {
      throw new Failure("refused", `${name} lies in the project's own folder. Choose a place outside of it.`);
    }
    await writeDurably(files, { path: target, bytes: Buffer.from(text) });
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
