import type { HostEvent } from "../../annotations/api/contract.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { desk, deskOf, setDesk } from "./desk.ts";
import { client } from "./transport.ts";

/** Fills the desk from the host. Call again when the host has changed what is open; the same project keeps its view. */
export async function openSession(): Promise<void> {
  const session = await client("session.open", {});
  const sameProject = desk().project?.file.id === session.project.file.id;
  setDesk({ ...deskOf(session), ...(sameProject ? { view: desk().view } : {}) });
  document.title = `${session.project.file.title} – Parallax`;
}

/** Tells `onEvent` of what happens in the host until the page is closed. A host that is gone is asked again every second. */
export async function followEvents(onEvent: (event: HostEvent) => void): Promise<never> {
  let after = 0;
  for (;;) {
    try {
      const { last, events } = await client("events.next", { after });
      // A host that was started anew counts from zero again.
      after = last;
      for (const event of events) onEvent(event);
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, error instanceof Failure ? 5_000 : 1_000));
    }
  }
}
