import { type Mark, startOf } from "../../annotations/model/mark.ts";
import { heightOf, standAt } from "../reading/scrolling.ts";
import { flash, type MountedText, visibleText } from "../reading/text-views.ts";

/** Below the upper edge of the texts, in pixels: where the passages stood when they were aligned the last time. */
let level = 0;

export function alignedLevel(): number {
  return level;
}

interface Placed {
  readonly mark: Mark;
  readonly text: MountedText;
}

/** Scrolls the texts on the screen so that one passage of each begins on the same line across all of them. */
export function alignTexts(marks: readonly Mark[]): void {
  const placed = marks.flatMap((mark): readonly Placed[] => {
    const text = visibleText(mark.sourceId);
    return text ? [{ mark, text }] : [];
  });
  level = commonLevel(placed);
  for (const { mark, text } of placed) {
    standAt(text, startOf(mark), level);
    text.view.setCaret(startOf(mark));
    flash(text, mark);
  }
}

/** A third of the way down, or as near to it as every text can be scrolled. */
function commonLevel(placed: readonly Placed[]): number {
  const ways = placed.flatMap(({ mark, text }) => {
    const { scroller } = text;
    const height = heightOf(text, startOf(mark));
    if (height === null) return [];
    const most = height + scroller.scrollTop;
    return [{ most, least: most - (scroller.scrollHeight - scroller.clientHeight) }];
  });
  const third = Math.min(...placed.map(({ text }) => text.scroller.clientHeight / 3));
  const reachable = Math.max(third, ...ways.map(({ least }) => least));
  return Math.min(reachable, ...ways.map(({ most }) => most));
}
