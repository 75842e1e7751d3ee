import { type ReactNode, useId } from "react";
import { closeDialog } from "../controls/Modal.tsx";
import { useDesk } from "../session/desk.ts";
import type { Saving } from "./saving.ts";

interface Props {
  readonly state: Saving;
  /** What is said meanwhile, before the name of the file, and before why it failed. */
  readonly words: { readonly working: string; readonly done: string; readonly failed: string };
  /** Why nothing can be written, in a sentence; then the button does nothing. */
  readonly hindrance?: string | null;
  /** Stands before the buttons. */
  readonly children?: ReactNode;
}

/** The end of a window that writes a file: how far that has come, and the buttons. */
export function SavingFoot({ state, words, hindrance = null, children }: Props) {
  const said = useId();
  const dialogs = useDesk(({ host }) => host.dialogs);
  return (
    <>
      <p className={hindrance === null ? "hint" : "problem"} role="status" id={said}>
        {hindrance ?? wordsFor(state, words)}
      </p>
      <div className="modal-actions">
        {children}
        <button type="button" onClick={closeDialog}>
          {state.kind === "done" ? "Close" : "Cancel"}
        </button>
        <button
          type="submit"
          className="primary"
          disabled={state.kind === "working" || hindrance !== null}
          aria-describedby={hindrance === null ? undefined : said}
        >
          {dialogs ? "Save…" : "Download"}
        </button>
      </div>
    </>
  );
}

function wordsFor(state: Saving, { working, done, failed }: Props["words"]): string {
  switch (state.kind) {
    case "choosing":
      return "";
    case "working":
      return `${working}…`;
    case "done":
      return `${done} ${state.name}.`;
    case "failed":
      return `${failed}: ${state.message}`;
    default:
      return state satisfies never;
  }
}
