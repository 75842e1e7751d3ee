import { MAX_ARTICLE_BYTES } from "../../annotations/api/contract.ts";
import { revisionOf } from "../../annotations/commands/apply.ts";
import type { RefusedFile, StagedFile } from "../../annotations/intake/staged-file.ts";
import type { Source } from "../../annotations/model/source.ts";
import { base64Of } from "../files/base64.ts";
import { showText } from "../reading/text-views.ts";
import { rememberStep, stamp, whyReadOnly } from "../session/changes.ts";
import { desk, setDesk } from "../session/desk.ts";
import { sentenceOf } from "../session/sentence.ts";
import { client } from "../session/transport.ts";
import type { ArticleDraft } from "./ArticleForm.tsx";

/** A file that was read, with what the analyst has made of its details so far. */
export interface StagedArticle {
  readonly file: StagedFile;
  readonly draft: ArticleDraft;
}

export interface Intake {
  readonly staged: readonly StagedArticle[];
  readonly refused: readonly RefusedFile[];
}

export const NOTHING_STAGED: Intake = { staged: [], refused: [] };

/** Lets the host show the system's dialog and read what was chosen. */
export async function chooseFiles(): Promise<Intake> {
  try {
    return intakeOf(await client("intake.choose", {}));
  } catch (error) {
    return refusal("The files", error);
  }
}

/**
 * Hands dropped or chosen files to the host one by one; one that is refused does not stop the others. `stopping` ends it
 * before the next file, with what has been read until then.
 */
export async function stageFiles(
  files: readonly File[],
  progress: (words: string) => void,
  stopping: AbortSignal,
): Promise<Intake> {
  let intake = NOTHING_STAGED;
  for (const [i, file] of files.entries()) {
    if (stopping.aborted) break;
    progress(`Reading ${i + 1} of ${files.length}: ${file.name}`);
    const more = await stage(file);
    intake = { staged: [...intake.staged, ...more.staged], refused: [...intake.refused, ...more.refused] };
  }
  return intake;
}

async function stage(file: File): Promise<Intake> {
  if (file.size > MAX_ARTICLE_BYTES) {
    const size = Math.round(file.size / 1024 / 1024);
    const reason = `“${file.name}” is ${size} MB; an article may have up to ${MAX_ARTICLE_BYTES / 1024 / 1024} MB. Split it, or export the text alone.`;
    return { staged: [], refused: [{ name: file.name, reason }] };
  }
  try {
    return intakeOf(await client("intake.stage", { name: file.name, base64: await base64Of(file) }));
  } catch (error) {
    return refusal(`“${file.name}”`, error);
  }
}

function intakeOf({ staged, refused }: { staged: readonly StagedFile[]; refused: readonly RefusedFile[] }): Intake {
  const fresh = staged.filter((file) => file.duplicateOf === null);
  const known = staged.filter((file) => file.duplicateOf !== null);
  return {
    staged: fresh.map((file) => ({ file, draft: draftOf(file) })),
    refused: [...refused, ...known.map(leftOut)],
  };
}

function leftOut({ name, duplicateOf }: StagedFile): RefusedFile {
  return { name, reason: `“${name}” was left out: the project has the very same text already, as “${duplicateOf}”.` };
}

function draftOf({ guess }: StagedFile): ArticleDraft {
  return {
    metadata: guess.metadata,
    guessed: guess.guessed,
    boilerplate: guess.blocks.filter((block) => block.boilerplate).map((block) => block.start),
  };
}

function refusal(what: string, error: unknown): Intake {
  const reason = `${what} could not be read: ${sentenceOf(error)}`;
  return { staged: [], refused: [{ name: what, reason }] };
}

/** Makes sources of the staged files. Null when done, else the reason why nothing was added. */
export async function addToProject(articles: readonly StagedArticle[]): Promise<string | null> {
  const reason = whyReadOnly();
  if (reason !== null) return reason;
  try {
    const files = articles.map(({ file, draft }) => ({
      id: file.id,
      metadata: draft.metadata,
      // The analyst has seen the form: what is in it now is confirmed.
      guessed: [],
      boilerplate: [...draft.boilerplate],
    }));
    const { sources } = await client("intake.confirm", { files });
    const { project } = desk();
    // They may have come with the project already, if that was fetched meanwhile.
    const fresh = sources.filter(({ id }) => !project.sources.some((known) => known.id === id));
    setDesk({ project: { ...project, sources: [...project.sources, ...fresh] } });
    rememberImport(sources);
    const [first] = sources;
    if (first) requestAnimationFrame(() => showText(first.id));
    return null;
  } catch (error) {
    return sentenceOf(error);
  }
}

/** Undo takes the new articles out of the project again; their files stay, so that redo can bring them back. */
function rememberImport(sources: readonly Source[]): void {
  const done = sources.map(({ id }) => revisionOf(desk().project, { ...stamp(), sourceId: id }));
  rememberStep({ name: "the import", done, inverse: done.map((revision) => ({ ...revision, removed: true })) });
}
