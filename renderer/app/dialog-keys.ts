import { firstFieldIn } from "../controls/first-field.ts";
import { desk } from "../session/desk.ts";

/**
 * What is pressed in the moment between a dialog's opening and its having the focus is meant for the dialog: a letter is
 * typed into its first field, and no key does anything to what lies behind. Must be called before any other listener.
 */
export function keepKeysForDialog(event: KeyboardEvent): void {
  if (!desk().dialog || !isBehind(event.target) || isForTheWindow(event)) return;
  event.stopPropagation();
  const dialog = document.querySelector<HTMLElement>(":is(.modal, .palette)[role='dialog']");
  if (dialog) firstFieldIn(dialog)?.focus();
  const isLetter = [...event.key].length === 1;
  if (!dialog || !isLetter) event.preventDefault();
}

/** Dialogs, and the lists and menus that open from them, are beside the page and not in it. */
function isBehind(target: EventTarget | null): boolean {
  const page = document.getElementById("root");
  return target === document.body || (target instanceof Node && page?.contains(target) === true);
}

/** Keys with which a dialog is left, and those that are held for another one. */
function isForTheWindow({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || key === "Escape" || key === "Shift";
}
