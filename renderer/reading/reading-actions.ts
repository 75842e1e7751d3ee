import type { Action } from "../actions/action.ts";
import { APPLE } from "../controls/keyboard.ts";
import { row } from "../panes/arranging.ts";
import { desk } from "../session/desk.ts";
import { show } from "./align.ts";
import { goToEnd } from "./text-ends.ts";
import { showText, visibleText } from "./text-views.ts";

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
    name: "Go to the next text",
    group: "In Read",
    context: "everywhere",
    keys: ["F6"],
    run: () => focusNextText(1),
  },
  {
    id: "text.previous",
    name: "Go to the previous text",
    group: "In Read",
    context: "everywhere",
    keys: ["Shift+F6"],
    run: () => focusNextText(-1),
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
