import type { SourceId } from "../../annotations/model/id.ts";
import { sourceById } from "../../annotations/model/project.ts";
import { desk } from "../session/desk.ts";
import { heightOf, standAt } from "./scrolling.ts";
import { type MountedText, visibleText } from "./text-views.ts";

/**
 * Puts the caret before the first character of a text that is shown, or behind the last one, and scrolls there. The
 * browser could do that too, but ProseMirror takes a caret that comes to the start within 200 ms of the focus for the
 * browser's own doing and puts it back, and a painting before it has heard of the caret does the same.
 */
export function goToEnd(sourceId: SourceId, end: "start" | "end"): void {
  const text = visibleText(sourceId);
  if (!text) return;
  const offset = shownEnd(text, end);
  text.view.setCaret(offset);
  text.view.focus();
  const { scroller } = text;
  scroller.scrollTo({ top: end === "start" ? 0 : scroller.scrollHeight, behavior: "instant" });
  // The last lines get their real size only now.
  if (end === "end") standAt(text, offset, 0);
}

/** Blocks that are hidden, such as the navigation of a page, have no place for a caret. */
function shownEnd(text: MountedText, end: "start" | "end"): number {
  const { blocks } = sourceById(desk().project, text.sourceId);
  const inOrder = end === "start" ? blocks : blocks.toReversed();
  return inOrder.find((block) => heightOf(text, block[end]) !== null)?.[end] ?? 0;
}
