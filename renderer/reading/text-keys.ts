import type { SourceId } from "../../annotations/model/id.ts";
import { type Mark, startOf } from "../../annotations/model/mark.ts";
import { sourceById } from "../../annotations/model/project.ts";
import { stanceOfKey } from "../../annotations/model/stance.ts";
import { beginMoving } from "../marks/boundaries.ts";
import { boundaryKey } from "../marks/boundary-keys.ts";
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
import { leaveMerging, mergeMark, mergingIn, splitMark } from "../marks/merging.ts";
import { addPiece } from "../marks/pieces.ts";
import { repeatOnMark, repeatOnPassage } from "../marks/repeating.ts";
import { findElsewhereOf } from "../search/elsewhere.ts";
import { desk, setDesk } from "../session/desk.ts";
import { markOf, marksIn } from "../session/selectors.ts";
import { marksAt, nextOf, openCard } from "./mark-clicks.ts";
import { isTakenExactly, passageOf, type Selection } from "./passage.ts";
import type { TextView } from "./text-view.ts";
import { showMark } from "./text-views.ts";

/** The keys of a text: with something selected they make a mark, otherwise they change the active one. True when used. */
export function textKeys(event: KeyboardEvent, sourceId: SourceId, view: TextView): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const moving = boundaryKey(event, sourceId, view);
  if (moving) event.preventDefault();
  if (moving !== undefined) return moving;
  const selection = view.selection();
  const used = event.altKey ? exactKey(event, sourceId, selection) : plainKey(event, sourceId, selection);
  if (used) event.preventDefault();
  return used;
}

function plainKey(event: KeyboardEvent, sourceId: SourceId, selection: Selection): boolean {
  if (desk().picking) return typeAhead(event);
  const { from, to } = selection;
  if (from === to) return markKey(event, sourceId, from);
  return selectionKey(event.key, sourceId, selection, isTakenExactly(sourceId, selection));
}

/** With Alt some keyboards write another sign, so the place of the key counts. */
function exactKey({ code, key }: KeyboardEvent, sourceId: SourceId, selection: Selection): boolean {
  if (desk().picking || selection.from === selection.to) return false;
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  return selectionKey(digit ?? KEYS_BY_PLACE[code] ?? key, sourceId, selection, true);
}

const KEYS_BY_PLACE: Readonly<Record<string, string>> = { KeyM: "m", Period: "." };

/** A claim is being picked and its field is not there yet: what is typed is meant for it. */
function typeAhead(event: KeyboardEvent): boolean {
  if (event.key === "Escape") return done(cancelPicking);
  const typed = event.key === "Enter" ? "\n" : event.key;
  if ([...typed].length === 1) setDesk({ typedAhead: desk().typedAhead + typed });
  event.preventDefault();
  return true;
}

function selectionKey(key: string, sourceId: SourceId, selection: Selection, exact: boolean): boolean {
  const ranges = () => passageOf(sourceById(desk().project, sourceId), selection, exact);
  const stance = stanceOfKey(key);
  if (stance) return done(() => startDraft(sourceId, ranges(), stance));
  switch (key) {
    case "m":
    case "M":
      return done(() => addPlainMark(sourceId, ranges()));
    case ".":
      return done(() => repeatOnPassage(sourceId, ranges()));
    case "+":
      return done(() => addPiece(sourceId, ranges()));
    default:
      return false;
  }
}

function markKey(event: KeyboardEvent, sourceId: SourceId, caret: number): boolean {
  if (event.key === "]") return done(() => step(sourceId, caret, 1));
  if (event.key === "[") return done(() => step(sourceId, caret, -1));
  if (event.key === "Enter") return openCardAt(sourceId, caret);
  const { activeMark, cardOpen } = desk();
  if (event.key === "Tab" && !event.shiftKey && cardOpen) return done(focusCard);
  if (event.key === "Escape" && mergingIn(desk())) return done(leaveMerging);
  if (activeMark !== null) return activeMarkKey(event, activeMark, caret);
  return stanceOfKey(event.key) !== undefined && done(() => setDesk({ notice: SELECT_FIRST }));
}

const SELECT_FIRST = "Select a passage first, with Shift and the arrow keys or with the mouse; then 1 to 5 mark it.";

/** The card stands elsewhere in the page; Tab from the text goes into it while it is open. */
function focusCard(): void {
  document.querySelector<HTMLElement>(".mark-card")?.focus();
}

function activeMarkKey(event: KeyboardEvent, activeMark: Mark["id"], caret: number): boolean {
  const stance = stanceOfKey(event.key);
  if (stance) return done(() => setActiveStance(stance));
  const mark = markOf(desk(), activeMark);
  if (mark && shapeKey(event.key, mark, caret)) return true;
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
    case ".":
      return done(() => repeatOnMark(activeMark));
    case "Escape":
      return done(deactivate);
    default:
      return false;
  }
}

/** The keys that change where a mark lies. */
function shapeKey(key: string, mark: Mark, caret: number): boolean {
  switch (key) {
    case "b":
    case "B":
      return done(() => beginMoving(mark.id));
    case "s":
    case "S":
      return done(() => splitMark(mark, caret));
    case "j":
    case "J":
      return done(() => mergeMark(mark));
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
