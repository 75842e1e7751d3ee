import { MAX_ARTICLE_BYTES, type Output } from "../../annotations/api/contract.ts";
import type { StagedAnnotations } from "../../annotations/api/staged-annotations.ts";
import { base64Of } from "../files/base64.ts";
import { sentenceOf } from "../session/sentence.ts";
import { client } from "../session/transport.ts";

/** How far the reading of files has come. */
export type Staging =
  | { readonly kind: "choosing"; readonly problem: string | null }
  | { readonly kind: "reading" }
  | { readonly kind: "read"; readonly staged: StagedAnnotations };

export const CHOOSING: Staging = { kind: "choosing", problem: null };

/** Lets the host show the system's dialog and read what was chosen, in the format with this id or the one that it looks like. */
export function chooseAnnotations(format: string | null): Promise<Staging> {
  return outcome(() => client("annotations.choose", { readAs: format }));
}

/** Hands dropped or chosen files to the host, which reads them together. */
export async function stageAnnotations(files: readonly File[], format: string | null): Promise<Staging> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > MAX_ARTICLE_BYTES) {
    const problem = `These files have ${Math.ceil(bytes / 1024 / 1024)} MB together; up to ${MAX_ARTICLE_BYTES / 1024 / 1024} MB are read at once. Use “parallax read” for more.`;
    return { kind: "choosing", problem };
  }
  return outcome(async () => {
    const handed = await Promise.all(files.map(async (file) => ({ name: nameOf(file), base64: await base64Of(file) })));
    return client("annotations.stage", { files: handed, readAs: format });
  });
}

/** A file of a folder is known by its place there. */
function nameOf({ webkitRelativePath, name }: File): string {
  return webkitRelativePath.split("/").slice(1).join("/") || name;
}

async function outcome(work: () => Promise<Output<"annotations.stage">>): Promise<Staging> {
  try {
    const { staged, refused } = await work();
    return staged ? { kind: "read", staged } : { kind: "choosing", problem: refused };
  } catch (error) {
    return { kind: "choosing", problem: sentenceOf(error) };
  }
}
