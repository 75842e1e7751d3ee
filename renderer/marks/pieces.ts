import type { SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { sourceById } from "../../annotations/model/project.ts";
import type { Range } from "../../annotations/model/range.ts";
import { samePlaces, united } from "../../annotations/text/pieces.ts";
import { focusText } from "../reading/text-views.ts";
import { perform, stamp } from "../session/changes.ts";
import { type Desk, desk, setDesk } from "../session/desk.ts";
import { markOf } from "../session/selectors.ts";

/** The active mark, when it is one of this source. */
export function activeMarkIn(state: Desk, sourceId: SourceId): Mark | null {
  const mark = markOf(state, state.activeMark);
  return mark?.sourceId === sourceId ? mark : null;
}

/** Adds a further piece to the active mark; false when there is no mark or no piece. */
export function addPiece(sourceId: SourceId, ranges: readonly Range[]): boolean {
  const mark = activeMarkIn(desk(), sourceId);
  if (!mark) {
    setDesk({ notice: CHOOSE_FIRST });
    return false;
  }
  const pieces = united(sourceById(desk().project, sourceId), [...mark.ranges, ...ranges]);
  if (samePlaces(pieces, mark.ranges)) {
    setDesk({ notice: "This is part of the mark already." });
    return false;
  }
  const added = perform("adding a piece", { kind: "put-ranges", ...stamp(), markId: mark.id, ranges: pieces });
  if (added) focusText(sourceId, ranges.at(-1)?.end);
  return added;
}

const CHOOSE_FIRST = "Choose the mark first that this is to be a piece of: click it, or go to it with ] and [.";
