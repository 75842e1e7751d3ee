import { join } from "node:path";
import type { Files } from "../disk/files.ts";
import { bytesOf, namesIn, type Place } from "../disk/place.ts";
import {
  decodeLine,
  isContinuation,
  isHeader,
  isRecord,
  isRecordUpTo,
  isRelease,
  isReplacement,
  type JournalLine,
  type JournalRecord,
  type SegmentHeader,
} from "./journal-record.ts";

/** One file of a journal, as it was found. */
export interface Segment extends Place {
  readonly name: string;
  readonly number: number;
  readonly size: number;
  /** Null when its first line is damaged. */
  readonly header: SegmentHeader | null;
  /** The number of the last record before it; null as long as nothing was written behind the header. */
  readonly after: number | null;
  /** The numbers of those before it that were empty when its owner read them; what has come into them since does not count. */
  readonly without: readonly number[];
  readonly records: readonly JournalRecord[];
  /** The seals of which the set's file has one, as it says last; null when it does not say. */
  readonly snapshots: readonly string[] | null;
  /** Whether its owner has let go of the set. */
  readonly released: boolean;
  readonly rest: Rest;
}

/**
 * What follows the last whole line: nothing; a write that was broken off; or a line that was written in full and does
 * not fit its checksum. `line` counts from 1; `unwritten` says that it holds bytes which the disk never got, before others
 * that it did get.
 */
type Rest =
  | { readonly kind: "nothing" | "torn" }
  | { readonly kind: "damaged"; readonly line: number; readonly unwritten: boolean };

const EMPTY = { header: null, after: null, without: [], records: [], snapshots: null, released: false } as const;

const NAME = /^(\d{8})\.jsonl$/;
const LINE_FEED = 0x0a;

export function segmentName(number: number): string {
  return `${String(number).padStart(8, "0")}.jsonl`;
}

export function segmentPlace({ path, label }: Place, number: number): Place {
  const name = segmentName(number);
  return { path: join(path, name), label: `${label}/${name}` };
}

/** Whether a segment is sound and its owner has not written anything yet, or has broken off the first write. */
export function isEmpty({ header, after, records, rest }: Segment): boolean {
  return header !== null && after === null && records.length === 0 && rest.kind !== "damaged";
}

/** The numbers of a journal's segments, the oldest first. */
export async function segmentNumbers(files: Files, place: Place): Promise<readonly number[]> {
  return (await namesIn(files, place)).flatMap((name) => {
    const digits = NAME.exec(name)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
}

/** Null when it is not there. Records up to number `through` are only checked, and are not among its records. */
export async function readSegment(files: Files, journal: Place, number: number, through = 0): Promise<Segment | null> {
  const place = segmentPlace(journal, number);
  const bytes = await bytesOf(files, place);
  return (
    bytes && { ...place, name: segmentName(number), number, size: bytes.length, ...readLines(bytes, number, through) }
  );
}

function readLines(
  bytes: Uint8Array,
  number: number,
  through: number,
): Pick<Segment, "header" | "after" | "without" | "records" | "snapshots" | "released" | "rest"> {
  const records: JournalRecord[] = [];
  let header: SegmentHeader | null = null;
  let after: number | null = null;
  let without: readonly number[] = [];
  let snapshots: readonly string[] | null = null;
  let released = false;
  let rest: Rest = { kind: bytes.length === 0 ? "torn" : "nothing" };
  let start = 0;
  const take = (content: JournalLine) => {
    if (isRecord(content)) records.push(content);
    else if (isHeader(content)) [header, after] = [content, content.after ?? null];
    else if (isContinuation(content)) {
      [after, without] = [content.after, content.without ?? []];
      snapshots = content.snapshots ?? snapshots;
    } else if (isReplacement(content)) snapshots = content.snapshots;
    else if (isRelease(content)) released = true;
  };
  for (let line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, start);
    const bytesOfLine = bytes.subarray(start, end === -1 ? bytes.length : end);
    const isKnown = end !== -1 && isRecordUpTo(bytesOfLine, through);
    const content = end === -1 || isKnown ? null : decodeLine(bytesOfLine);
    const isForeign = content !== null && isHeader(content) && content.segment !== number;
    // A segment under another's number is none: where its records belong, they may be there twice.
    if (isForeign && line === 1) return { ...EMPTY, rest: { kind: "damaged", line, unwritten: false } };
    if (!isKnown && (content === null || isForeign)) {
      if (rest.kind !== "damaged") rest = restAt(bytesOfLine, end, line);
    } else {
      // A line in the middle was damaged, or nothing whole could follow it.
      if (rest.kind === "torn") rest = { kind: "damaged", line: line - 1, unwritten: true };
      if (content !== null) take(content);
    }
    if (end === -1) break;
    start = end + 1;
  }
  return { header, after, without, records, snapshots, released, rest };
}

/** A write was broken off where the line has no end, or holds bytes that the disk never got and gives back as NUL. */
function restAt(line: Uint8Array, end: number, number: number): Rest {
  return end === -1 || line.includes(0) ? { kind: "torn" } : { kind: "damaged", line: number, unwritten: false };
}
