import { z } from "zod";
import type { Source } from "../model/source.ts";
import type { ReadSource } from "./reading/read-annotations.ts";

/** What is said of an article in formats with room for fields of one's own beside its text. */
export function articleMeta(source: Source): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(wholeArticleMeta(source)).filter(([, value]) => value !== ""));
}

/** The same where each article needs the same fields; what is not known is empty. */
export function wholeArticleMeta(source: Source) {
  const { id, sha256, originalName, title, author, outlet, date, url, language } = source;
  return { article: id, sha256, originalName, title, author, outlet, date, url, language };
}

const text = z.string().optional().catch(undefined);

const ArticleMeta = z.object({
  article: text,
  ...{ url: text, sha256: text, originalName: text },
  ...{ title: text, author: text, outlet: text, date: text, language: text },
});

/** What the fields beside an article's text say of it, whoever wrote them; an empty one says nothing. */
export function readArticle(meta: unknown): Omit<ReadSource, "key" | "text"> {
  const { article, ...details } = ArticleMeta.safeParse(meta).data ?? {};
  const said = Object.entries({ ...details, id: article }).filter(([, value]) => (value ?? "") !== "");
  return Object.fromEntries(said);
}

/** The articles of a file by their texts, so that several lines about the same one share it. */
export class ArticleTexts {
  readonly #keys = new Map<string, string>();

  /** The key of the article with this text; `at` where it is new. */
  key(content: string, at: string): string {
    const known = this.#keys.get(content);
    if (known !== undefined) return known;
    this.#keys.set(content, at);
    return at;
  }
}
