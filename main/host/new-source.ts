import { newId, SourceId } from "../../annotations/model/id.ts";
import type { Project } from "../../annotations/model/project.ts";
import { SCHEMA_VERSION } from "../../annotations/model/schema-version.ts";
import type { Metadata, MetadataField, Source } from "../../annotations/model/source.ts";
import { now } from "../../annotations/model/timestamp.ts";
import type { NewSource } from "../storage/project/source-files.ts";
import type { Article } from "./article-file.ts";

/** What a person made of the guess at an article before it joined the project. */
export interface Correction {
  readonly metadata: Metadata;
  readonly guessed: readonly MetadataField[];
  /** The starts (code points) of the blocks that are boilerplate. */
  readonly boilerplate: readonly number[];
}

/** A source made of an article, in the pane `order`; as it was guessed when nobody corrected it. */
export function newSource(
  { name, bytes, text, sha256, guess }: Article,
  order: number,
  correction?: Correction,
): NewSource {
  const boilerplate = correction && new Set(correction.boilerplate);
  const source: Source = {
    schemaVersion: SCHEMA_VERSION,
    id: newId(SourceId),
    ...(correction ?? guess).metadata,
    guessed: (correction ?? guess).guessed,
    originalName: name.slice(0, 1_000),
    importedAt: now(),
    sha256,
    blocks: guess.blocks.map((block) =>
      boilerplate ? { ...block, boilerplate: boilerplate.has(block.start) } : block,
    ),
    order,
    removed: false,
    text,
  };
  return { source, original: bytes };
}

/** The pane after the last one. */
export function nextOrder(project: Project): number {
  return 1 + project.sources.reduce((last, { order }) => Math.max(last, order), -1);
}

/** The title of the source in view that has this very text, or null. */
export function duplicateOf(project: Project, { sha256 }: Pick<Article, "sha256">): string | null {
  const twin = project.sources.find((source) => source.sha256 === sha256 && !source.removed);
  return twin ? twin.title || twin.originalName : null;
}
