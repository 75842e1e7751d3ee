import { z } from "zod";
import { CLAIM_COLOURS, Claim } from "../../model/claim.ts";
import { OriginVerdict } from "../../model/origin-verdict.ts";
import { CorroboratedBy } from "../../model/project.ts";
import { SourceRecord } from "../../model/source.ts";
import { Speaker } from "../../model/speaker.ts";
import { Stance } from "../../model/stance.ts";
import { StanceDistances } from "../../model/stance-distances.ts";
import { Tag } from "../../model/tag.ts";
import { Timestamp } from "../../model/timestamp.ts";
import { Verdict } from "../../model/verdict.ts";

/** What ties the parts of one reading together; any text that is unique among its kind. */
const Key = z.string();

/** Where in the files something stands, for people: a line, a JSON pointer, an element. */
const Place = z.string();

/** Fields that this version does not know, as another one wrote them. */
const More = z.record(z.string(), z.unknown()).optional();

/**
 * What only Parallax says of an article. Where it is there, the article's details are more than a means to find it: they
 * count for the one that is here too.
 */
const ReadRecord = z.strictObject({
  guessed: SourceRecord.shape.guessed,
  blocks: SourceRecord.shape.blocks,
  order: SourceRecord.shape.order,
  removed: SourceRecord.shape.removed,
  importedAt: Timestamp,
  more: More,
});

/** An article as the files know it. */
export const ReadSource = z.strictObject({
  key: Key,
  id: z.string().optional(),
  url: z.string().optional(),
  /** Of the text's UTF-8 bytes, in lower-case hexadecimal. */
  sha256: z.string().optional(),
  /** The name of the file that it was imported from. */
  originalName: z.string().optional(),
  title: z.string().optional(),
  author: z.string().optional(),
  outlet: z.string().optional(),
  date: z.string().optional(),
  language: z.string().optional(),
  /** The text that the positions of its marks count in; absent where the files do not hold it, and the project's text is meant. */
  text: z.string().optional(),
  /** What is noted about it as a whole. */
  note: SourceRecord.shape.note,
  /** The agency whose text it prints. */
  agency: SourceRecord.shape.agency,
  record: ReadRecord.optional(),
});
export type ReadSource = Readonly<z.infer<typeof ReadSource>>;

/** Somebody who marked; `id` is an analyst's id where the file was written by Parallax. */
export const ReadAnalyst = z.strictObject({
  key: Key,
  id: z.string().optional(),
  name: z.string(),
  more: More,
  /** Where the files hold a set of this analyst, whatever is in it: since when there is one, and what no list of it holds. */
  set: z.strictObject({ createdAt: Timestamp, more: More }).optional(),
});
export type ReadAnalyst = Readonly<z.infer<typeof ReadAnalyst>>;

/** A claim as an analyst of the files made or changed it; its ids are theirs. */
const ReadRevision = z.strictObject({ analyst: Key, claim: Claim });

/** A claim, code or label of the files, as far as they describe it. */
export const ReadClaim = z.strictObject({
  key: Key,
  /** A claim's id where the file was written by Parallax. */
  id: z.string().optional(),
  /** The short claim ID, or the code's name, as it stands there; it need not fit the rules of a claim ID. */
  label: z.string(),
  text: z.string().optional(),
  note: z.string().optional(),
  include: z.string().optional(),
  exclude: z.string().optional(),
  aliases: z.array(z.string()).readonly().optional(),
  /** The key of the claim that it is part of. */
  parent: Key.optional(),
  colour: z.enum(CLAIM_COLOURS).optional(),
  order: z.number().optional(),
  verdict: Verdict.optional(),
  /** Where the files say whose it is: the claim belongs to those analysts' sets, whether a mark needs it or not. */
  revisions: z.array(ReadRevision).readonly().optional(),
});
export type ReadClaim = Readonly<z.infer<typeof ReadClaim>>;

/**
 * A label that tags of the files have, with what it seems to mean: a claim, a stance, or both. The person may say otherwise
 * before anything is read.
 */
export const ReadLabel = z.strictObject({
  key: Key,
  /** As it stands in the files. */
  name: z.string(),
  /** The key of the claim; null where the label seems to be none. */
  claim: Key.nullable(),
  /** Null where it says none, and a tag may say it itself. */
  stance: Stance.nullable(),
});
export type ReadLabel = Readonly<z.infer<typeof ReadLabel>>;

const { voice, speaker, attitude, certainty, confidence, note, value } = Tag.shape;

/** A tag; what is absent is not said, and becomes what a new tag has. */
export const ReadTag = z.strictObject({
  id: z.string().optional(),
  label: Key,
  stance: Stance.optional(),
  voice: voice.optional(),
  speaker: speaker.optional(),
  attitude: attitude.optional(),
  certainty: certainty.optional(),
  confidence: confidence.optional(),
  note: note.optional(),
  value,
  /** When it was last changed. */
  changedAt: Tag.shape.at,
  more: More,
});
export type ReadTag = Readonly<z.infer<typeof ReadTag>>;

/** How positions are counted: Unicode code points (W3C, brat, spaCy) or UTF-16 code units (JavaScript, Java). */
export const OffsetUnit = z.enum(["code-point", "utf-16"]);
export type OffsetUnit = z.infer<typeof OffsetUnit>;

/** One stretch of a text by position, by quote, or by both. A position is half-open and need not fit the text. */
export const ReadRange = z
  .strictObject({
    position: z.strictObject({ start: z.number(), end: z.number(), unit: OffsetUnit }).optional(),
    quote: z.string().optional(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
    more: More,
  })
  .refine(({ position, quote }) => position !== undefined || quote !== undefined, {
    error: "a stretch needs a position or a quote",
  });
export type ReadRange = Readonly<z.infer<typeof ReadRange>>;

export const ReadMark = z.strictObject({
  at: Place,
  id: z.string().optional(),
  source: Key,
  /** The key of the analyst; absent where the files do not say who. */
  analyst: Key.optional(),
  ranges: z.array(ReadRange).readonly(),
  tags: z.array(ReadTag).readonly(),
  note: z.string().optional(),
  toDiscuss: z.boolean().optional(),
  /** ISO 8601. */
  createdAt: z.string().optional(),
  /** When it was deleted; absent for one that counts. */
  binnedAt: Timestamp.optional(),
  /** Whether Parallax made it: where the article is the same, its pieces need not be fitted to paragraphs and whole characters. */
  fitted: z.boolean().optional(),
  more: More,
});
export type ReadMark = Readonly<z.infer<typeof ReadMark>>;

/** That an article is silent on a claim, or what is noted about that; where both are said, `foundAt` is of both. */
export const ReadCell = z.strictObject({
  at: Place,
  claim: Key,
  source: Key,
  analyst: Key.optional(),
  state: z.enum(["not-mentioned", "not-applicable"]).optional(),
  /** What is noted about the cell. */
  note: z.string().optional(),
  foundAt: Timestamp.optional(),
  more: More,
});
export type ReadCell = Readonly<z.infer<typeof ReadCell>>;

/** What an analyst found of two articles that have wording in common. */
export const ReadOrigin = z.strictObject({
  at: Place,
  sources: z.tuple([Key, Key]),
  analyst: Key.optional(),
  verdict: OriginVerdict.shape.verdict,
  foundAt: Timestamp.optional(),
  more: More,
});
export type ReadOrigin = Readonly<z.infer<typeof ReadOrigin>>;

/** How far an analyst has come with an article: it is done, or the others' work on it was shown. */
export const ReadProgress = z.strictObject({
  at: Place,
  kind: z.enum(["done", "reveal"]),
  source: Key,
  analyst: Key,
  reachedAt: Timestamp,
  more: More,
});
export type ReadProgress = Readonly<z.infer<typeof ReadProgress>>;

/** Somebody whom the articles quote, with the other names for the same one. */
export const ReadSpeaker = z.strictObject({
  at: Place,
  id: z.string().optional(),
  name: Speaker.shape.name,
  aliases: Speaker.shape.aliases,
  more: More,
});
export type ReadSpeaker = Readonly<z.infer<typeof ReadSpeaker>>;

/** What the files say of the project that they come from. */
export const ReadProject = z.strictObject({
  corroboratedBy: CorroboratedBy.optional(),
  /** The key of the analyst whose set is the adjudicated layer. */
  adjudicator: Key.optional(),
  stanceDistances: StanceDistances.optional(),
  moreSettings: More,
  more: More,
});
export type ReadProject = Readonly<z.infer<typeof ReadProject>>;

/** One item of the files that could not be understood, or a part of it that was left out, and why. */
export const ReadProblem = z.strictObject({ at: Place, message: z.string() });
export type ReadProblem = Readonly<z.infer<typeof ReadProblem>>;

/** What files of any format say, before it is fitted to a project. Keys that are pointed at need not be there. */
export const ReadAnnotations = z.strictObject({
  sources: z.array(ReadSource).readonly(),
  analysts: z.array(ReadAnalyst).readonly(),
  claims: z.array(ReadClaim).readonly(),
  labels: z.array(ReadLabel).readonly(),
  marks: z.array(ReadMark).readonly(),
  cells: z.array(ReadCell).readonly(),
  origins: z.array(ReadOrigin).readonly(),
  progress: z.array(ReadProgress).readonly(),
  speakers: z.array(ReadSpeaker).readonly(),
  project: ReadProject.optional(),
  problems: z.array(ReadProblem).readonly(),
});
export type ReadAnnotations = Readonly<z.infer<typeof ReadAnnotations>>;

/** Whether files hold no annotation of any kind. */
export function isEmpty({ project, ...lists }: ReadAnnotations): boolean {
  const { marks, claims, cells, origins, progress, speakers } = lists;
  return (
    project === undefined && [marks, claims, cells, origins, progress, speakers].every(({ length }) => length === 0)
  );
}
