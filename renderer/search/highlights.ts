import type { SourceId } from "../../annotations/model/id.ts";
import { visibleText } from "../reading/text-views.ts";
import type { Place } from "./searching.ts";

// The registry belongs to the whole page: these two names are ours, and no other entry of it is touched.
const hits = new Highlight();
const current = new Highlight();
current.priority = 1;
CSS.highlights.set("found", hits);
CSS.highlights.set("found-current", current);

/**
 * Paints these places over the texts, the one at `at` apart, until the returned function is called. Painting marks
 * replaces parts of a text and scrolling lays others out; what lies in them is painted again.
 */
export function highlight(places: readonly Place[], at: number): () => void {
  const paint = () => {
    clear();
    for (const [i, { sourceId, start, end }] of places.entries()) {
      const range = domRange(sourceId, start, end);
      if (range) (i === at ? current : hits).add(range);
    }
  };
  let frame = requestAnimationFrame(paint);
  const again = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(paint);
  };
  const observer = new MutationObserver(again);
  for (const panes of document.querySelectorAll(".read-view .panes")) {
    observer.observe(panes, { childList: true, subtree: true });
  }
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    clear();
  };
}

function domRange(sourceId: SourceId, start: number, end: number): Range | null {
  return visibleText(sourceId)?.view.domRange(start, end) ?? null;
}

function clear(): void {
  hits.clear();
  current.clear();
}
