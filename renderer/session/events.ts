import type { HostEvent, Output } from "../../annotations/api/contract.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { hasGap } from "./event-gap.ts";
import { client } from "./transport.ts";

export interface EventListeners {
  happened(event: HostEvent): void;
  /** The host has forgotten some events before this page asked for them, or is another one than before. */
  missed(): void;
  /** The host has answered. */
  answered(): void;
}

/**
 * Tells of what happens in the host until the page is closed. A host that does not answer is asked again after a
 * second, one that answers with a failure after five.
 */
export async function followEvents(listeners: EventListeners): Promise<never> {
  let after = 0;
  for (;;) {
    await visible();
    const answer = await nextEvents(after);
    listeners.answered();
    if (hasGap(after, answer)) listeners.missed();
    for (const event of answer.events) listeners.happened(event);
    after = answer.last;
  }
}

/** A browser has few connections for one host; a tab that nobody looks at must not keep one waiting. */
async function visible(): Promise<void> {
  if (document.visibilityState === "visible") return;
  await new Promise<void>((resolve) => {
    document.addEventListener("visibilitychange", () => resolve(), { once: true });
  });
}

/** A number that no event has yet: a host that is back answers at once, and does not wait for something to happen first. */
const FUTURE = Number.MAX_SAFE_INTEGER;

async function nextEvents(after: number): Promise<Output<"events.next">> {
  for (let next = after; ; next = FUTURE) {
    try {
      return await client("events.next", { after: next });
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, error instanceof Failure ? 5_000 : 1_000));
    }
  }
}
