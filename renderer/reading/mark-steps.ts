import type { SourceId } from "../../annotations/model/id.ts";
import { endOf, type Mark, startOf } from "../../annotations/model/mark.ts";
import { openOtherAt } from "../comparing/comparing.ts";
import { activate } from "../marks/marking.ts";
import { desk } from "../session/desk.ts";
import { marksIn } from "../session/selectors.ts";
import { marksAt, nextOf, openCard } from "./mark-clicks.ts";
import type { Selection } from "./passage.ts";
import { showMark } from "./text-views.ts";

/** A text and what is selected there. */
interface TextPlace {
  readonly sourceId: SourceId;
  readonly selection: Selection;
}

/** The marks of a text that a caret is at, the innermost first. */
export function marksAtCaret(place: TextPlace): readonly Mark[] {
  return marksAt(place.sourceId, place.selection.from);
}

/**
 * Enter opens the card of the active mark when the caret is at it, else of the innermost; again, of the next one there. Where
 * only others have marked something, it opens theirs.
 */
export function openCardAt(place: TextPlace): void {
  const here = marksAtCaret(place);
  const { activeMark, cardOpen } = desk();
  const mark = cardOpen ? nextOf(here) : (here.find((candidate) => candidate.id === activeMark) ?? here[0]);
  if (mark) openCard(mark, here, true);
  else openOtherAt(place.sourceId, place.selection.from);
}

/** Goes to the mark after or before the active one, or after or before the caret where that has left it. */
export function goToMark({ sourceId, selection }: TextPlace, direction: 1 | -1): void {
  const marks = marksIn(desk(), sourceId);
  const isThere = (mark: Mark) => startOf(mark) <= selection.from && selection.from <= endOf(mark);
  const at = marks.findIndex((mark) => mark.id === desk().activeMark && isThere(mark));
  const mark = at === -1 ? nearest(marks, selection.from, direction) : marks[at + direction];
  if (!mark) return;
  activate(mark);
  showMark(mark);
}

function nearest(marks: readonly Mark[], caret: number, direction: 1 | -1): Mark | undefined {
  return direction === 1
    ? marks.find((mark) => startOf(mark) >= caret)
    : marks.findLast((mark) => startOf(mark) < caret);
}
