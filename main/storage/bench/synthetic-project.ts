import type { SimpleCommand } from "../../../annotations/commands/command.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { Claim } from "../../../annotations/model/claim.ts";
import { AnalystId, ClaimId, MarkId, newId, SourceId } from "../../../annotations/model/id.ts";
import type { Mark } from "../../../annotations/model/mark.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import type { Block, Source } from "../../../annotations/model/source.ts";
import { STANCES } from "../../../annotations/model/stance.ts";
import { newTag, type Tag } from "../../../annotations/model/tag.ts";
import { rangeAt } from "../../../annotations/text/selector.ts";
import { type NewSource, textHash } from "../project/source-files.ts";
import { below, oneOf, type Random } from "../testing/random.ts";

/** Who works in the made-up projects. */
export const ANALYST: Analyst = { id: AnalystId.parse("0be0c000-0000-4000-8000-000000000001"), name: "Bench" };

type AddMark = Extract<SimpleCommand, { kind: "add-mark" }>;

const MOMENT = "2026-01-01T00:00:00.000Z";

const WORDS =
  "river town army said people market road minister border report witness month week soldiers and the of in to that was were by from with after before".split(
    " ",
  );

/** What every command of the analyst begins with. */
export const MADE = { analyst: ANALYST.id, at: MOMENT } as const;

/** Articles of made-up words. */
export function syntheticSources(count: number, words: number, random: Random): readonly NewSource[] {
  return Array.from({ length: count }, (_, order) => {
    const paragraphs = Array.from({ length: Math.ceil(words / 75) }, () => paragraph(75, random));
    const text = `${paragraphs.join("\n\n")}\n`;
    return { source: sourceOf(text, blocksOf(paragraphs), order), original: Buffer.from(text) };
  });
}

/** Claims C1, C2 … */
export function syntheticClaims(count: number): readonly Claim[] {
  return Array.from({ length: count }, (_, i) => claimNumber(i + 1));
}

/** Marks 20 to 140 characters somewhere inside a paragraph of one of the sources, and tags them. */
export function addMark(sources: readonly Source[], claims: readonly ClaimId[], random: Random): AddMark {
  return { kind: "add-mark", ...MADE, mark: syntheticMark(oneOf(sources, random), claims, random) };
}

/** A tag on one of the claims; three of ten quote somebody. */
export function syntheticTag(claims: readonly ClaimId[], random: Random): Tag {
  const tag = newTag(oneOf(claims, random), oneOf(STANCES, random));
  if (random() < 0.7) return tag;
  return { ...tag, voice: "quoted-direct", speaker: "A witness from the town", note: "Said a week after the report." };
}

function syntheticMark(source: Source, claims: readonly ClaimId[], random: Random): Mark {
  const block = oneOf(source.blocks, random);
  const length = Math.min(block.end - block.start, 20 + below(121, random));
  const start = block.start + below(block.end - block.start - length + 1, random);
  return {
    id: newId(MarkId),
    sourceId: source.id,
    ranges: [rangeAt(source, start, start + length)],
    tags: [syntheticTag(claims, random)],
    createdAt: MOMENT,
  };
}

function claimNumber(n: number): Claim {
  return {
    id: newId(ClaimId),
    label: `C${n}`,
    text: `Made-up claim number ${n}: the soldiers left the town before the month was over.`,
    note: "",
    aliases: [],
    createdAt: MOMENT,
    revisedAt: MOMENT,
    removed: false,
  };
}

function paragraph(words: number, random: Random): string {
  return `${Array.from({ length: words }, () => oneOf(WORDS, random)).join(" ")}.`;
}

/** The paragraphs' places in a text that has an empty line between them. */
function blocksOf(paragraphs: readonly string[]): readonly Block[] {
  let end = -2;
  return paragraphs.map(({ length }) => {
    const start = end + 2;
    end = start + length;
    return { kind: "paragraph", start, end, boilerplate: false };
  });
}

function sourceOf(text: string, blocks: readonly Block[], order: number): Source {
  return {
    schemaVersion: SCHEMA_VERSION,
    id: newId(SourceId),
    title: `Article ${order + 1}`,
    author: "",
    outlet: `Outlet ${order + 1}`,
    date: "2026-01-01",
    url: "",
    language: "en",
    guessed: [],
    originalName: `${order + 1}.txt`,
    importedAt: MOMENT,
    sha256: textHash(text),
    blocks,
    order,
    removed: false,
    text,
  };
}
