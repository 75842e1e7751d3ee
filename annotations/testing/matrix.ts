import { AnalystId, MarkId, SourceId, TagId } from "../model/id.ts";
import type { Source } from "../model/source.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Stance } from "../model/stance.ts";
import type { Tag } from "../model/tag.ts";
import { type Matrix, matrixOf } from "../review/matrix.ts";
import { article } from "./article.ts";
import { frozen } from "./frozen.ts";
import { knownId } from "./known-id.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "./project.ts";

/** What one source says of one claim: a stance in its own voice, or several tags. */
export type Saying = Stance | readonly (Partial<Tag> & { readonly stance: Stance })[] | null;

interface Table {
  /** For each claim from 1 what each source from 1 says of it. */
  readonly rows: readonly (readonly Saying[])[];
  /** What is known of each source, where that matters. */
  readonly sources?: readonly Partial<Source>[];
  readonly speakers?: readonly Speaker[];
}

/** The matrix of a made-up project in which the sources say just this. */
export function matrixSaying({ rows, sources = [], speakers }: Table): Matrix {
  const width = Math.max(sources.length, ...rows.map((row) => row.length));
  const articles = Array.from({ length: width }, (_, i) =>
    article("It was [so].", { id: knownId(SourceId, i + 1), order: i, ...sources[i] }),
  );
  let number = 0;
  const marks = articles.flatMap((each, column) => {
    const tags = rows.flatMap((row, i) => tagsOf(row[column] ?? null, i + 1));
    return tags.map((one) => {
      number++;
      const numbered = { ...one, id: knownId(TagId, number) };
      return { ...mark(number, each, numbered), id: knownId(MarkId, number) };
    });
  });
  const set = annotationsOf(1, { claims: rows.map((_, i) => claim(i + 1)), marks });
  const project = projectOf(
    articles.map(({ source }) => source),
    [set],
    speakers ? { speakers } : {},
  );
  return matrixOf(frozen(project), knownId(AnalystId, 1));
}

function tagsOf(saying: Saying, claimNumber: number): readonly Tag[] {
  if (saying === null) return [];
  if (typeof saying === "string") return [tag(1, claimNumber, saying)];
  return saying.map(({ stance, ...fields }) => tag(1, claimNumber, stance, fields));
}
