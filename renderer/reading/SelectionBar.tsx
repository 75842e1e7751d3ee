import type { Source } from "../../annotations/model/source.ts";
import { ActionKey } from "../actions/ActionKey.tsx";
import { StanceButtons } from "../controls/StanceButtons.tsx";
import { startDraft } from "../marks/marking.ts";
import { activeMarkIn, addPiece } from "../marks/pieces.ts";
import { repeatable, repeatOnPassage, tagName } from "../marks/repeating.ts";
import { useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { passageOf, type Selection } from "./passage.ts";

/** What is selected, and where the bar goes: pixels from the corner of the text. */
export interface Selected extends Selection {
  /** Whether its characters are meant. */
  readonly exact: boolean;
  /** Whether the text has the focus; what was selected there to be looked at only is not about to be marked. */
  readonly focused: boolean;
  readonly top: number;
  readonly left: number;
  readonly width: number;
}

/** As wide as the style sheet makes it. */
const BAR_WIDTH = 206;

/** The five stances beside a selection, for the pointer; the keys 1 to 5 do the same. */
export function SelectionBar({ source, selected }: { readonly source: Source; readonly selected: Selected }) {
  const useless = useDesk((state) => state.picking !== null || isReadOnly(state));
  if (useless || !selected.focused) return null;
  const left = Math.max(0, Math.min(selected.left - BAR_WIDTH / 2, selected.width - BAR_WIDTH));
  const passage = ({ altKey }: { readonly altKey: boolean }) => passageOf(source, selected, altKey || selected.exact);
  return (
    <div
      className="selection-bar"
      role="toolbar"
      aria-label="Mark the selection"
      style={{ top: selected.top + 6, left }}
      // The selection must outlive the click.
      onMouseDown={(event) => event.preventDefault()}
    >
      <StanceButtons layout="bar" onChoose={(stance, event) => startDraft(source.id, passage(event), stance)} />
      <RepeatButton onRepeat={(event) => repeatOnPassage(source.id, passage(event))} />
      <PieceButton source={source} onAdd={(event) => addPiece(source.id, passage(event))} />
    </div>
  );
}

interface Held {
  readonly altKey: boolean;
}

/** There once a tag has been used. */
function RepeatButton({ onRepeat }: { onRepeat(event: Held): void }) {
  const name = useDesk((state) => {
    const tag = repeatable(state, null);
    return tag ? tagName(state, tag) : null;
  });
  if (name === null) return null;
  return (
    <button type="button" className="quiet" onClick={onRepeat}>
      {name} again <ActionKey id="mark.repeat" />
    </button>
  );
}

/** There while a mark of the same text is active. */
function PieceButton({ source, onAdd }: { readonly source: Source; onAdd(event: Held): void }) {
  const name = useDesk((state) => {
    const mark = activeMarkIn(state, source.id);
    const [tag] = mark?.tags ?? [];
    return mark ? `add to ${tag ? tagName(state, tag) : "the mark"}` : null;
  });
  if (name === null) return null;
  return (
    <button type="button" className="quiet" onClick={onAdd}>
      {name} <ActionKey id="mark.add-piece" />
    </button>
  );
}
