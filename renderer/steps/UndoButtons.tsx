import { useNameWithKey } from "../actions/ActionKey.tsx";
import { redo, undo } from "../session/changes.ts";
import { useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { StepsMenu } from "./StepsMenu.tsx";

/** The last step back and forward, and the list of all of them. */
export function UndoButtons() {
  const undoName = useDesk((state) => state.history.done.at(-1)?.name);
  const redoName = useDesk((state) => state.history.undone.at(-1)?.name);
  const readOnly = useDesk(isReadOnly);
  const undoTitle = useNameWithKey(`Undo ${undoName}`, "history.undo");
  const redoTitle = useNameWithKey(`Redo ${redoName}`, "history.redo");
  return (
    <div className="button-group">
      <button
        type="button"
        className="icon"
        disabled={!undoName || readOnly}
        aria-label={undoName ? `Undo ${undoName}` : "Undo"}
        title={undoName ? undoTitle : "Nothing to undo"}
        onClick={undo}
      >
        <Arrow />
      </button>
      <button
        type="button"
        className="icon mirrored"
        disabled={!redoName || readOnly}
        aria-label={redoName ? `Redo ${redoName}` : "Redo"}
        title={redoName ? redoTitle : "Nothing to redo"}
        onClick={redo}
      >
        <Arrow />
      </button>
      <StepsMenu />
    </div>
  );
}

function Arrow() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      <path d="M3 6h6.5a3.5 3.5 0 0 1 0 7H6M3 6l3-3M3 6l3 3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
