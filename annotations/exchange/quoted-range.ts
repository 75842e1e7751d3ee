import type { CodePoints } from "../text/code-points.ts";
import type { ReadRange } from "./reading/read-annotations.ts";

/** A stretch in code points of a text that the file holds, with what stands there as its quote. */
export function quotedRange(points: CodePoints, start: number, end: number): ReadRange {
  const quote = start < end && end <= points.length ? { quote: points.slice(start, end) } : {};
  return { position: { start, end, unit: "code-point" }, ...quote };
}

/** The same in UTF-16 code units. */
export function quotedUnits(text: string, start: number, end: number): ReadRange {
  const quote = start < end && end <= text.length ? { quote: text.slice(start, end) } : {};
  return { position: { start, end, unit: "utf-16" }, ...quote };
}
