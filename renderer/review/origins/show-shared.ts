import type { Passage } from "../../../annotations/shared-passages/passage.ts";
import { leaveAlone, revealPane } from "../../panes/arranging.ts";
import { show } from "../../reading/align.ts";
import { standAt } from "../../reading/scrolling.ts";
import { selectPassage, showText, visibleText } from "../../reading/text-views.ts";

/** Shows a shared passage in both texts at one height, and selects it in the first. */
export function showShared(first: Passage, other: Passage): void {
  show("read");
  requestAnimationFrame(() => {
    leaveAlone();
    for (const { source } of [other, first]) revealPane(source);
    for (const { source } of [other, first]) showText(source, false);
    selectPassage(first.source, first.start, first.end);
    for (const passage of [other, first]) place(passage);
  });
}

function place({ source, start }: Passage): void {
  const text = visibleText(source);
  if (text) standAt(text, start, text.scroller.clientHeight / 3);
}
