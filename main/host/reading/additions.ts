import { Failure } from "../../../annotations/api/reply.ts";
import { keptSource } from "../../../annotations/exchange/reading/kept-source.ts";
import type { ReadSource } from "../../../annotations/exchange/reading/read-annotations.ts";
import { isUntouched } from "../../../annotations/exchange/reading/reading-ground.ts";
import { newId, SourceId } from "../../../annotations/model/id.ts";
import type { Project } from "../../../annotations/model/project.ts";
import { METADATA_FIELDS, Metadata } from "../../../annotations/model/source.ts";
import { type NewSource, textHash } from "../../storage/project/source-files.ts";
import { type Article, readArticle } from "../article-file.ts";
import { safeFileName } from "../file-name.ts";
import { newSource, nextOrder } from "../new-source.ts";

/**
 * The sources that articles of files would become if they joined the project, by their keys: those whose text the files
 * hold. One that another project had is the same here; of others, what the files say goes before what their texts let
 * guess.
 */
export function additionsOf(project: Project, sources: readonly ReadSource[]): ReadonlyMap<string, NewSource> {
  const first = nextOrder(project);
  const additions = new Map<string, NewSource>();
  const used = new Set(project.sources.map(({ id }) => id));
  const keepsOrder = isUntouched(project);
  for (const read of sources) {
    const own = SourceId.safeParse(read.id?.toLowerCase()).data;
    const id = own && !used.has(own) ? own : newId(SourceId);
    const order = keepsOrder && read.record ? read.record.order : first + additions.size;
    const kept = textHash(read.text ?? "") === read.sha256 ? keptSource(read, id, order) : null;
    if (kept) {
      used.add(id);
      additions.set(read.key, { source: kept, original: Buffer.from(kept.text) });
      continue;
    }
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
