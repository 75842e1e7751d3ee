import { isTyped } from "../actions/combination.ts";
import { hereNow } from "../actions/here.ts";
import { findAction, runKey } from "../actions/registry.ts";
import { leaveAlignment } from "../aligning/alignment.ts";
import { isMod, isTextField, isTyping } from "../controls/keyboard.ts";
import { desk } from "../session/desk.ts";

/** The keys that work wherever the focus is. Text fields keep their own keys, dialogs keep all. */
export function onGlobalKey(event: KeyboardEvent): void {
  // ProseMirror keeps the browser's own undo from the texts by preventing its default; ours is meant all the same.
  if ((event.defaultPrevented && !isMod(event)) || desk().dialog) return;
  const found = findAction(event, desk().view === "read" ? ["read", "everywhere"] : ["everywhere"]);
  if (found && mayUse(found, event.target)) runKey(event, found, hereNow());
  else if (event.key === "Escape" && !isTyping(event.target)) leaveAlignmentBy(event);
}

function mayUse(
  { action, combination }: NonNullable<ReturnType<typeof findAction>>,
  target: EventTarget | null,
): boolean {
  if (action.leftToFields && isTextField(target)) return false;
  return !isTyped(combination) || !(isTyping(target) || desk().picking);
}

function leaveAlignmentBy(event: KeyboardEvent): void {
  const { view, alignedClaim, picking } = desk();
  if (view !== "read" || picking || alignedClaim === null || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  leaveAlignment();
}
