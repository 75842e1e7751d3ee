import { type Mark, startOf } from "../../annotations/model/mark.ts";
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
  // Marks follow each other, so that the next one is hardly ever far.
  let reached = 0;
  for (const [number, mark] of marks.entries()) {
    const laned = { mark, lane: lanes[number] ?? 0 };
    while (reached < sections.length - 1 && (sections[reached]?.end ?? 0) <= startOf(mark)) reached++;
    for (const { start, end } of mark.ranges) {
      const [first, after] = sectionsOver(sections, start, end, reached);
      for (let i = first; i < after; i++) {
        // Two pieces of one mark may lie in the same section.
        if (found[i]?.at(-1) !== laned) found[i]?.push(laned);
      }
    }
  }
  return found;
}
