import { createReadStream } from "node:fs";
import type { LineReading } from "../../annotations/agreement/line-reading.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { type JsonLimits, parseJson } from "../../annotations/text/json.ts";
import { shownName } from "../host/file-name.ts";
import { unreadable } from "../storage/disk/fault.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import type { Terminal } from "./terminal.ts";

/** Lines hold what other programs have computed, and may be long. */
const LINE_LIMITS: JsonLimits = { depth: 64, nodes: 20_000_000 };
const MOST_MEGABYTES = 256;

const [LINE_END, QUOTE, BACKSLASH] = [0x0a, 0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Reads a file with a JSON value in each line, or the standard input for `-`; blank lines count, and hold nothing. Throws
 * a `Failure` that names the first line that cannot be used.
 */
export async function jsonLines<T>(
  name: string,
  terminal: Terminal,
  read: (value: unknown) => LineReading<T>,
): Promise<readonly T[]> {
  const bytes = await bytesOf(name, terminal);
  const inputs: T[] = [];
  for (const [i, line] of linesOf(bytes).entries()) {
    const reading = lineReading(line, read);
    if (reading === null) continue;
    if (!reading.ok)
      throw new Failure("refused", `Line ${i + 1} of ${labelOf(name)} cannot be used: ${reading.reason}.`);
    inputs.push(reading.input);
  }
  return inputs;
}

async function bytesOf(name: string, terminal: Terminal): Promise<Buffer> {
  try {
    return await collected(labelOf(name), name === "-" ? terminal.input() : await opened(name));
  } catch (error) {
    throw unreadable(labelOf(name), error);
  }
}

async function opened(name: string): Promise<AsyncIterable<Uint8Array>> {
  const facts = await nodeFiles.facts(name);
  if (facts === null) throw new Failure("refused", `${labelOf(name)} does not exist.`);
  if (facts.kind === "folder") throw new Failure("refused", `${labelOf(name)} is a folder, not a file.`);
  return createReadStream(name);
}

async function collected(label: string, chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MOST_MEGABYTES * 1024 * 1024)
      throw new Failure("refused", `${label} has more than ${MOST_MEGABYTES} MB; divide it.`);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LINE_END); end !== -1; end = bytes.indexOf(LINE_END, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...lines, bytes.subarray(start)];
}

/** What a line says; null for a blank one. */
function lineReading<T>(line: Buffer, read: (value: unknown) => LineReading<T>): LineReading<T> | null {
  const text = decoded(line);
  if (text === null) return { ok: false, reason: "it is not UTF-8 text" };
  if (text.trim() === "") return null;
  if (depthOf(line) > LINE_LIMITS.depth)
    return { ok: false, reason: `it is nested more than ${LINE_LIMITS.depth} levels deep` };
  const parsed = parseJson(text, LINE_LIMITS);
  // The parser counts lines too, and sees one only.
  return parsed.ok ? read(parsed.value) : { ok: false, reason: parsed.reason.replace("(line 1, ", "(") };
}

/** How deep brackets stand in one another. Counted first, since a long line of them takes many times its size to parse. */
function depthOf(line: Buffer): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let i = 0; i < line.length; i++) {
    const byte = line[i];
    if (byte === QUOTE) inText = !inText;
    else if (inText && byte === BACKSLASH) i++;
    else if (!inText && (byte === OPEN_LIST || byte === OPEN_OBJECT)) deepest = Math.max(deepest, ++depth);
    else if (!inText && (byte === CLOSE_LIST || byte === CLOSE_OBJECT)) depth--;
  }
  return deepest;
}

function decoded(line: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(line);
  } catch {
    return null;
  }
}

function labelOf(name: string): string {
  return name === "-" ? "the standard input" : shownName(name);
}
