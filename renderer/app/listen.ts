import { saver } from "../session/changes.ts";
import { followEvents } from "../session/open-session.ts";
import { onHostEvent } from "./actions.ts";
import { onGlobalKey } from "./shortcuts.ts";

/** Begins to answer keys and the host, before the first thing is on the screen. Call once, with the desk filled. */
export function listen(): void {
  window.addEventListener("keydown", onGlobalKey);
  window.addEventListener("beforeunload", (event) => {
    if (saver.pending()) event.preventDefault();
  });
  void followEvents(onHostEvent);
}
