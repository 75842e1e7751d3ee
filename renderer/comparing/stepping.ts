import type { SourceId } from "../../annotations/model/id.ts";
import { endOf, startOf } from "../../annotations/model/mark.ts";
import { showMark } from "../reading/text-views.ts";
import { desk } from "../session/desk.ts";
import { type OtherMark, shownLanes, showOther, useComparing } from "./comparing.ts";

/** All others' marks of a text that are shown, in reading order. */
function othersIn(source: SourceId): readonly OtherMark[] {
  return shownLanes(desk(), source)
    .flatMap(({ analyst, marks }) => marks.map((mark) => ({ analyst, mark })))
    .sort((a, b) => startOf(a.mark) - startOf(b.mark) || endOf(b.mark) - endOf(a.mark));
}

/** Goes to the mark of others after or before the one whose card is open, or after or before the caret, and opens its card. */
export function goToOther(source: SourceId, caret: number, direction: 1 | -1): void {
  const others = othersIn(source);
  const at = others.findIndex(({ mark }) => mark.id === useComparing.getState().shown?.markId);
  const next = at === -1 ? nearest(others, caret, direction) : others[at + direction];
  if (!next) return;
  showMark(next.mark);
  showOther(next, false);
}

function nearest(others: readonly OtherMark[], caret: number, direction: 1 | -1): OtherMark | undefined {
  return direction === 1
    ? others.find(({ mark }) => startOf(mark) >= caret)
    : others.findLast(({ mark }) => startOf(mark) < caret);
}
