import type { SourceId } from "../../annotations/model/id.ts";
import { visibleText } from "./text-views.ts";

/** A place on the screen that moves with its text when that is scrolled. */
export interface Anchor {
  getBoundingClientRect(): DOMRect;
  readonly contextElement?: Element;
}

/** The place of `[start, end)` (code points) of a text that is on the screen; null when it is not. */
export function textAnchor(sourceId: SourceId, start: number, end: number): Anchor | null {
  const text = visibleText(sourceId);
  if (!text) return null;
  return { getBoundingClientRect: () => text.view.rectangle(start, end), contextElement: text.view.element };
}
