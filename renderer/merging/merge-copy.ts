import { CopyPlace, type Input, MAX_COPY_BYTES, MAX_COPY_FILES, type Output } from "../../annotations/api/contract.ts";
import { mergeWords, ofPreview } from "../../annotations/merging/merge-words.ts";
import type { Take } from "../../annotations/merging/merged-items.ts";
import { base64Of } from "../files/base64.ts";
import { desk } from "../session/desk.ts";
import { takeHostStep } from "../session/host-step.ts";
import { sentenceOf } from "../session/sentence.ts";
import { client } from "../session/transport.ts";

/** A copy that the host has read, and what merging it would do. */
export type StagedCopy = NonNullable<Output<"merge.stage">["staged"]>;

/** What came of choosing a copy: the copy, one sentence why not, or nothing when it was cancelled. */
export type Chosen = Output<"merge.stage">;

/** Lets the host show the system's dialog. */
export function askForCopy(what: "file" | "folder"): Promise<Chosen> {
  return answered(() => client("merge.choose", { what }));
}

/** Hands one file over: an export as JSON, or the file of a set. */
export function stageFile(file: File): Promise<Chosen> {
  return answered(async () => {
    if (file.size > MAX_COPY_BYTES) return refusal(tooLarge(file.name));
    return stage(file.name, [{ place: null, base64: await base64Of(file) }]);
  });
}

/** Hands over what of a folder belongs to a copy. `stopping` ends it before anything is sent. */
export function stageFolder(
  files: readonly File[],
  progress: (words: string) => void,
  stopping: AbortSignal,
): Promise<Chosen> {
  return answered(async () => {
    const [name = "the folder"] = files[0]?.webkitRelativePath.split("/") ?? [];
    const parts = files
      .map((file) => ({ file, place: file.webkitRelativePath.split("/").slice(1).join("/") }))
      .filter(({ place }) => CopyPlace.safeParse(place).success);
    if (!parts.some(({ place }) => place === "project.json")) {
      return refusal(
        `“${name}” is not the folder of a project: it has no project.json. Choose the folder that holds it.`,
      );
    }
    const bytes = parts.reduce((sum, { file }) => sum + file.size, 0);
    if (bytes > MAX_COPY_BYTES || parts.length > MAX_COPY_FILES) return refusal(tooLarge(name));
    const read: Input<"merge.stage">["files"] = [];
    for (const { file, place } of parts) {
      if (stopping.aborted) return { staged: null, refused: null };
      progress(`Reading ${read.length + 1} of ${parts.length} files`);
      read.push({ place, base64: await base64Of(file) });
    }
    return stage(name, read);
  });
}

function stage(name: string, files: Input<"merge.stage">["files"]): Promise<Chosen> {
  return client("merge.stage", { name, files });
}

function refusal(refused: string): Chosen {
  return { staged: null, refused };
}

function tooLarge(name: string): string {
  return `“${name}” has more than ${MAX_COPY_BYTES / 1024 / 1024} MB, which the browser cannot hand over: use “parallax merge” on the command line.`;
}

async function answered(work: () => Promise<Chosen>): Promise<Chosen> {
  try {
    return await work();
  } catch (error) {
    return refusal(sentenceOf(error));
  }
}

/** Lets go of a copy that is not merged. It would make room by itself, so that nobody waits for this. */
export function forgetCopy({ id }: StagedCopy): void {
  client("merge.forget", { id }).catch((error: unknown) => console.warn(error));
}

/** Merges it. Null when done, else the reason why not. */
export function mergeCopy({ id, preview }: StagedCopy, take: Take): Promise<string | null> {
  const words = mergeWords(ofPreview(preview), take);
  return takeHostStep(
    () => client("merge.confirm", { projectId: desk().project.file.id, id, take }),
    () => `Merged ${words}.`,
  );
}
