import { join } from "node:path";
import type { Failure } from "../../annotations/api/reply.ts";
import type { Files } from "./files.ts";
import { decodeRecord, type JournalRecord } from "./journal-record.ts";
import { bytesOf, damaged, namesIn, type Place } from "./place.ts";

/** The end of the last segment where a write was broken off: what lies from `size` on was never acknowledged. */
export interface TornTail {
  readonly segment: string;
  readonly size: number;
}

/** What an analyst's journal holds. */
export interface JournalContents {
  /** The folder of its segments. */
  readonly place: Place;
  /** The file names of all segments, oldest first. */
  readonly segments: readonly string[];
  /** The records that the snapshot does not contain yet. */
  readonly records: readonly JournalRecord[];
  readonly lastSeq: number;
  readonly tornTail: TornTail | null;
}

const SEGMENT_NAME = /^\d{8}\.jsonl$/;
const LINE_FEED = 0x0a;

/**
 * Reads what came after record `through`, and changes nothing. A torn tail of the last segment is left out. Throws a
 * `Failure` that names the file when a record is damaged or missing.
 */
export async function readJournal(files: Files, place: Place, through: number): Promise<JournalContents> {
  const segments = (await namesIn(files, place)).filter((name) => SEGMENT_NAME.test(name));
  const records: JournalRecord[] = [];
  let lastSeq = through;
  let tornTail: TornTail | null = null;
  for (const segment of segments) {
    const file = { path: join(place.path, segment), label: `${place.label}/${segment}` };
    const bytes = (await bytesOf(files, file)) ?? new Uint8Array();
    const { lines, torn } = readLines(bytes, file, segment === segments.at(-1));
    if (torn !== null) tornTail = { segment, size: torn };
    for (const record of lines) {
      if (record.seq <= through) continue;
      if (record.seq !== lastSeq + 1) throw outOfSequence(file, record.seq, lastSeq);
      records.push(record);
      lastSeq = record.seq;
    }
  }
  return { place, segments, records, lastSeq, tornTail };
}

function readLines(
  bytes: Uint8Array,
  file: Place,
  isLast: boolean,
): { readonly lines: readonly JournalRecord[]; readonly torn: number | null } {
  const lines: JournalRecord[] = [];
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(LINE_FEED, start);
    const record = end === -1 ? null : decodeRecord(bytes.subarray(start, end));
    if (record === null) {
      if (isLast && isTorn(bytes.subarray(start))) return { lines, torn: start };
      throw damaged(file, `line ${lines.length + 1} does not fit its checksum`);
    }
    lines.push(record);
    start = end + 1;
  }
  return { lines, torn: null };
}

/**
 * Whether a write was broken off here: the line has no end, or holds bytes that the disk never got and gives back as
 * NUL, and no whole record follows. A last line that was written in full and does not fit its checksum was damaged later.
 */
function isTorn(rest: Uint8Array): boolean {
  const end = rest.indexOf(LINE_FEED);
  if (end === -1) return true;
  return rest.subarray(0, end).includes(0) && !hasRecord(rest.subarray(end + 1));
}

function hasRecord(bytes: Uint8Array): boolean {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end === -1) return false;
    if (decodeRecord(bytes.subarray(start, end)) !== null) return true;
    start = end + 1;
  }
  return false;
}

function outOfSequence(file: Place, seq: number, last: number): Failure {
  if (seq <= last) return damaged(file, `change ${seq} is there twice`);
  return damaged(
    file,
    seq === last + 2 ? `change ${last + 1} is missing` : `changes ${last + 1} to ${seq - 1} are missing`,
  );
}
