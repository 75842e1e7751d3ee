import { Failure } from "../../../annotations/api/reply.ts";
import type { ReadSource } from "../../../annotations/exchange/reading/read-annotations.ts";
import type { Project } from "../../../annotations/model/project.ts";
import { METADATA_FIELDS, Metadata } from "../../../annotations/model/source.ts";
import type { NewSource } from "../../storage/project/source-files.ts";
import { type Article, readArticle } from "../article-file.ts";
import { safeFileName } from "../file-name.ts";
import { newSource, nextOrder } from "../new-source.ts";

/**
 * The sources that articles of files would become if they joined the project, by their keys: those whose text the files
 * hold. What the files say of an article goes before what its text lets guess.
 */
export function additionsOf(project: Project, sources: readonly ReadSource[]): ReadonlyMap<string, NewSource> {
  const first = nextOrder(project);
  const additions = new Map<string, NewSource>();
  for (const read of sources) {
    const article = articleOf(read);
    if (!article) continue;
    const { metadata, guessed, blocks } = article.guess;
    const said = saidOf(read);
    additions.set(
      read.key,
      newSource(article, first + additions.size, {
        metadata: { ...metadata, ...said },
        guessed: guessed.filter((field) => !Object.hasOwn(said, field)),
        boilerplate: blocks.filter(({ boilerplate }) => boilerplate).map(({ start }) => start),
      }),
    );
  }
  return additions;
}

function articleOf({ originalName, title = "", text }: ReadSource): Article | null {
  if (text === undefined) return null;
  const name = `${safeFileName((originalName || title).replace(/\.te?xt$/i, ""))}.txt`;
  try {
    return readArticle(name, Buffer.from(text));
  } catch (error) {
    // A text that is no article, an empty one for example, cannot join the project.
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** What the files say of an article, as far as it can be said of a source. */
function saidOf(read: ReadSource): Partial<Metadata> {
  return Object.fromEntries(
    METADATA_FIELDS.flatMap((field) => {
      const parsed = Metadata.shape[field].safeParse(read[field]?.trim());
      return parsed.success && parsed.data !== "" ? [[field, parsed.data]] : [];
    }),
  );
}
