import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import type { InputFile } from "../../../annotations/exchange/input-file.ts";
import { shownName } from "../file-name.ts";
import { beginningOf, decoded, isWide, textOf } from "./decoded-file.ts";
import { MOST_LINE_CHARACTERS, MOST_TEXT_BYTES } from "./limits.ts";

/** How much of a file is read at once, in bytes. */
const CHUNK = 64 * 1024;

/**
 * A file on the disk of which `size` bytes are read when somebody asks for them: as a whole up to the limit of texts, or of
 * any size line by line or in parts. For a thread that may wait for the disk.
 */
export function diskFile(path: string, place: string, size: number): InputFile {
  return {
    path,
    size,
    text: () => {
      if (size > MOST_TEXT_BYTES) throw tooLarge(path, size);
      return textOf(path, readFileSync(place));
    },
    lines: () => linesOnDisk(path, place),
    parts: () => partsOnDisk(path, place),
    beginning: (length) => beginningOf(firstBytes(place, 4 * length), length),
  };
}

function tooLarge(path: string, size: number): Refusal {
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024).toLocaleString("en");
  return new Refusal(
    `“${shownName(path)}” has ${megabytes(size)} MB; files of this format are read up to ${megabytes(MOST_TEXT_BYTES)} MB.`,
  );
}

/** The first bytes of a file, as many as there are up to `length`. */
export function firstBytes(place: string, length: number): Uint8Array {
  const file = openSync(place, "r");
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

function* partsOnDisk(path: string, place: string): Generator<string> {
  if (isWide(firstBytes(place, 2))) {
    yield textOf(path, readFileSync(place));
    return;
  }
  let number = 1;
  for (const text of decodedChunks(path, place, () => number)) {
    yield text;
    number += text.split("\n").length - 1;
  }
}

function* linesOnDisk(path: string, place: string): Generator<string> {
  if (isWide(firstBytes(place, 2))) {
    yield* textOf(path, readFileSync(place)).split(/\r?\n/);
    return;
  }
  let number = 1;
  let rest = "";
  for (const text of decodedChunks(path, place, () => number)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MOST_LINE_CHARACTERS) {
      throw new Refusal(`Line ${number + lines.length} of “${shownName(path)}” is too long to be read.`);
    }
    for (const line of lines) {
      yield line.endsWith("\r") ? line.slice(0, -1) : line;
      number++;
    }
  }
  if (rest !== "") yield rest;
}

function* decodedChunks(path: string, place: string, lineNow: () => number): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const file = openSync(place, "r");
  try {
    const chunk = Buffer.alloc(CHUNK);
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      const text = decoded(decoder, chunk.subarray(0, size), true);
      if (text === null)
        throw new Refusal(
          `“${shownName(path)}” is not UTF-8 text, from line ${lineNow()} on. Save it as UTF-8 and try again.`,
        );
      if (text.includes("\0"))
        throw new Refusal(`“${shownName(path)}” is not a text file: after line ${lineNow()} it holds a NUL character.`);
      yield text;
    }
    if (decoded(decoder, undefined, false) === null)
      throw new Refusal(`The last character of “${shownName(path)}” is cut off.`);
  } finally {
    closeSync(file);
  }
}
