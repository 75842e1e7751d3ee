import type { SourceId } from "../../annotations/model/id.ts";
import { type Mark, startOf } from "../../annotations/model/mark.ts";
import { sourceById } from "../../annotations/model/project.ts";
import { stanceOfKey } from "../../annotations/model/stance.ts";
import { rangesOfSelection } from "../../annotations/text/selection.ts";
import {
  activate,
  addPlainMark,
  cancelPicking,
  changeActiveClaim,
  cycleVoice,
  deactivate,
  removeMark,
  setActiveStance,
  startDraft,
} from "../marks/marking.ts";
import { findElsewhereOf } from "../search/elsewhere.ts";
import { desk, setDesk } from "../session/desk.ts";
import { marksIn } from "../session/selectors.ts";
import { marksAt, nextOf, openCard } from "./mark-clicks.ts";
import type { TextView } from "./text-view.ts";
import { showMark } from "./text-views.ts";

/** The keys of a text: with something selected they make a mark, otherwise they change the active one. True when used. */
export function textKeys(event: KeyboardEvent, sourceId: SourceId, view: TextView): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (desk().picking) return typeAhead(event);
  const { from, to } = view.selection();
  const used = from !== to ? selectionKey(event, sourceId, from, to) : markKey(event, sourceId, from);
  if (used) event.preventDefault();
  return used;
}

/** A claim is being picked and its field is not there yet: what is typed is meant for it. */
function typeAhead(event: KeyboardEvent): boolean {
  if (event.key === "Escape") return done(cancelPicking);
  const typed = event.key === "Enter" ? "\n" : event.key;
  if ([...typed].length === 1) setDesk({ typedAhead: desk().typedAhead + typed });
  event.preventDefault();
  return true;
}

function selectionKey(event: KeyboardEvent, sourceId: SourceId, from: number, to: number): boolean {
  const ranges = () => rangesOfSelection(sourceById(desk().project, sourceId), from, to);
  const stance = stanceOfKey(event.key);
  if (stance) return done(() => startDraft(sourceId, ranges(), stance));
  if (event.key === "m" || event.key === "M") return done(() => addPlainMark(sourceId, ranges()));
  return false;
}

function markKey(event: KeyboardEvent, sourceId: SourceId, caret: number): boolean {
  if (event.key === "]") return done(() => step(sourceId, caret, 1));
  if (event.key === "[") return done(() => step(sourceId, caret, -1));
  if (event.key === "Enter") return openCardAt(sourceId, caret);
  const { activeMark, cardOpen } = desk();
  if (event.key === "Tab" && !event.shiftKey && cardOpen) return done(focusCard);
  if (activeMark !== null) return activeMarkKey(event, activeMark);
  return stanceOfKey(event.key) !== undefined && done(() => setDesk({ notice: SELECT_FIRST }));
}

const SELECT_FIRST = "Select a passage first, with Shift and the arrow keys or with the mouse; then 1 to 5 mark it.";

/** The card stands elsewhere in the page; Tab from the text goes into it while it is open. */
function focusCard(): void {
  document.querySelector<HTMLElement>(".mark-card")?.focus();
}

function activeMarkKey(event: KeyboardEvent, activeMark: Mark["id"]): boolean {
  const stance = stanceOfKey(event.key);
  if (stance) return done(() => setActiveStance(stance));
  switch (event.key) {
    case "c":
    case "C":
      return done(changeActiveClaim);
    case "v":
    case "V":
      return done(cycleVoice);
    case "f":
    case "F":
      return done(() => findElsewhereOf(activeMark));
    case "Delete":
    case "Backspace":
      return done(() => removeMark(activeMark));
    case "Escape":
      return done(deactivate);
    default:
      return false;
  }
}

/** Enter opens the card of the active mark when the caret is at it, else of the innermost; again, of the next one there. */
function openCardAt(sourceId: SourceId, caret: number): boolean {
  const here = marksAt(sourceId, caret);
  const { activeMark, cardOpen } = desk();
  const mark = cardOpen ? nextOf(here) : (here.find((candidate) => candidate.id === activeMark) ?? here[0]);
  if (!mark) return false;
  openCard(mark, here, true);
  return true;
}

function step(sourceId: SourceId, caret: number, direction: 1 | -1): void {
  const marks = marksIn(desk(), sourceId);
  const at = marks.findIndex((mark) => mark.id === desk().activeMark);
  const mark = at === -1 ? nearest(marks, caret, direction) : marks[at + direction];
  if (!mark) return;
  activate(mark);
  showMark(mark);
}

function nearest(marks: readonly Mark[], caret: number, direction: 1 | -1): Mark | undefined {
  return direction === 1
    ? marks.find((mark) => startOf(mark) >= caret)
    : marks.findLast((mark) => startOf(mark) < caret);
}

function done(action: () => void): true {
  action();
  return true;
}
