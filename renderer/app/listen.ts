import { ALL_ACTIONS } from "../actions/all-actions.ts";
import { registerActions } from "../actions/registry.ts";
import { endAlignmentWithItsClaim } from "../aligning/alignment.ts";
import { rememberLayout } from "../panes/layout-memory.ts";
import { keepPlacesThroughDisplay } from "../panes/scroll-places.ts";
import { highlightActiveClaim } from "../reading/claim-highlight.ts";
import { styleCrowds } from "../reading/crowd-lines.ts";
import { hostAnswers, saver } from "../session/changes.ts";
import { followEvents } from "../session/events.ts";
import { refresher } from "../session/open-session.ts";
import { hurryChoices } from "../session/preferring.ts";
import { onHostEvent } from "./actions.ts";
import { keepKeysForDialog } from "./dialog-keys.ts";
import { onGlobalKey } from "./shortcuts.ts";

/** Begins to answer keys and the host, before the first thing is on the screen. Call once, with the desk filled. */
export function listen(): void {
  registerActions(ALL_ACTIONS);
  window.addEventListener("keydown", keepKeysForDialog, { capture: true });
  window.addEventListener("keydown", onGlobalKey);
  endAlignmentWithItsClaim();
  styleCrowds();
  highlightActiveClaim();
  rememberLayout();
  keepPlacesThroughDisplay();
  window.addEventListener("beforeunload", (event) => {
    // What is being typed in a field is handed over when the field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (saver.pending()) event.preventDefault();
  });
  window.addEventListener("pagehide", hurryChoices);
  void followEvents({
    happened: onHostEvent,
    missed: refresher.request,
    answered: () => {
      hostAnswers();
      refresher.resume();
    },
  });
}
