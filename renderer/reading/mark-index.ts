import type { Mark } from "../../annotations/model/mark.ts";
import { lanesOf } from "./lanes.ts";
import { type Section, sectionsOver } from "./sections.ts";

/** A mark and the lane of its underline. */
export interface LanedMark {
  readonly mark: Mark;
  readonly lane: number;
}

/** For each section the marks that have a character in it, in reading order. Expects reading order. */
export function marksBySection(
  sections: readonly Section[],
  marks: readonly Mark[],
): readonly (readonly LanedMark[])[] {
  const lanes = lanesOf(marks);
  const found: LanedMark[][] = sections.map(() => []);
  for (const mark of marks) {
    const laned = { mark, lane: lanes.get(mark.id) ?? 0 };
    for (const { start, end } of mark.ranges) {
      const [first, after] = sectionsOver(sections, start, end);
      for (let i = first; i < after; i++) {
        // Two pieces of one mark may lie in the same section.
        if (found[i]?.at(-1) !== laned) found[i]?.push(laned);
      }
    }
  }
  return found;
}
