import { z } from "zod";
import { Refusal } from "../../commands/refusal.ts";
import { type InputFile, jsonOf } from "../input-file.ts";
import { listed } from "./bodies.ts";
import { isOwnContext, STANDARD_CONTEXT } from "./terms.ts";

/** One annotation of a file, as it stands there. */
export interface Item {
  readonly value: unknown;
  /** A JSON pointer. */
  readonly at: string;
  /** Whether the terms of Parallax mean what Parallax means by them. */
  readonly isOwn: boolean;
}

/** The annotations of a file with what its collections say of articles and claims. */
export interface Documents {
  readonly items: readonly Item[];
  readonly articles: readonly unknown[];
  readonly claims: readonly unknown[];
  readonly problems: readonly { readonly at: string; readonly message: string }[];
}

const Node = z.looseObject({
  "@context": z.unknown().optional(),
  type: z.union([z.string(), z.array(z.string())]),
});

interface Gathered {
  readonly items: Item[];
  readonly articles: unknown[];
  readonly claims: unknown[];
  readonly problems: { at: string; message: string }[];
}

/** Finds the annotations of a file that is an annotation, a page, a collection, or a list of these; throws a `Refusal` where it is none. */
export function documentsOf(file: InputFile): Documents {
  const value = jsonOf(file);
  const gathered: Gathered = { items: [], articles: [], claims: [], problems: [] };
  const all = Array.isArray(value) ? value : [value];
  for (const [i, one] of all.entries()) {
    const at = Array.isArray(value) ? `/${i}` : "";
    const reason = objectionTo(one);
    if (reason === null) gather(one, at, contextIsOwn(one), gathered);
    else if (!Array.isArray(value)) throw new Refusal(`“${file.path}” cannot be read: ${reason}.`);
    else gathered.problems.push({ at, message: reason });
  }
  return gathered;
}

/** Why a document is none of the Web Annotation model, or null. */
function objectionTo(value: unknown): string | null {
  const node = Node.safeParse(value);
  if (!node.success) return "it is no annotation, page or collection with a type";
  return listed(node.data["@context"]).includes(STANDARD_CONTEXT) ? null : `its @context is not ${STANDARD_CONTEXT}`;
}

function contextIsOwn(value: unknown): boolean {
  const node = Node.safeParse(value);
  return node.success && isOwnContext(node.data["@context"]);
}

const Collection = z.looseObject({
  first: z.unknown().optional(),
  next: z.unknown().optional(),
  items: z.unknown().optional(),
  articles: z.unknown().optional(),
  claims: z.unknown().optional(),
});

function gather(value: unknown, at: string, isOwn: boolean, into: Gathered): void {
  const node = Node.safeParse(value);
  const types = node.success ? listed(node.data.type) : [];
  if (types.includes("Annotation")) into.items.push({ value, at, isOwn });
  else if (types.includes("AnnotationCollection")) gatherCollection(value, at, isOwn, into);
  else if (types.includes("AnnotationPage")) gatherPage(value, at, isOwn, into);
  else
    into.problems.push({
      at: at || "/",
      message: "its type is neither Annotation, AnnotationPage nor AnnotationCollection",
    });
}

function gatherCollection(value: unknown, at: string, isOwn: boolean, into: Gathered): void {
  const { first, items, articles, claims } = Collection.parse(value);
  if (isOwn) {
    for (const one of listed(articles)) into.articles.push(one);
    for (const one of listed(claims)) into.claims.push(one);
  }
  for (const [i, page] of listed(first).entries()) {
    const place = Array.isArray(first) ? `${at}/first/${i}` : `${at}/first`;
    if (typeof page === "string")
      into.problems.push({ at: place, message: "the pages of the collection stand elsewhere" });
    else gatherPage(page, place, isOwn, into);
  }
  if (items !== undefined) gatherPage(value, at, isOwn, into);
}

function gatherPage(value: unknown, at: string, isOwn: boolean, into: Gathered): void {
  const page = Collection.safeParse(value);
  if (!page.success) {
    into.problems.push({ at, message: "it is no page of annotations" });
    return;
  }
  if (page.data.next !== undefined) into.problems.push({ at: `${at}/next`, message: "the next page stands elsewhere" });
  for (const [i, item] of listed(page.data.items).entries()) {
    into.items.push({ value: item, at: `${at}/items/${i}`, isOwn });
  }
}
