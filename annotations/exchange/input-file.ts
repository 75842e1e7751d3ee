import { Refusal } from "../commands/refusal.ts";
import { type JsonLimits, parseJson } from "../text/json.ts";

/** A file that somebody wants to read, decoded on demand. */
export interface InputFile {
  /** Its name, or its place in the folder or archive with `/` between names. Never used as a path. */
  readonly path: string;
  /** The size in bytes. */
  readonly size: number;
  /** The whole text without a byte order mark, line ends as they came. Throws a `Refusal` when it is not Unicode text. */
  text(): string;
  /** The lines without their ends (LF or CRLF), one at a time, so that a long file is never held whole; throws as `text` does. */
  lines(): Iterable<string>;
  /** The first characters, at most `length` of them and perhaps cut off; empty when the file is not text. */
  beginning(length: number): string;
}

/** What a JSON file of annotations may hold at most: deep enough for every format, large enough for 100,000 marks. */
const EXCHANGE_JSON_LIMITS: JsonLimits = { depth: 64, nodes: 20_000_000 };

/** The JSON value of a file. Throws a `Refusal` that names the place where it is none, or holds what no file should. */
export function jsonOf(file: InputFile): unknown {
  const parsed = parseJson(file.text(), EXCHANGE_JSON_LIMITS);
  if (parsed.ok) return parsed.value;
  throw new Refusal(`“${file.path}” cannot be read: ${parsed.reason}.`);
}

/** A text as a file to read. */
export function textFile(path: string, text: string): InputFile {
  return {
    path,
    size: text.length,
    text: () => text,
    lines: () => linesOf(text),
    beginning: (length) => text.slice(0, length),
  };
}

/** The lines of a text without their ends (LF or CRLF). */
export function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    yield text.slice(start, text[end - 1] === "\r" && end > start ? end - 1 : end);
    start = end + 1;
  }
}
