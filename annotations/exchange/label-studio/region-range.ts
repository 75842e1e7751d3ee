import { CodePoints } from "../../text/code-points.ts";
import { quotedRange } from "../quoted-range.ts";
import type { OffsetUnit, ReadRange } from "../reading/read-annotations.ts";
import type { Region } from "./region.ts";
import type { Result } from "./task.ts";

/** The stretch of text of an entry, counted in `unit`; null where it has none. */
export function rangeOf({ value }: Result, unit: OffsetUnit): ReadRange | null {
  const { start, end } = value?.globalOffsets ?? value ?? {};
  const isPlace =
    typeof start === "number" && typeof end === "number" && Number.isSafeInteger(start) && Number.isSafeInteger(end);
  if (!isPlace || start < 0 || start >= end) return null;
  const quote = typeof value?.text === "string" && value.text !== "" ? { quote: value.text } : {};
  return { position: { start, end, unit }, ...quote };
}

/**
 * In what the regions of a text count: in code points, as Label Studio does; in UTF-16 code units, as it did before version 1.4,
 * where more of their quotes stand there.
 */
export function unitOf(text: string, regions: readonly Region[]): OffsetUnit {
  const points = new CodePoints(text);
  if (points.length === text.length) return "code-point";
  let balance = 0;
  for (const { labelled } of regions) {
    const { position, quote } = rangeOf(labelled, "code-point") ?? {};
    if (!position || quote === undefined) continue;
    const { start, end } = position;
    if (quotedRange(points, start, end).quote === quote) balance++;
    if (text.slice(start, end) === quote) balance--;
  }
  return balance < 0 ? "utf-16" : "code-point";
}
