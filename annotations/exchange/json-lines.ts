import { parseJson } from "../text/json.ts";
import { EXCHANGE_JSON_LIMITS, type InputFile, jsonOf } from "./input-file.ts";
import type { ReadBuilder } from "./reading/read-builder.ts";

/** One object of a JSON Lines file. */
interface JsonLine {
  readonly value: unknown;
  readonly at: string;
}

/**
 * The objects of a JSON Lines file, one at a time; a line that is none is reported and passed over. A file that begins with a
 * bracket is one JSON array of the same objects.
 */
export function* jsonLines(file: InputFile, builder: ReadBuilder): Generator<JsonLine> {
  if (/^\s*\[/.test(file.beginning(1_000))) {
    const values = jsonOf(file);
    for (const [i, value] of (Array.isArray(values) ? values : []).entries()) yield { value, at: `${file.path} /${i}` };
    return;
  }
  let number = 0;
  for (const line of file.lines()) {
    number++;
    if (line.trim() === "") continue;
    const at = `${file.path} line ${number}`;
    const parsed = parseJson(line, EXCHANGE_JSON_LIMITS);
    if (parsed.ok) yield { value: parsed.value, at };
    else builder.problem(at, parsed.reason);
  }
}

/** How much of a file is looked at to know it, in UTF-16 units: the first article may be long. */
const LOOKED_AT = 200_000;

/** Whether the beginning of a file has one of these keys (outside of strings). */
export function hasKey(file: InputFile, ...keys: readonly string[]): boolean {
  const beginning = file.beginning(LOOKED_AT);
  return /^\s*[{[]/.test(beginning) && new RegExp(`(^|[^\\\\])"(${keys.join("|")})"\\s*:`, "u").test(beginning);
}
