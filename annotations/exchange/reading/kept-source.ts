import type { SourceId } from "../../model/id.ts";
import { SCHEMA_VERSION } from "../../model/schema-version.ts";
import { METADATA_FIELDS, Source } from "../../model/source.ts";
import { misplacedBlock } from "../../text/misplaced-block.ts";
import type { ReadSource } from "./read-annotations.ts";

/**
 * The source that an article of another project was there, with all that was said of it; null where the files do not say
 * enough of it, or it is no source. The caller must ensure that the text is the one that its SHA-256 names.
 */
export function keptSource(read: ReadSource, id: SourceId, order: number): Source | null {
  const { record, text = "", sha256, originalName, note, agency } = read;
  if (!record || text.includes("\r") || /\p{Cs}/u.test(text)) return null;
  const { more, ...facts } = record;
  const metadata = Object.fromEntries(METADATA_FIELDS.map((field) => [field, read[field] ?? ""]));
  const parsed = Source.safeParse({
    ...more,
    ...{ schemaVersion: SCHEMA_VERSION, id, sha256, originalName, text },
    ...metadata,
    ...facts,
    order,
    ...(note === undefined ? {} : { note }),
    ...(agency === undefined ? {} : { agency }),
  });
  return parsed.success && misplacedBlock(parsed.data) === null ? parsed.data : null;
}
