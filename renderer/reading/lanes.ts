import type { MarkId } from "../../annotations/model/id.ts";
import { endOf, type Mark, startOf } from "../../annotations/model/mark.ts";

/**
 * Gives every mark a lane for its underline, so that marks that overlap lie under each other and not on top: the lowest
 * lane that no earlier mark over the same text uses. Expects reading order.
 */
export function lanesOf(marks: readonly Mark[]): ReadonlyMap<MarkId, number> {
  const lanes = new Map<MarkId, number>();
  const ends: number[] = [];
  for (const mark of marks) {
    const free = ends.findIndex((end) => end <= startOf(mark));
    const lane = free === -1 ? ends.length : free;
    ends[lane] = endOf(mark);
    lanes.set(mark.id, lane);
  }
  return lanes;
}
