/** One line of the key sheet. `keys` are shown as they are pressed; `Mod` is Ctrl, on a Mac Cmd. */
interface KeyLine {
  readonly keys: string;
  readonly does: string;
}

export interface KeyGroup {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

/** Every key that Parallax knows, as the key sheet and the README list them. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: "Marking",
    lines: [
      { keys: "Shift+Arrows", does: "select a passage (with Ctrl by word)" },
      { keys: "1 … 5", does: "mark it: supports, refutes, mixed, questions, mentions" },
      { keys: "M", does: "mark it without a claim" },
      { keys: "Enter", does: "in the claim list: take the claim, or create it" },
      { keys: "Alt+1 … 5", does: "in the claim list: another stance" },
      { keys: "Escape", does: "leave the mark unmade, close the card" },
    ],
  },
  {
    title: "At a mark",
    lines: [
      { keys: "] [", does: "next and previous mark in the text" },
      { keys: "Enter", does: "open the card of the mark at the caret; again for the next one there" },
      { keys: "1 … 5", does: "change the stance" },
      { keys: "C", does: "change the claim" },
      { keys: "V", does: "next voice" },
      { keys: "Delete", does: "delete the mark" },
    ],
  },
  {
    title: "Everywhere",
    lines: [
      { keys: "F6", does: "next text; with Shift the previous one" },
      { keys: "G", does: "show the chosen claim in every text" },
      { keys: "N", does: "new claim" },
      { keys: "/", does: "filter the claims" },
      { keys: "R", does: "Review, and back to Read" },
      { keys: "Mod+Z", does: "undo; with Shift redo" },
      { keys: "Mod+O", does: "import articles" },
      { keys: "Mod+E", does: "export" },
      { keys: "?", does: "this sheet" },
    ],
  },
  {
    title: "In Review",
    lines: [
      { keys: "Arrows", does: "move between the cells" },
      { keys: "Enter", does: "open the passages side by side" },
      { keys: "N", does: "not mentioned: read, and the source is silent" },
      { keys: "A", does: "not applicable" },
      { keys: "U", does: "not reviewed yet" },
    ],
  },
];

const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A key as it is written on this machine's keyboard. */
export function keyName(keys: string): string {
  return keys.replace("Mod", APPLE ? "⌘" : "Ctrl");
}

/** Whether the modifier of menu commands is held: Ctrl, on a Mac Cmd. */
export function isMod(event: KeyboardEvent): boolean {
  return APPLE ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}

/** Whether keys pressed at `target` are meant as text. The articles take no text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable && !target.closest(".text"))
  );
}
