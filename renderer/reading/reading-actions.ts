import type { SourceId } from "../../annotations/model/id.ts";
import type { Action } from "../actions/action.ts";
import { paneOf } from "../actions/here.ts";
import { APPLE } from "../controls/keyboard.ts";
import { row, spineOf } from "../panes/arranging.ts";
import { desk } from "../session/desk.ts";
import { show } from "./align.ts";
import { goToEnd } from "./text-ends.ts";
import { showText, visibleText } from "./text-views.ts";

/** Moves the focus to the next text on the screen, or the spine of a collapsed one; from elsewhere to the first or the last. */
function focusNextPane(step: 1 | -1): void {
  const panes = row().filter(({ sourceId }) => visibleText(sourceId) ?? spineOf(sourceId));
  const here = paneOf(document.activeElement);
  const at = panes.findIndex(({ sourceId }) => sourceId === here);
  const next = panes.at(at === -1 && step === -1 ? -1 : (at + step) % panes.length);
  if (next) focusPane(next.sourceId);
}

function focusPane(sourceId: SourceId): void {
  const spine = spineOf(sourceId);
  if (!spine) showText(sourceId);
  spine?.scrollIntoView({ inline: "nearest", block: "nearest" });
  spine?.focus();
}

function onText(id: string, key: string, name: string, end: "start" | "end"): Action {
  return {
    id: `text.${id}`,
    name,
    group: "In Read",
    context: "text",
    keys: [key],
    unavailable: ({ text }) => (text ? null : "Open an article first."),
    run: ({ text }) => {
      if (text) goToEnd(text.sourceId, end);
    },
  };
}

/** Going from text to text and from view to view. */
export const READING_ACTIONS: readonly Action[] = [
  {
    id: "text.next",
    name: "Go to the next text, or the spine of a collapsed one",
    group: "In Read",
    context: "everywhere",
    keys: ["F6"],
    run: () => focusNextPane(1),
  },
  {
    id: "text.previous",
    name: "Go to the previous text, or the spine of a collapsed one",
    group: "In Read",
    context: "everywhere",
    keys: ["Shift+F6"],
    run: () => focusNextPane(-1),
  },
  onText("start", APPLE ? "Mod+ArrowUp" : "Mod+Home", "Go to the beginning of the text", "start"),
  onText("end", APPLE ? "Mod+ArrowDown" : "Mod+End", "Go to the end of the text", "end"),
  {
    id: "view.toggle",
    name: "Review, and back to Read",
    group: "Everywhere",
    context: "everywhere",
    keys: ["R"],
    run: () => show(desk().view === "read" ? "review" : "read"),
  },
  {
    id: "view.read",
    name: "Go to Read",
    group: "Everywhere",
    context: "everywhere",
    keys: [],
    run: () => show("read"),
  },
  {
    id: "view.review",
    name: "Go to Review",
    group: "Everywhere",
    context: "everywhere",
    keys: [],
    run: () => show("review"),
  },
];
