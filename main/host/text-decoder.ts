import { canonicalText } from "../../annotations/text/canonical.ts";

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  /** What is wrong, as the end of a sentence that begins with the file's name, and what to do. */
  | { readonly ok: false; readonly reason: string };

/** The canonical text of a file's bytes, decoded as `decodeBytes` does. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = decodeBytes(bytes);
  return decoded.ok ? { ok: true, text: canonicalText(decoded.text) } : decoded;
}

/**
 * The text of a file's bytes, its mark and line ends as they came: UTF-8, or UTF-16 where a byte order mark says so. Nothing
 * is guessed and nothing replaced; what is not text of these kinds is refused with the place.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const wide = decodeWide(bytes);
  if (wide) return wide;
  const nul = bytes.indexOf(0);
  if (nul !== -1) return refused(`is not a text file: byte ${nul + 1} is NUL`);
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return refused(`is not UTF-8 text: ${firstFault(bytes)}. Save it as UTF-8 and try again`);
  }
}

const LONE_SURROGATE = /\p{Cs}/u;

/** Text in UTF-16 with a byte order mark; null for any other. */
function decodeWide(bytes: Uint8Array): DecodedText | null {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) return null;
  if (bytes.length % 2 !== 0) return refused("is not whole UTF-16 text: its last character is cut off");
  const little = isLittle ? bytes : Buffer.from(bytes).swap16();
  const text = Buffer.from(little).toString("utf16le");
  if (LONE_SURROGATE.test(text))
    return refused("is not UTF-16 text, though it begins like one. Save it as UTF-8 and try again");
  if (text.includes("\0")) return refused("is not a text file: it holds NUL characters");
  return { ok: true, text };
}

/** Where invalid UTF-8 begins: decoding with replacement changes nothing before that. */
function firstFault(bytes: Uint8Array): string {
  const replaced = Buffer.from(Buffer.from(bytes).toString("utf8"));
  let at = 0;
  while (bytes[at] === replaced[at]) at++;
  let line = 1;
  for (const byte of bytes.subarray(0, at)) if (byte === 0x0a) line++;
  return `byte ${at + 1}, in line ${line}, does not belong there`;
}

function refused(reason: string): DecodedText {
  return { ok: false, reason: `${reason}.` };
}
