import type { SourceId } from "../../annotations/model/id.ts";
import { endOf, startOf } from "../../annotations/model/mark.ts";
import { visibleText } from "../reading/text-views.ts";
import { desk, type Picking } from "../session/desk.ts";
import { markOf } from "../session/selectors.ts";

/** A place on the screen that moves with its text when that is scrolled. */
export interface Anchor {
  getBoundingClientRect(): DOMRect;
  readonly contextElement?: Element;
}

/** Where the claim picker opens: at the passage it is for. */
export function pickingAnchor(picking: Picking): Anchor | null {
  if (picking.kind === "draft") {
    const { sourceId, ranges } = picking.draft;
    return textAnchor(sourceId, ranges[0]?.start ?? 0, ranges.at(-1)?.end ?? 0);
  }
  const mark = markOf(desk(), picking.markId);
  return mark ? textAnchor(mark.sourceId, startOf(mark), endOf(mark)) : null;
}

/** The place of `[start, end)` (code points) of a text that is on the screen; null when it is not. */
export function textAnchor(sourceId: SourceId, start: number, end: number): Anchor | null {
  const text = visibleText(sourceId);
  if (!text) return null;
  return { getBoundingClientRect: () => text.view.rectangle(start, end), contextElement: text.view.element };
}
