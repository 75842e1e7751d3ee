/** One line of the key sheet. `keys` are shown as they are pressed; `Mod` is Ctrl, on a Mac Cmd. */
interface KeyLine {
  readonly keys: string;
  readonly does: string;
}

export interface KeyGroup {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

/** Every key of the page, as the key sheet lists them. The menus of the desktop shell show their own. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: "Marking",
    lines: [
      { keys: "Shift+Arrows", does: "select a passage (with Ctrl, on a Mac Option, by word)" },
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
      { keys: "F", does: "find what other texts say like it" },
      { keys: "Delete", does: "delete the mark (also Backspace)" },
    ],
  },
  {
    title: "In Read",
    lines: [
      { keys: "F6", does: "next text; with Shift the previous one" },
      { keys: "N", does: "new claim" },
      { keys: "/", does: "filter the claims" },
    ],
  },
  {
    title: "In the search, and in what was found elsewhere",
    lines: [
      { keys: "Enter", does: "next hit; with Shift the previous one (also F3); in the list: show it" },
      { keys: "Space", does: "in the list of hits: tick it" },
      { keys: "1 … 5", does: "in the list: mark what is ticked, or the one passage (in the field with Alt)" },
      { keys: ".", does: "in what was found elsewhere: the same claim and stance" },
      { keys: "Escape", does: "back to the text, with the hit selected" },
    ],
  },
  {
    title: "Everywhere",
    lines: [
      { keys: "G", does: "show the chosen claim in every text" },
      { keys: "R", does: "Review, and back to Read" },
      { keys: "Mod+F", does: "search all articles" },
      { keys: "Mod+Z", does: "undo; with Shift redo (also Mod+Y)" },
      { keys: "Mod+O", does: "import articles" },
      { keys: "Mod+E", does: "export" },
      { keys: "?", does: "this sheet" },
    ],
  },
  {
    title: "In Review",
    lines: [
      { keys: "Arrows", does: "move between the cells; Home and End to the ends of the row" },
      { keys: "Enter", does: "open the passages side by side" },
      { keys: "N", does: "not mentioned: read, and the source is silent" },
      { keys: "A", does: "not applicable" },
      { keys: "U", does: "not reviewed yet" },
    ],
  },
];
