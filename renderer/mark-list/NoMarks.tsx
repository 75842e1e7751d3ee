import { ActionKeys } from "../actions/ActionKey.tsx";
import { clearFilter } from "./mark-listing.ts";

const STANCE_IDS = ["supports", "refutes", "mixed", "questions", "mentions"].map((stance) => `stance.${stance}`);

/** Why the list is empty, and what to do about it. */
export function NoMarks({ isEmpty }: { readonly isEmpty: boolean }) {
  if (isEmpty) {
    return (
      <div className="hint">
        <p>
          There are no marks yet. Select a passage in an article and press <ActionKeys ids={STANCE_IDS} /> to mark it.
        </p>
        <p>Here you will find every mark again, by its words, its claim, its speaker, or your flag.</p>
      </div>
    );
  }
  return (
    <div className="hint">
      <p>No mark is like that.</p>
      <p>
        <button type="button" onClick={clearFilter}>
          Show all marks
        </button>
      </p>
    </div>
  );
}
