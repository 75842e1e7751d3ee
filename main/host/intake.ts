import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import type { Input, Output } from "../../annotations/api/contract.ts";
import { Failure } from "../../annotations/api/reply.ts";
import type { RefusedFile, StagedFile } from "../../annotations/intake/staged-file.ts";
import type { Project } from "../../annotations/model/project.ts";
import type { Files } from "../storage/disk/files.ts";
import type { NewSource } from "../storage/project/source-files.ts";
import { type Article, readArticle, readArticleFile } from "./article-file.ts";
import { shownName } from "./file-name.ts";
import { duplicateOf, newSource, nextOrder } from "./new-source.ts";

/** Articles that were read and wait to be added to the project, each under an id that means nothing elsewhere. */
export interface Intake {
  /** Takes a file that the screen was given. */
  stage(project: Project, input: Input<"intake.stage">): Output<"intake.stage">;
  /** Reads files from the disk. */
  stageFiles(project: Project, paths: readonly string[]): Promise<Output<"intake.stage">>;
  /** The sources that the waiting files make, in this order. Throws a `Failure` when one does not wait any more. */
  sourcesOf(project: Project, input: Input<"intake.confirm">): readonly NewSource[];
  /** Lets go of files that have been added. */
  forget(input: Input<"intake.confirm">): void;
}

interface IntakeLimits {
  readonly files: number;
  readonly bytes: number;
}

/** Nobody says when a file is not wanted after all, so that the oldest make room. */
const LIMITS: IntakeLimits = { files: 1_000, bytes: 512 * 1024 * 1024 };

export function createIntake(files: Files, limits = LIMITS): Intake {
  const waiting = new Map<string, Article>();

  function keep(article: Article): string {
    const id = randomUUID();
    waiting.set(id, article);
    let bytes = [...waiting.values()].reduce((sum, other) => sum + other.bytes.length, 0);
    for (const [oldest, other] of waiting) {
      if (oldest === id || (waiting.size <= limits.files && bytes <= limits.bytes)) break;
      waiting.delete(oldest);
      bytes -= other.bytes.length;
    }
    return id;
  }

  function staged(project: Project, article: Article): StagedFile {
    const { name, bytes, text, guess } = article;
    return { id: keep(article), name, size: bytes.length, text, guess, duplicateOf: duplicateOf(project, article) };
  }

  function waitingFile(id: string): Article {
    const article = waiting.get(id);
    if (!article) throw new Failure("refused", "One of the files does not wait any more. Choose the files again.");
    return article;
  }

  return {
    stage: (project, { name, base64 }) => {
      try {
        return { staged: [staged(project, readArticle(name, Buffer.from(base64, "base64")))], refused: [] };
      } catch (error) {
        return { staged: [], refused: [refusedFile(name, error)] };
      }
    },
    stageFiles: async (project, paths) => {
      const accepted: StagedFile[] = [];
      const refused: RefusedFile[] = [];
      for (const path of paths) {
        const name = basename(path);
        try {
          accepted.push(staged(project, await readArticleFile(files, path, name)));
        } catch (error) {
          refused.push(refusedFile(name, error));
        }
      }
      return { staged: accepted, refused };
    },
    sourcesOf: (project, { files: confirmed }) => {
      if (new Set(confirmed.map(({ id }) => id)).size < confirmed.length) {
        throw new Failure("refused", "The same file was to be added twice.");
      }
      const first = nextOrder(project);
      return confirmed.map((correction, i) => newSource(waitingFile(correction.id), first + i, correction));
    },
    forget: ({ files: confirmed }) => {
      for (const { id } of confirmed) waiting.delete(id);
    },
  };
}

function refusedFile(name: string, error: unknown): RefusedFile {
  if (!(error instanceof Failure)) throw error;
  return { name: shownName(name), reason: error.message };
}
