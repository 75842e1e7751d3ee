import { hereNow, paneOf } from "../actions/here.ts";
import { findAction, runKey } from "../actions/registry.ts";
import { leaveAlignment } from "../aligning/alignment.ts";
import { isTyping } from "../controls/keyboard.ts";
import { desk } from "../session/desk.ts";

/** A key pressed somewhere in the row: arranges the pane that has the focus; Escape ends an alignment. */
export function paneKey(event: KeyboardEvent): void {
  // The text has used the key too, to leave its mark.
  if (event.key === "Escape") leaveAlignment();
  if (event.defaultPrevented || isTyping(event.target) || desk().picking) return;
  const pane = paneOf(event.target);
  if (pane) runKey(event, findAction(event, ["pane"]), { ...hereNow(), pane });
}
