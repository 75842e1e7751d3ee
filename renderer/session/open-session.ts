import type { HostEvent, Output } from "../../annotations/api/contract.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { beginSaving } from "./changes.ts";
import { desk, deskOf, setDesk } from "./desk.ts";
import { client } from "./transport.ts";

/** Fills the desk from the host. Call again when the host has changed what is open; the same project keeps its view. */
export async function openSession(): Promise<void> {
  const session = await client("session.open", {});
  beginSaving(session.project.file.id);
  const sameProject = desk().project?.file.id === session.project.file.id;
  setDesk({ ...deskOf(session), ...(sameProject ? { view: desk().view } : {}) });
  document.title = `${session.project.file.title} – Parallax`;
}

/**
 * Tells `onEvent` of what happens in the host until the page is closed. A host that does not answer is asked again after
 * a second, one that answers with a failure after five.
 */
export async function followEvents(onEvent: (event: HostEvent) => void): Promise<never> {
  let after = 0;
  for (;;) {
    await visible();
    // A host that was started anew counts from zero again.
    const { last, events } = await nextEvents(after);
    after = last;
    for (const event of events) onEvent(event);
  }
}

/** A browser has few connections for one host; a tab that nobody looks at must not keep one waiting. */
async function visible(): Promise<void> {
  if (document.visibilityState === "visible") return;
  await new Promise<void>((resolve) => {
    document.addEventListener("visibilitychange", () => resolve(), { once: true });
  });
}

async function nextEvents(after: number): Promise<Output<"events.next">> {
  for (;;) {
    try {
      return await client("events.next", { after });
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, error instanceof Failure ? 5_000 : 1_000));
    }
  }
}
