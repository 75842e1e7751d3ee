import { endOf, type Mark, startOf } from "../../annotations/model/mark.ts";

/**
 * The lane of each mark's underline, so that marks that overlap lie under each other and not on top: the lowest lane that
 * no earlier mark over the same text uses. Expects reading order.
 */
export function lanesOf(marks: readonly Mark[]): readonly number[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    const start = startOf(mark);
    let lane = 0;
    while ((ends[lane] ?? 0) > start) lane++;
    ends[lane] = endOf(mark);
    return lane;
  });
}
