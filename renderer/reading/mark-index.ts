import { type Mark, startOf } from "../../annotations/model/mark.ts";
import { lanesOf } from "./lanes.ts";
import { type Section, sectionsOver } from "./sections.ts";

/** A mark and the lane of its underline. */
export interface LanedMark {
  readonly mark: Mark;
  readonly lane: number;
}

/**
 * For each section the marks that have a character in it, in reading order. Expects marks in reading order. Of the
 * thousands in a long text only those near the screen are ever asked for, so a mark takes numbers here and no object.
 */
export function markIndex(
  sections: readonly Section[],
  marks: readonly Mark[],
): (section: number) => readonly LanedMark[] {
  const lanes = lanesOf(marks);
  const numbers = numbersBySection(sections, marks);
  return (section) =>
    (numbers[section] ?? []).flatMap((number) => {
      const mark = marks[number];
      return mark ? [{ mark, lane: lanes[number] ?? 0 }] : [];
    });
}

function numbersBySection(sections: readonly Section[], marks: readonly Mark[]): readonly (readonly number[])[] {
  const found: number[][] = sections.map(() => []);
  // Marks follow each other, so that the next one is hardly ever far.
  let reached = 0;
  for (const [number, mark] of marks.entries()) {
    while (reached < sections.length - 1 && (sections[reached]?.end ?? 0) <= startOf(mark)) reached++;
    for (const { start, end } of mark.ranges) {
      const [first, after] = sectionsOver(sections, start, end, reached);
      for (let i = first; i < after; i++) {
        // Two pieces of one mark may lie in the same section.
        if (found[i]?.at(-1) !== number) found[i]?.push(number);
      }
    }
  }
  return found;
}
