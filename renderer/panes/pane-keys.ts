import type { SourceId } from "../../annotations/model/id.ts";
import { sourceById } from "../../annotations/model/project.ts";
import { leaveAlignment } from "../aligning/alignment.ts";
import { APPLE, isTyping } from "../controls/keyboard.ts";
import { desk } from "../session/desk.ts";
import { closePane, collapsePane, expandPane, movePaneBy, toggleAlone, WIDTH_STEP, widenPane } from "./arranging.ts";

/** Held with an arrow key to move or widen a pane. On a Mac Option with Shift selects by word, so it is Ctrl there. */
const MODIFIER = APPLE ? "Ctrl+Shift" : "Alt+Shift";

/** The keys that arrange a pane while the focus is in it, as they are written. */
export const PANE_KEYS = {
  left: `${MODIFIER}+←`,
  right: `${MODIFIER}+→`,
  wider: `${MODIFIER}+↑`,
  narrower: `${MODIFIER}+↓`,
  collapse: "-",
  alone: "=",
  close: "_",
} as const;

/** A key pressed somewhere in the row: arranges the pane that has the focus; Escape ends an alignment. */
export function paneKey(event: KeyboardEvent): void {
  // The text has used the key too, to leave its mark.
  if (event.key === "Escape") leaveAlignment();
  if (event.defaultPrevented || isTyping(event.target) || desk().picking) return;
  const sourceId = paneOf(event.target);
  if (!sourceId) return;
  const action = hasModifier(event) ? MODIFIED[event.key] : isPlain(event) ? PLAIN[event.key] : undefined;
  if (!action) return;
  event.preventDefault();
  action(sourceId);
}

type Action = (sourceId: SourceId) => void;

const MODIFIED: Readonly<Record<string, Action>> = {
  ArrowLeft: (id) => movePaneBy(id, -1),
  ArrowRight: (id) => movePaneBy(id, 1),
  ArrowUp: (id) => widenPane(id, WIDTH_STEP),
  ArrowDown: (id) => widenPane(id, -WIDTH_STEP),
};

const PLAIN: Readonly<Record<string, Action>> = {
  "-": (id) => (isCollapsed(id) ? expandPane(id) : collapsePane(id)),
  "=": toggleAlone,
  _: closePane,
};

function isCollapsed(id: SourceId): boolean {
  return (
    desk().layout.panes.some((pane) => pane.sourceId === id && pane.state === "collapsed") && desk().layout.alone !== id
  );
}

function hasModifier({ altKey, ctrlKey, shiftKey, metaKey }: KeyboardEvent): boolean {
  return shiftKey && !metaKey && (APPLE ? ctrlKey && !altKey : altKey && !ctrlKey);
}

function isPlain({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return !altKey && !ctrlKey && !metaKey;
}

/** The source of the pane around a node. */
function paneOf(target: EventTarget | null): SourceId | null {
  const pane = target instanceof Element ? target.closest<HTMLElement>(".panes > [data-source]") : null;
  // The attribute was written from a source's id by `Pane`.
  return pane?.dataset.source ? sourceById(desk().project, pane.dataset.source as SourceId).id : null;
}
