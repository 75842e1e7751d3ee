import { READ_FORMATS } from "../../../annotations/exchange/formats.ts";
import type { ReadAnnotations } from "../../../annotations/exchange/reading/read-annotations.ts";
import { recognised } from "../../../annotations/exchange/reading/recognised.ts";
import { filesAt, type HandedFile, handedFiles } from "./input-files.ts";

/** What is to be read: what lies at these paths of this machine, or files that somebody handed over. */
export type ReadingTask = {
  /** The id of the format; undefined where it is to be recognised. */
  readonly format: string | undefined;
} & ({ readonly paths: readonly string[] } | { readonly handed: readonly HandedFile[] });

/** What was read: the id of the format, and what the files say in it. */
export interface ReadingResult {
  readonly format: string;
  readonly read: ReadAnnotations;
}

/** Carries a task out in this thread. Throws a `Refusal` when nothing can be read. */
export async function carryOutReading(task: ReadingTask): Promise<ReadingResult> {
  const files = "paths" in task ? (await Promise.all(task.paths.map(filesAt))).flat() : await handedFiles(task.handed);
  const { format, read } = recognised(READ_FORMATS, files, task.format);
  return { format: format.id, read };
}
