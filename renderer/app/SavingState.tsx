import { useDesk } from "../session/desk.ts";
import type { Saving } from "../session/saver.ts";
import { isReadOnly } from "../session/selectors.ts";

/** Whether everything is on the disk, in a word. A saving that is over at once takes the word away without a blink. */
export function SavingState() {
  const saving = useDesk((state) => state.saving);
  const readOnly = useDesk(isReadOnly);
  const kind = saving.kind === "saved" && readOnly ? "read-only" : saving.kind;
  return <span className={`saving-state ${kind}`}>{WORDS[kind](saving)}</span>;
}

const WORDS: Readonly<Record<Saving["kind"] | "read-only", (saving: Saving) => string>> = {
  saved: () => "Saved",
  saving: (saving) => (saving.kind === "saving" && saving.long ? "Saving…" : ""),
  failed: () => "Not saved",
  "read-only": () => "Read-only",
};
