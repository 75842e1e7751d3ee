import type { SourceId } from "../../model/id.ts";
import type { Project } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import { canonicalText } from "../../text/canonical.ts";
import type { ReadSource } from "./read-annotations.ts";

/** By what an article of the files was found among those of the project. */
type MatchedBy = "id" | "address" | "hash" | "file name" | "text" | "choice";

/** What becomes of an article of the files. */
export type SourceMatch =
  | { readonly kind: "matched"; readonly by: MatchedBy; readonly source: Source }
  /** It joins the project, as this source. */
  | { readonly kind: "added"; readonly source: Source }
  /** Its marks are left out: nothing fits, or the person said so. */
  | { readonly kind: "left" };

/** What a person says of an article of the files: it is this source, it is to join the project, or it is left out. */
export type SourceChoice = SourceId | "add" | "leave";

/** The articles of the files that the project does not have, as the sources that they would become, by their keys. */
export type Additions = ReadonlyMap<string, Source>;

/**
 * Finds the articles of the files in a project: by id or address, by hash, by the name of the imported file, then by text,
 * each only where exactly one source fits. What a person chose goes before. One that is not found is added where
 * `additions` has it and somebody chose that.
 */
export function matchSources(
  project: Project,
  sources: readonly ReadSource[],
  choices: ReadonlyMap<string, SourceChoice>,
  additions: Additions,
): ReadonlyMap<string, SourceMatch> {
  return new Map(sources.map((source) => [source.key, matchOf(project, source, choices.get(source.key), additions)]));
}

function matchOf(
  project: Project,
  read: ReadSource,
  choice: SourceChoice | undefined,
  additions: Additions,
): SourceMatch {
  if (choice === "leave") return { kind: "left" };
  const added = additions.get(read.key);
  if (choice === "add") return added ? { kind: "added", source: added } : { kind: "left" };
  const chosen = project.sources.find(({ id }) => id === choice);
  if (chosen) return { kind: "matched", by: "choice", source: chosen };
  for (const [by, fits] of WAYS) {
    const fitting = project.sources.filter((source) => fits(read, source));
    const [source, ...others] = fitting.length > 1 ? fitting.filter(({ removed }) => !removed) : fitting;
    if (source && others.length === 0) return { kind: "matched", by, source };
  }
  return { kind: "left" };
}

const WAYS: readonly (readonly [MatchedBy, (read: ReadSource, source: Source) => boolean])[] = [
  ["id", ({ id }, source) => id !== undefined && id.toLowerCase() === source.id],
  ["address", ({ url }, source) => isSame(address(url), address(source.url))],
  ["hash", ({ sha256 }, source) => isSame(sha256?.toLowerCase(), source.sha256)],
  ["file name", ({ originalName }, source) => isSame(originalName, source.originalName)],
  ["text", ({ text }, source) => text !== undefined && hasText(source, text)],
];

function isSame(a: string | undefined, b: string): boolean {
  return a !== undefined && a !== "" && a === b;
}

/** The address without what does not tell pages apart. */
function address(url = ""): string {
  return url
    .replace(/^https?:\/\/(www\.)?/i, "")
    .replace(/#.*$/, "")
    .replace(/\/$/, "");
}

/** Whether a text is the source's, whatever its line ends and the blanks around it. */
function hasText(source: Source, text: string): boolean {
  if (Math.abs(text.length - source.text.length) > source.text.length + 1_000) return false;
  return canonicalText(text).trim() === source.text.trim();
}
