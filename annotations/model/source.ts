import { z } from "zod";
import { SourceId } from "./id.ts";
import { compareText } from "./order.ts";
import { Offset } from "./range.ts";
import { SchemaVersion } from "./schema-version.ts";
import { Timestamp } from "./timestamp.ts";

/** How many characters the note on a source may have at most. */
export const SOURCE_NOTE_LENGTH = 20_000;

/** How many characters the name of an agency may have at most. */
export const AGENCY_LENGTH = 1_000;

/** A year, a month or a day in ISO 8601, or nothing when it is not known. */
export const PartialDate = z.string().regex(/^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/, {
  error: "a date is written 2022, 2022-11 or 2022-11-23",
});

/** One paragraph or heading: a half-open range of the canonical text in code points. */
export const Block = z.looseObject({
  kind: z.enum(["heading", "paragraph"]),
  start: Offset,
  end: Offset,
  boilerplate: z.boolean(),
});
export type Block = Readonly<z.infer<typeof Block>>;

export const METADATA_FIELDS = ["title", "author", "outlet", "date", "url", "language"] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** How many characters each field may have at most. */
export const METADATA_LENGTHS: Readonly<Record<MetadataField, number>> = {
  title: 1_000,
  author: 1_000,
  outlet: 1_000,
  date: 10,
  url: 4_000,
  language: 35,
};

/** Where an article comes from. A field that nobody knows is the empty string. */
export const Metadata = z.strictObject({
  title: z.string().max(METADATA_LENGTHS.title),
  author: z.string().max(METADATA_LENGTHS.author),
  outlet: z.string().max(METADATA_LENGTHS.outlet),
  date: PartialDate,
  url: z.string().max(METADATA_LENGTHS.url),
  language: z.string().max(METADATA_LENGTHS.language),
});
export type Metadata = Readonly<z.infer<typeof Metadata>>;

/** What `sources/<id>.json` holds: all that is known of one source but its text. */
export const SourceRecord = z.looseObject({
  schemaVersion: SchemaVersion,
  id: SourceId,
  ...Metadata.shape,
  /** The metadata fields that are still a guess made on import, which nobody has confirmed. */
  guessed: z.array(z.enum(METADATA_FIELDS)).readonly(),
  /** The name of the imported file, for people; never used as a path. */
  originalName: z.string().max(1_000),
  importedAt: Timestamp,
  /** SHA-256 of the canonical text's UTF-8 bytes, in lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  blocks: z.array(Block).readonly(),
  /** Position among the panes, from 0. */
  order: z.int().min(0).max(1_000_000),
  /** Taken out of the project's view; its files and marks stay. */
  removed: z.boolean(),
  /** What is noted about the source as a whole; absent is nothing. */
  note: z.string().max(SOURCE_NOTE_LENGTH).optional(),
  /** The agency or other origin whose text the source prints; absent is none, or nobody has said. */
  agency: z.string().max(AGENCY_LENGTH).optional(),
});
export type SourceRecord = Readonly<z.infer<typeof SourceRecord>>;

/** A source with its canonical text: LF line ends, no byte order mark, otherwise as it came. */
export const Source = SourceRecord.extend({ text: z.string() });
export type Source = Readonly<z.infer<typeof Source>>;

/** The order of the panes; the id settles it where two have the same place. */
export function compareSources(a: SourceRecord, b: SourceRecord): number {
  return a.order - b.order || compareText(a.id, b.id);
}

/** A short name for a source in tables and messages: outlet, else title, else file name. */
export function sourceName(source: SourceRecord): string {
  return source.outlet || source.title || source.originalName;
}

/** The short name with the title after it, where that is another. */
export function sourceNameAndTitle(source: SourceRecord): string {
  const name = sourceName(source);
  return source.title === "" || source.title === name ? name : `${name}: ${source.title}`;
}
