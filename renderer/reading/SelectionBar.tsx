import type { Source } from "../../annotations/model/source.ts";
import { rangesOfSelection } from "../../annotations/text/selection.ts";
import { StanceButtons } from "../controls/StanceButtons.tsx";
import { startDraft } from "../marks/marking.ts";
import { useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";

/** What is selected (code points), and where the bar goes: pixels from the corner of the text. */
export interface Selected {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly left: number;
  readonly width: number;
}

/** As wide as the style sheet makes it. */
const BAR_WIDTH = 206;

/** The five stances beside a selection, for the pointer; the keys 1 to 5 do the same. */
export function SelectionBar({ source, selected }: { readonly source: Source; readonly selected: Selected }) {
  const useless = useDesk((state) => state.picking !== null || isReadOnly(state));
  if (useless) return null;
  const left = Math.max(0, Math.min(selected.left - BAR_WIDTH / 2, selected.width - BAR_WIDTH));
  return (
    <div
      className="selection-bar"
      role="toolbar"
      aria-label="Mark the selection"
      style={{ top: selected.top + 6, left }}
      // The selection must outlive the click.
      onMouseDown={(event) => event.preventDefault()}
    >
      <StanceButtons
        layout="bar"
        onChoose={(stance) => startDraft(source.id, rangesOfSelection(source, selected.from, selected.to), stance)}
      />
    </div>
  );
}
