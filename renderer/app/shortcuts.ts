import { claimHere } from "../aligning/stepping.ts";
import { isMod, isTextField, isTyping } from "../controls/keyboard.ts";
import { row } from "../panes/arranging.ts";
import { readingKey } from "../panes/reading-keys.ts";
import { alignAt, show } from "../reading/align.ts";
import { showText, visibleText } from "../reading/text-views.ts";
import { openSearch, stepToHit } from "../search/searching.ts";
import { mayChange, redo, undo } from "../session/changes.ts";
import { desk, setDesk } from "../session/desk.ts";
import { openImport, switchColours } from "./actions.ts";

/** The keys that work wherever the focus is. Text fields keep their own keys, dialogs keep all. */
export function onGlobalKey(event: KeyboardEvent): void {
  // ProseMirror keeps the browser's own undo from the texts by preventing its default; ours is meant all the same.
  if ((event.defaultPrevented && !isMod(event)) || desk().dialog) return;
  const used = isMod(event) ? modKey(event) : functionKey(event) || (!isTyping(event.target) && plainKey(event));
  if (used) event.preventDefault();
}

function modKey(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  // With Shift it is the desktop menu's: another project.
  if (key === "o" && !event.shiftKey) return done(openImport);
  if (key === "e") return openDialog("export");
  if (key === "f" && !event.shiftKey) return done(openSearch);
  if (isTextField(event.target)) return false;
  if (key === "z" && !event.shiftKey) return done(undo);
  if (key === "y" || (key === "z" && event.shiftKey)) return done(redo);
  return false;
}

function functionKey(event: KeyboardEvent): boolean {
  if (event.key === "F3") return done(() => stepToHit(event.shiftKey ? -1 : 1));
  return event.key === "F6" ? done(() => focusNextText(event.shiftKey ? -1 : 1)) : false;
}

function plainKey(event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const { view, picking } = desk();
  if (picking) return false;
  switch (event.key) {
    case "?":
      return openDialog("keys");
    case "/":
      return view === "read" && done(() => document.getElementById("claim-filter")?.focus());
    case "r":
    case "R":
      return done(() => show(view === "read" ? "review" : "read"));
    case "n":
    case "N":
      return view === "read" && done(openNewClaim);
    case "k":
    case "K":
      return done(switchColours);
    case "g":
    case "G":
      return alignHere();
    default:
      return view === "read" && readingKey(event.key);
  }
}

function alignHere(): boolean {
  const claim = claimHere();
  return claim !== null && done(() => alignAt(claim, null));
}

/** Moves the caret to the next text on the screen; from elsewhere to the first or the last. */
function focusNextText(step: 1 | -1): void {
  const sources = row().filter(({ sourceId }) => visibleText(sourceId));
  if (sources.length === 0) return;
  const at = sources.findIndex((source) => visibleText(source.sourceId)?.view.element.contains(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : sources.length - 1) : (at + step + sources.length) % sources.length;
  const source = sources[next];
  if (!source) return;
  showText(source.sourceId);
}

function openNewClaim(): void {
  if (mayChange()) setDesk({ dialog: { kind: "claim", claimId: null } });
}

function openDialog(kind: "export" | "keys"): boolean {
  setDesk({ dialog: { kind } });
  return true;
}

function done(action: () => void): true {
  action();
  return true;
}
