import { crc32 } from "node:zlib";
import { z } from "zod";
import { SetCommand } from "../../../annotations/commands/command.ts";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import { Analyst } from "../../../annotations/model/analyst.ts";
import { ProjectId } from "../../../annotations/model/id.ts";
import { Timestamp } from "../../../annotations/model/timestamp.ts";
import { type JsonLimits, parseJson } from "../../../annotations/text/json.ts";
import { Holder } from "./holder.ts";

/**
 * The first line of a segment: its own number, as in its name, who made it, and whose journal of which project this is.
 * The first version of the format had no owner, and `after` here.
 */
export const SegmentHeader = z.looseObject({
  schemaVersion: z.int().min(1).default(1),
  segment: z.int().min(1),
  owner: Holder.optional(),
  analyst: Analyst.optional(),
  projectId: ProjectId.optional(),
  after: z.int().min(0).optional(),
});
export type SegmentHeader = Readonly<z.infer<typeof SegmentHeader>>;

/** The SHA-256 that one of the snapshots may have which this journal's owners put in the set's file. */
const Seals = z
  .array(z.string().regex(/^[0-9a-f]{64}$/))
  .min(1)
  .readonly();

/**
 * Stands before the first record of a segment: the number of the last record before it; the segments, if any, that
 * had nothing written in them when it began, so that what their owners write after that, unaware of it, does not count;
 * and the seals of which the set's file had one then.
 */
const Continuation = z.looseObject({
  after: z.int().min(0),
  without: z.array(z.int().min(1)).readonly().optional(),
  snapshots: Seals.optional(),
});

/**
 * Stands before a snapshot takes the place of the former one: from here on the set's file has one of these seals, so that
 * another snapshot, sound as it may be, is known to come from elsewhere.
 */
const Replacement = z.looseObject({ snapshots: Seals });

/** Stands at the end of a segment whose owner has let go of the set. */
const Release = z.looseObject({ released: Timestamp });

/**
 * One acknowledged change: its number in the analyst's whole history, from 1 without a gap, and the command. Of several
 * that were written at once, all but the first say by `since` which record came before them: a power cut may leave the
 * last of them and not the first.
 */
export const JournalRecord = z.looseObject({
  seq: z.int().min(1),
  since: z.int().min(0).optional(),
  command: SetCommand,
});
export type JournalRecord = Readonly<z.infer<typeof JournalRecord>>;

// Nearly all lines are records.
const JournalLine = z.union([JournalRecord, SegmentHeader, Continuation, Replacement, Release]);
export type JournalLine = Readonly<z.infer<typeof JournalLine>>;

/** Tighter than what reading a snapshot allows, where the same values lie a little deeper. */
const RECORD_LIMITS: JsonLimits = { depth: 48, nodes: 10_000_000 };

/**
 * One line of a journal: the CRC-32 of the JSON's UTF-8 bytes as eight hexadecimal digits, a space, the JSON, a line
 * feed. Throws a `Refusal` when it could not be read again.
 */
export function encodeLine(content: JournalLine): Uint8Array {
  const json = JSON.stringify(content);
  const parsed = parseJson(json, RECORD_LIMITS);
  if (!parsed.ok) throw new Refusal(`The change cannot be kept: ${parsed.reason}.`);
  return Buffer.from(`${checksum(Buffer.from(json))} ${json}\n`);
}

/** How a record's JSON begins, as `encodeLine` writes it. */
const RECORD_START = /^[0-9a-f]{8} \{"seq":(\d+),/;

/** Whether one line without its line feed is a whole record with a number up to `through`; takes far less time than decoding it. */
export function isRecordUpTo(line: Uint8Array, through: number): boolean {
  const start = RECORD_START.exec(Buffer.from(line.subarray(0, 40)).toString("latin1"));
  return start !== null && Number(start[1]) <= through && hasChecksum(line);
}

/** What one line without its line feed says; null when it is damaged or says nothing that belongs in a journal. */
export function decodeLine(line: Uint8Array): JournalLine | null {
  if (!hasChecksum(line)) return null;
  const parsed = parseJson(Buffer.from(line.subarray(9)).toString("utf8"), RECORD_LIMITS);
  return parsed.ok ? (JournalLine.safeParse(parsed.value).data ?? null) : null;
}

export function isHeader(line: JournalLine): line is SegmentHeader {
  return "segment" in line;
}

export function isContinuation(line: JournalLine): line is z.infer<typeof Continuation> {
  return !isHeader(line) && "after" in line;
}

export function isReplacement(line: JournalLine): line is z.infer<typeof Replacement> {
  return !isHeader(line) && !isContinuation(line) && "snapshots" in line;
}

export function isRelease(line: JournalLine): line is z.infer<typeof Release> {
  return "released" in line;
}

export function isRecord(line: JournalLine): line is JournalRecord {
  return "seq" in line;
}

function hasChecksum(line: Uint8Array): boolean {
  return Buffer.from(line.subarray(0, 9)).toString("latin1") === `${checksum(line.subarray(9))} `;
}

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, "0");
}
