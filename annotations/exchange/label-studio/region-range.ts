import { FileText } from "../reading/file-text.ts";
import type { OffsetUnit, ReadRange } from "../reading/read-annotations.ts";
import type { Region } from "./region.ts";
import type { Result } from "./task.ts";

/** Gives the stretch of text of an entry; null where it has none. */
export type RangeOf = (entry: Result) => ReadRange | null;

/**
 * How the regions of a task find their stretches, in a text that is known or not. Label Studio counts code points, and UTF-16
 * code units before version 1.4, which holds where more quotes stand there. What it quotes lacks line ends; they come back.
 */
export function rangesIn(text: string | undefined, regions: readonly Region[]): RangeOf {
  if (text === undefined) return (entry) => rangeOf(entry, "code-point");
  const whole = new FileText(text);
  const standing = (unit: OffsetUnit) =>
    regions.filter(({ labelled }) => wordsOf(rangeOf(labelled, unit), whole) !== undefined).length;
  const unit = standing("utf-16") > standing("code-point") ? "utf-16" : "code-point";
  return (entry) => {
    const range = rangeOf(entry, unit);
    const quote = wordsOf(range, whole);
    return range && quote !== undefined ? { ...range, quote } : range;
  };
}

function rangeOf({ value }: Result, unit: OffsetUnit): ReadRange | null {
  const { start, end } = value?.globalOffsets ?? value ?? {};
  const isPlace =
    typeof start === "number" && typeof end === "number" && Number.isSafeInteger(start) && Number.isSafeInteger(end);
  if (!isPlace || start < 0 || start >= end) return null;
  const quote = typeof value?.text === "string" && value.text !== "" ? { quote: value.text } : {};
  return { position: { start, end, unit }, ...quote };
}

/** What stands where a range counts to, if that is its quote but for line ends. */
function wordsOf(range: ReadRange | null, whole: FileText): string | undefined {
  if (!range?.position || range.quote === undefined) return undefined;
  const { start, end, unit } = range.position;
  const words = whole.stretch(start, end, unit)?.quote;
  return words !== undefined && withoutLineEnds(words) === withoutLineEnds(range.quote) ? words : undefined;
}

function withoutLineEnds(text: string): string {
  return text.replace(/[\r\n]/g, "");
}
