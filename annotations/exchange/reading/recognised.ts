import { Refusal } from "../../commands/refusal.ts";
import type { ReadableFormat } from "../format.ts";
import type { InputFile } from "../input-file.ts";
import type { ReadAnnotations } from "./read-annotations.ts";

/** What files say, and in which format they say it. */
export interface RecognisedAnnotations {
  readonly format: ReadableFormat;
  readonly read: ReadAnnotations;
}

/**
 * Reads files in the format that they look like, or in the one that is named. Throws a `Refusal` when they look like none, or
 * hold nothing that can be read.
 */
export function recognised(
  formats: readonly ReadableFormat[],
  files: readonly InputFile[],
  formatId?: string,
): RecognisedAnnotations {
  const format = formats.find(({ id, reader }) =>
    formatId === undefined ? reader.recognises(files) : id === formatId,
  );
  if (!format) throw new Refusal(unknownFormat(formats, files));
  const read = format.reader.read(files);
  if (holdsAnything(read)) return { format, read };
  const [problem] = read.problems;
  const reason = problem ? ` The first thing wrong: ${problem.at}: ${problem.message}.` : "";
  throw new Refusal(`No annotations were found when reading this as ${format.name}.${reason}`);
}

function holdsAnything({ project, ...lists }: ReadAnnotations): boolean {
  const { marks, claims, cells, origins, progress, speakers } = lists;
  return project !== undefined || [marks, claims, cells, origins, progress, speakers].some(({ length }) => length > 0);
}

function unknownFormat(formats: readonly ReadableFormat[], files: readonly InputFile[]): string {
  const name = files.length === 1 && files[0] ? `“${files[0].path}” does` : "These files do";
  const known = formats.map((format) => format.name).join(", ");
  return `${name} not look like any format that Parallax reads: ${known}. If it is one of them, name the format.`;
}
