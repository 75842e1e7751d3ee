import type { ProjectId } from "../../../annotations/model/id.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import type { Files } from "../disk/files.ts";
import type { Place } from "../disk/place.ts";
import type { JournalRecord } from "./journal-record.ts";
import { readSegment, type Segment, segmentNumbers } from "./segment.ts";

/** What an analyst's journal holds after some record. */
export interface JournalContents {
  /** The folder of its segments. */
  readonly place: Place;
  /** The segments that were read, oldest first: all that may hold a record after the one asked for. */
  readonly segments: readonly Segment[];
  /** In order. Where some are missing, those after the gap follow. */
  readonly records: readonly JournalRecord[];
  /** The number of the last record; that of the snapshot when there is none. */
  readonly lastSeq: number;
  readonly flaws: readonly JournalFlaw[];
  /** The seals of which the set's file has one, if it was written by those who wrote the journal; null when that is not known. */
  readonly snapshots: readonly string[] | null;
  /** Whether a later version of the program wrote in it. */
  readonly newer: boolean;
}

/** Something wrong with a segment, and the records that are missing because of it, if any. */
interface JournalFlaw {
  readonly segment: Segment;
  readonly reason: string;
}

/**
 * Reads what came after record `through`, and changes nothing. What a broken-off write has left at the end of a segment
 * was never acknowledged and is passed over; so are records that a later segment has in its own way, for whoever began
 * that one had not seen them acknowledged, and segments that say that they belong to another project than `projectId`.
 * Segments that a later one goes on without are not among those that are given.
 */
export async function readJournal(
  files: Files,
  place: Place,
  through: number,
  projectId?: ProjectId,
): Promise<JournalContents> {
  const isForeign = ({ header }: Segment) =>
    projectId !== undefined && header?.projectId !== undefined && header.projectId !== projectId;
  const segments = await segmentsSince(files, place, through, isForeign);
  const records: JournalRecord[] = [];
  const flaws: JournalFlaw[] = [];
  let lastSeq = through;
  for (const [i, segment] of segments.entries()) {
    const limit =
      segments.slice(i + 1).find((next) => next.after !== null && !isForeign(next))?.after ?? Number.POSITIVE_INFINITY;
    const isOpenEnd = limit === Number.POSITIVE_INFINITY;
    const expect = (seq: number) => {
      if (seq > lastSeq) flaws.push({ segment, reason: missing(lastSeq + 1, seq) });
      lastSeq = Math.max(lastSeq, seq);
    };
    if (isForeign(segment)) {
      flaws.push({ segment, reason: "it belongs to another project" });
      continue;
    }
    let torn = false;
    if (segment.header === null) flaws.push({ segment, reason: "its first line is damaged" });
    if (segment.after !== null) expect(segment.after);
    for (const record of segment.records) {
      if (record.seq <= lastSeq || record.seq > limit) continue;
      torn = record.seq > lastSeq + 1 && isTornWrite(segment, lastSeq);
      if (torn) break;
      expect(record.seq - 1);
      records.push(record);
      lastSeq = record.seq;
    }
    // Where the next segment goes on without a gap, nothing that was acknowledged can have been in the rest.
    if (segment.rest.kind === "damaged" && isOpenEnd && !torn) {
      flaws.push({ segment, reason: `line ${segment.rest.line} does not fit its checksum` });
    }
  }
  const newer = segments.some(({ header }) => header !== null && header.schemaVersion > SCHEMA_VERSION);
  const snapshots =
    segments.findLast((segment) => segment.snapshots !== null && !isForeign(segment))?.snapshots ?? null;
  return { place, segments, records, lastSeq, flaws, snapshots, newer };
}

/** Whether all that a segment holds after record `last` was written at once, so that with a gap in it nothing of it was acknowledged. */
function isTornWrite({ records, rest, released }: Segment, last: number): boolean {
  // Who lets go of a journal has had everything before that acknowledged.
  if (released) return false;
  if (rest.kind !== "damaged" || !rest.unwritten) return false;
  return records.every(({ seq, since }) => seq <= last || (since ?? seq - 1) <= last);
}

/** Goes back from the newest one to the first that record `through + 1` can be in. */
async function segmentsSince(
  files: Files,
  place: Place,
  through: number,
  isForeign: (segment: Segment) => boolean,
): Promise<readonly Segment[]> {
  const segments: Segment[] = [];
  const passedOver = new Set<number>();
  for (const number of (await segmentNumbers(files, place)).toReversed()) {
    const segment = passedOver.has(number) ? null : await readSegment(files, place, number, through);
    if (segment === null) continue;
    segments.unshift(segment);
    if (!isForeign(segment)) for (const other of segment.without) passedOver.add(other);
    if (segment.after !== null && segment.after <= through && !isForeign(segment)) break;
  }
  return segments;
}

function missing(from: number, to: number): string {
  return from === to ? `change ${from} is missing` : `changes ${from} to ${to} are missing`;
}
