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
    parts: () => partsOf(path, bytes),
    beginning: (length) => beginningOf(bytes, length),
  };
}

/** The whole text without a byte order mark; throws a `Refusal` with the place where it is none. */
export function textOf(path: string, bytes: Uint8Array): string {
  const decoded = decodeBytes(bytes);
  if (decoded.ok) return decoded.text.replace(/^\uFEFF/, "");
  throw new Refusal(`“${shownName(path)}” ${decoded.reason}`);
}

/** How much is decoded at once, in bytes. */
const PART = 64 * 1024;

/** The text as `textOf` gives it, a part after the other, so that it is never there as a whole beside its bytes. */
function* partsOf(path: string, bytes: Uint8Array): Generator<string> {
  if (isWide(bytes)) {
    yield textOf(path, bytes);
    return;
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; at < bytes.length; at += PART) {
    const part = decoded(decoder, bytes.subarray(at, at + PART), at + PART < bytes.length);
    // What is no text is looked at as a whole, so that its place can be named.
    if (part === null || part.includes("\0")) yield textOf(path, bytes);
    else yield part;
  }
}

/** What a part of a file says; null when it is no text. Without `goesOn` its last character must be whole. */
export function decoded(
  decoder: InstanceType<typeof TextDecoder>,
  part: Uint8Array | undefined,
  goesOn: boolean,
): string | null {
  try {
    return decoder.decode(part, { stream: goesOn });
  } catch {
    return null;
  }
}

/** Whether bytes begin like UTF-16, which is read as a whole. */
export function isWide(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff || (bytes[0] === 0xfe && bytes[1] === 0xff);
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
