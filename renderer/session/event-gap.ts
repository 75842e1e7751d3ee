import type { Output } from "../../annotations/api/contract.ts";

/** Whether something that happened after event number `after` is not in the answer. */
export function hasGap(after: number, { last, events }: Output<"events.next">): boolean {
  // A host that was started anew counts from zero again.
  return last - after !== events.length;
}
