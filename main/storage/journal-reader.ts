import { join } from "node:path";
import type { Failure } from "../../annotations/api/reply.ts";
import type { Files } from "./files.ts";
import { decodeHeader, decodeRecord, type JournalRecord } from "./journal-record.ts";
import { bytesOf, damaged, namesIn, type Place } from "./place.ts";

/** One file of a journal, as it was found. */
export interface SegmentFile {
  readonly name: string;
  readonly size: number;
}

/** What an analyst's journal holds. */
export interface JournalContents {
  /** The folder of its segments. */
  readonly place: Place;
  /** Oldest first. */
  readonly segments: readonly SegmentFile[];
  /** The records that the snapshot does not contain yet. */
  readonly records: readonly JournalRecord[];
  readonly lastSeq: number;
}

const SEGMENT_NAME = /^\d{8}\.jsonl$/;
const LINE_FEED = 0x0a;

/**
 * Reads what came after record `through`, and changes nothing. What a broken-off write has left at the end of a segment
 * was never acknowledged and is passed over; so are records that a later segment has in its own way, for whoever began
 * that one had not seen them acknowledged. Throws a `Failure` that names the file when a record is damaged or missing.
 */
export async function readJournal(files: Files, place: Place, through: number): Promise<JournalContents> {
  const segments = await readSegments(files, place);
  const records: JournalRecord[] = [];
  let lastSeq = through;
  for (const [i, segment] of segments.entries()) {
    if (segment.after !== null && segment.after > lastSeq) throw outOfSequence(segment, segment.after + 1, lastSeq);
    const next = segments.slice(i + 1).find(({ after }) => after !== null)?.after ?? null;
    for (const record of segment.records) {
      if (record.seq <= through || (next !== null && record.seq > next)) continue;
      if (record.seq !== lastSeq + 1) throw outOfSequence(segment, record.seq, lastSeq);
      records.push(record);
      lastSeq = record.seq;
    }
    if (!isHarmless(segment.rest, next, lastSeq)) {
      throw damaged(segment, `line ${segment.lines + 1} does not fit its checksum`);
    }
  }
  return { place, segments: segments.map(({ name, size }) => ({ name, size })), records, lastSeq };
}

/** The names of a journal's segments, oldest first. */
export async function segmentNames(files: Files, place: Place): Promise<readonly string[]> {
  return (await namesIn(files, place)).filter((name) => SEGMENT_NAME.test(name));
}

/**
 * What follows the last whole record of a segment: nothing; a write that was broken off; a line that was written in full
 * and does not fit its checksum; or such a line with whole records after it.
 */
type Rest = "nothing" | "torn" | "damaged" | "damaged-inside";

interface Segment extends Place, SegmentFile {
  /** The number of the last record before it, as its header says; null when it has no whole header. */
  readonly after: number | null;
  readonly records: readonly JournalRecord[];
  /** How many whole lines it has. */
  readonly lines: number;
  readonly rest: Rest;
}

/** Where the next segment goes on without a gap, nothing that was acknowledged can have been in the rest. */
function isHarmless(rest: Rest, next: number | null, lastSeq: number): boolean {
  if (rest === "nothing") return true;
  if (rest === "damaged-inside") return false;
  return next === null ? rest === "torn" : next <= lastSeq;
}

async function readSegments(files: Files, place: Place): Promise<readonly Segment[]> {
  const segments: Segment[] = [];
  for (const name of await segmentNames(files, place)) {
    const file = { path: join(place.path, name), label: `${place.label}/${name}` };
    const bytes = (await bytesOf(files, file)) ?? new Uint8Array();
    segments.push({ ...file, name, size: bytes.length, ...readLines(bytes, Number.parseInt(name, 10)) });
  }
  return segments;
}

function readLines(bytes: Uint8Array, number: number): Pick<Segment, "after" | "records" | "lines" | "rest"> {
  const records: JournalRecord[] = [];
  let after: number | null = null;
  let start = 0;
  for (let lines = 0; start < bytes.length; lines++) {
    const end = bytes.indexOf(LINE_FEED, start);
    const line = bytes.subarray(start, end === -1 ? start : end);
    const header = lines === 0 ? decodeHeader(line) : null;
    const record = lines === 0 ? null : decodeRecord(line);
    // A segment under another's name is none.
    if (header?.segment === number) after = header.after;
    else if (record) records.push(record);
    else return { after, records, lines, rest: restOf(bytes.subarray(start)) };
    start = end + 1;
  }
  return { after, records, lines: records.length + 1, rest: "nothing" };
}

/** A write was broken off where the line has no end, or holds bytes that the disk never got and gives back as NUL. */
function restOf(bytes: Uint8Array): Rest {
  const end = bytes.indexOf(LINE_FEED);
  if (end === -1) return "torn";
  if (hasRecord(bytes.subarray(end + 1))) return "damaged-inside";
  return bytes.subarray(0, end).includes(0) ? "torn" : "damaged";
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
