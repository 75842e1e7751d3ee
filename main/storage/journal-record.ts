import { crc32 } from "node:zlib";
import { z } from "zod";
import { SetCommand } from "../../annotations/commands/command.ts";
import { Refusal } from "../../annotations/commands/refusal.ts";
import { type JsonLimits, parseJson } from "../../annotations/text/json.ts";

/** The first line of a segment: its own number, as in its name, and the number of the last record before it. */
export const SegmentHeader = z.looseObject({ segment: z.int().min(1), after: z.int().min(0) });
export type SegmentHeader = Readonly<z.infer<typeof SegmentHeader>>;

/** One acknowledged change: its number in the analyst's whole history, from 1 without a gap, and the command. */
export const JournalRecord = z.looseObject({ seq: z.int().min(1), command: SetCommand });
export type JournalRecord = Readonly<z.infer<typeof JournalRecord>>;

/** Tighter than what reading a snapshot allows, where the same values lie a little deeper. */
const RECORD_LIMITS: JsonLimits = { depth: 48, nodes: 10_000_000 };

/**
 * One line of a journal: the CRC-32 of the JSON's UTF-8 bytes as eight hexadecimal digits, a space, the JSON, a line
 * feed. Throws a `Refusal` when it could not be read again.
 */
export function encodeLine(content: JournalRecord | SegmentHeader): Uint8Array {
  const json = JSON.stringify(content);
  const parsed = parseJson(json, RECORD_LIMITS);
  if (!parsed.ok) throw new Refusal(`The change cannot be kept: ${parsed.reason}.`);
  return Buffer.from(`${checksum(Buffer.from(json))} ${json}\n`);
}

/** The record on one line without its line feed; null when it is damaged or no record. */
export function decodeRecord(line: Uint8Array): JournalRecord | null {
  return JournalRecord.safeParse(decodeLine(line)).data ?? null;
}

/** The header on one line without its line feed; null when it is damaged or no header. */
export function decodeHeader(line: Uint8Array): SegmentHeader | null {
  return SegmentHeader.safeParse(decodeLine(line)).data ?? null;
}

function decodeLine(line: Uint8Array): unknown {
  const json = line.subarray(9);
  if (Buffer.from(line.subarray(0, 9)).toString("latin1") !== `${checksum(json)} `) return null;
  const parsed = parseJson(Buffer.from(json).toString("utf8"), RECORD_LIMITS);
  return parsed.ok ? parsed.value : null;
}

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, "0");
}
