import type { SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { sourceById } from "../../annotations/model/project.ts";
import type { Range } from "../../annotations/model/range.ts";
import { STANCES, type Stance } from "../../annotations/model/stance.ts";
import type { Action, Here } from "../actions/action.ts";
import { othersAt } from "../comparing/comparing.ts";
import { goToMark, marksAtCaret, openCardAt } from "../reading/mark-steps.ts";
import { isTakenExactly, passageOf, type Selection } from "../reading/passage.ts";
import { desk } from "../session/desk.ts";
import { markOf, marksIn } from "../session/selectors.ts";
import { removeMark } from "./bin.ts";
import { beginMoving } from "./boundaries.ts";
import { whyNoFigure, writeFigure } from "./figuring.ts";
import { addPlainMark, changeActiveClaim, cycleTag, setActiveStance, startDraft } from "./marking.ts";
import { mergeMark, splitMark } from "./merging.ts";
import { addPiece } from "./pieces.ts";
import { pickSpeaker, whyNoQuote } from "./quoting.ts";
import { toggleToDiscuss } from "./remarks.ts";
import { repeatOnMark, repeatOnPassage } from "./repeating.ts";

type Rest = Pick<Action, "changes" | "unavailable" | "run">;

type TextPlace = NonNullable<Here["text"]>;

/** What is selected in the text, if anything is. */
function selected({ text }: Here): TextPlace | null {
  return text && text.selection.from !== text.selection.to ? text : null;
}

/** The mark that keys act on: none while something is selected. */
function activeMark(here: Here): Mark | null {
  return selected(here) ? null : (markOf(desk(), desk().activeMark) ?? null);
}

function rangesOf({ sourceId, selection }: TextPlace, exact: boolean): readonly Range[] {
  const source = sourceById(desk().project, sourceId);
  return passageOf(source, selection, exact || isTakenExactly(sourceId, selection));
}

/** An action on a passage that is to become a mark, or belong to one. */
function onSelection(act: (sourceId: SourceId, ranges: readonly Range[]) => void): Rest {
  return {
    changes: true,
    unavailable: (here) => (selected(here) ? null : "Select a passage first."),
    run: (here) => {
      const place = selected(here);
      if (place) act(place.sourceId, rangesOf(place, here.exact));
    },
  };
}

const CHOOSE_FIRST = "Choose a mark first: click it, or go to it with the keys for the next and the previous mark.";

/** Why there is no mark that an action could be meant for; null when there is one. */
export function whyNoActiveMark(here: Here): string | null {
  return activeMark(here) ? null : CHOOSE_FIRST;
}

/** An action that changes the active mark. */
function onMark(act: (mark: Mark, selection: Selection | null) => void): Rest {
  return {
    changes: true,
    unavailable: whyNoActiveMark,
    run: (here) => {
      const mark = activeMark(here);
      if (mark) act(mark, here.text?.sourceId === mark.sourceId ? here.text.selection : null);
    },
  };
}

const SELECT_FIRST = "Select a passage first, with Shift and the arrow keys or with the mouse; then 1 to 5 mark it.";

/** Whether there is a passage or a mark that an action could be meant for. */
function forEither(here: Here, neither: string): string | null {
  return selected(here) || activeMark(here) ? null : neither;
}

const STANCE_NAMES: Readonly<Record<Stance, string>> = {
  supports: "Supports",
  refutes: "Refutes",
  mixed: "Mixed",
  questions: "Questions",
  mentions: "Mentions",
};

const stanceActions: readonly Action[] = STANCES.map((stance, i) => ({
  id: `stance.${stance}`,
  name: `${STANCE_NAMES[stance]}: mark the selection so, or the active mark`,
  group: "Marking",
  context: "text",
  keys: [String(i + 1)],
  exact: true,
  changes: true,
  unavailable: (here) => forEither(here, SELECT_FIRST),
  run: (here) => {
    const place = selected(here);
    if (place) startDraft(place.sourceId, rangesOf(place, here.exact), stance);
    else setActiveStance(stance);
  },
}));

const markingActions: readonly Action[] = [
  {
    id: "mark.plain",
    name: "Mark the selection without a claim",
    group: "Marking",
    context: "text",
    keys: ["M"],
    exact: true,
    ...onSelection(addPlainMark),
  },
  {
    id: "mark.repeat",
    name: "Repeat the tag used or chosen last, on the selection or the active mark",
    group: "Marking",
    context: "text",
    keys: ["."],
    exact: true,
    changes: true,
    unavailable: (here) => forEither(here, "Select a passage or choose a mark first."),
    run: (here) => {
      const place = selected(here);
      const mark = activeMark(here);
      if (place) repeatOnPassage(place.sourceId, rangesOf(place, here.exact));
      else if (mark) repeatOnMark(mark.id);
    },
  },
  {
    id: "mark.add-piece",
    name: "Add the selection to the active mark as a further piece",
    group: "Marking",
    context: "text",
    keys: ["+"],
    exact: true,
    ...onSelection(addPiece),
  },
];

/** Going from mark to mark in a text. */
function inText(act: (place: TextPlace) => void, why: (place: TextPlace) => string | null) {
  return {
    unavailable: ({ text }: Here) => (text ? why(text) : "Open an article first."),
    run: ({ text }: Here) => {
      if (text) act(text);
    },
  };
}

const whyNoMarks = ({ sourceId }: TextPlace) =>
  marksIn(desk(), sourceId).length === 0 ? "There is no mark in this text yet." : null;

const whyNoMarkHere = (place: TextPlace) => {
  const caret = place.selection.from;
  const isFree = marksAtCaret(place).length === 0 && othersAt(place.sourceId, caret, caret).length === 0;
  return isFree ? "There is no mark at the caret." : null;
};

function atMark(id: string, keys: readonly string[], name: string, rest: Rest): Action {
  return { id: `mark.${id}`, name, group: "At a mark", context: "text", keys, ...rest };
}

/** The next value of a field of the tag with a key, and with Shift the one before. */
function cycling(field: Parameters<typeof cycleTag>[0], key: string): readonly Action[] {
  return [
    atMark(
      field,
      [key],
      `Give the mark the next ${field}`,
      onMark(() => cycleTag(field, 1)),
    ),
    atMark(
      `${field}-back`,
      [`Shift+${key}`],
      `Give the mark the ${field} before`,
      onMark(() => cycleTag(field, -1)),
    ),
  ];
}

const markActions: readonly Action[] = [
  atMark(
    "next",
    ["]"],
    "Go to the next mark in the text",
    inText((text) => goToMark(text, 1), whyNoMarks),
  ),
  atMark(
    "previous",
    ["["],
    "Go to the previous mark in the text",
    inText((text) => goToMark(text, -1), whyNoMarks),
  ),
  atMark(
    "card",
    ["Enter"],
    "Open the card of the mark at the caret, then of the next one there",
    inText(openCardAt, whyNoMarkHere),
  ),
  atMark("claim", ["C"], "Change the claim of the mark", onMark(changeActiveClaim)),
  atMark("speaker", ["Q"], "Choose whom the mark quotes", {
    ...onMark(pickSpeaker),
    unavailable: (here) => whyNoActiveMark(here) ?? whyNoQuote(),
  }),
  atMark("figure", ["#"], "Give the tag of the mark a figure: how many, when or where", {
    ...onMark(writeFigure),
    unavailable: (here) => whyNoActiveMark(here) ?? whyNoFigure(),
  }),
  ...cycling("voice", "V"),
  ...cycling("certainty", "T"),
  ...cycling("confidence", "D"),
  atMark(
    "discuss",
    ["X"],
    "Flag the mark to discuss, or take the flag away",
    onMark(({ id }) => toggleToDiscuss(id)),
  ),
  atMark(
    "boundaries",
    ["B"],
    "Move the boundaries of the mark",
    onMark(({ id }) => beginMoving(id)),
  ),
  atMark(
    "split",
    ["S"],
    "Split the mark at the caret",
    onMark((mark, at) => splitMark(mark, at?.from ?? -1)),
  ),
  atMark(
    "merge",
    ["J"],
    "Merge the mark with the next one beside it, or with one that is chosen then",
    onMark(mergeMark),
  ),
  atMark(
    "delete",
    ["Delete", "Backspace"],
    "Delete the mark: it goes into the bin",
    onMark(({ id }) => removeMark(id)),
  ),
];

/** What can be done with a selection and with a mark. */
export const MARK_ACTIONS: readonly Action[] = [...stanceActions, ...markingActions, ...markActions];
