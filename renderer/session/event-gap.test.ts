import { expect, it } from "vitest";
import type { HostEvent } from "../../annotations/api/contract.ts";
import { hasGap } from "./event-gap.ts";

const event: HostEvent = { kind: "session-changed" };

it.each<[string, number, number, number, boolean]>([
  ["every event is there", 4, 6, 2, false],
  ["nothing happened", 4, 4, 0, false],
  ["the host forgot some", 4, 300, 100, true],
  ["the host was started anew", 4, 0, 0, true],
  ["the host was started anew and had events", 4, 2, 2, true],
])("sees a gap where there is one: %s", (_, after, last, number, gap) => {
  expect(hasGap(after, { last, events: Array.from({ length: number }, () => event) })).toBe(gap);
});
