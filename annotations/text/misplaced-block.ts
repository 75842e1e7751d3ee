import type { Source } from "../model/source.ts";
import { codePointsOf } from "./code-points.ts";

/** The index of the first block that does not follow the one before it inside the text; null where all do. */
export function misplacedBlock(source: Source): number | null {
  const { length } = codePointsOf(source);
  let reached = 0;
  for (const [i, { start, end }] of source.blocks.entries()) {
    if (start < reached || end <= start || end > length) return i;
    reached = end;
  }
  return null;
}
