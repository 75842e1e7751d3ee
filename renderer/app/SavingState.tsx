import { useDesk } from "../session/desk.ts";
import type { Saving } from "../session/saver.ts";
import { isReadOnly } from "../session/selectors.ts";

/**
 * Whether everything is on the disk, in a word. A saving that is over before an eye could follow changes nothing that is
 * seen: the page would lay out the sign anew in the very frame in which the change is to appear.
 */
export function SavingState() {
  const saving = useDesk((state) => state.saving);
  const readOnly = useDesk(isReadOnly);
  const kind = saving.kind === "saved" && readOnly ? "read-only" : saving.kind;
  const shown = saving.kind === "saving" && !saving.long ? "saved" : kind;
  return (
    <span className={`saving-state ${shown}`} data-saving={kind}>
      {WORDS[shown]}
    </span>
  );
}

const WORDS: Readonly<Record<Saving["kind"] | "read-only", string>> = {
  saved: "Saved",
  saving: "Saving…",
  failed: "Not saved",
  "read-only": "Read-only",
};
