import { Refusal } from "../../../annotations/commands/refusal.ts";
import { type InputFile, linesOf } from "../../../annotations/exchange/input-file.ts";
import { shownName } from "../file-name.ts";
import { decodeBytes } from "../text-decoder.ts";

/** A file whose bytes are in memory, to be read by an exchange format. */
export function decodedFile(path: string, bytes: Uint8Array): InputFile {
  return {
    path,
    size: bytes.length,
    text: () => textOf(path, bytes),
    lines: () => linesOf(textOf(path, bytes)),
    parts: () => [textOf(path, bytes)],
    beginning: (length) => beginningOf(bytes, length),
  };
}

/** The whole text without a byte order mark; throws a `Refusal` with the place where it is none. */
export function textOf(path: string, bytes: Uint8Array): string {
  const decoded = decodeBytes(bytes);
  if (decoded.ok) return decoded.text.replace(/^\uFEFF/, "");
  throw new Refusal(`“${shownName(path)}” ${decoded.reason}`);
}

/** The first characters of a file, of whose bytes these are the first; empty when they are no text. */
export function beginningOf(bytes: Uint8Array, length: number): string {
  // A character has four bytes at most, and the last one may be cut in two.
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  const first = bytes.subarray(0, 4 * length);
  if (!isWide && first.includes(0)) return "";
  const text = new TextDecoder(isWide && bytes[0] === 0xff ? "utf-16le" : isWide ? "utf-16be" : "utf-8").decode(first);
  return text.slice(0, length);
}
