import { PANE_KEYS } from "../panes/pane-keys.ts";

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
      { keys: ".", does: "mark it with the tag used or chosen last" },
      { keys: "+", does: "add it to the active mark as a further piece (by pointer: hold Mod while selecting)" },
      { keys: "Alt+1 … 5, M, .", does: "the same with the characters selected, not their whole words" },
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
      { keys: ".", does: "add the tag used last, or chosen last at another mark" },
      {
        keys: "B",
        does: "move its boundaries: ← → by word, with Alt by character; Tab: the other end; Enter keeps, Escape leaves",
      },
      { keys: "S", does: "split it at the caret" },
      { keys: "J", does: "merge it with the next one beside it, or with another that is chosen then" },
      { keys: "F", does: "find what other texts say like it" },
      { keys: "Delete", does: "delete the mark (also Backspace)" },
    ],
  },
  {
    title: "In Read",
    lines: [
      { keys: "F6", does: "next text; with Shift the previous one" },
      { keys: "O", does: "which articles are open" },
      { keys: "L", does: "scroll the texts together, or each alone" },
      { keys: "> <", does: "next and previous passage of the chosen claim, across the articles" },
      { keys: "Escape", does: "take away the cards of an aligned claim" },
      { keys: "N", does: "new claim" },
      { keys: "/", does: "filter the claims" },
    ],
  },
  {
    title: "In the list of claims",
    lines: [
      { keys: "↑ ↓", does: "previous and next claim; Home and End to the ends" },
      { keys: "← →", does: "take the parts of a claim out of view, and show them" },
      { keys: "Alt+↑ ↓", does: "move the claim up or down among its siblings" },
      { keys: "Alt+→ ←", does: "make it part of the claim above it, and no longer" },
      { keys: "P", does: "pin it, so that it stands first; again to unpin it" },
      { keys: "E", does: "edit it: wording, colour, codebook, merge, split" },
    ],
  },
  {
    title: "The article with the focus",
    lines: [
      { keys: `${PANE_KEYS.left} →`, does: "move it to the left or right" },
      { keys: `${PANE_KEYS.wider} ↓`, does: "wider, narrower" },
      { keys: PANE_KEYS.collapse, does: "collapse it to its spine, and expand it" },
      { keys: PANE_KEYS.alone, does: "read it alone, and back to all" },
      { keys: PANE_KEYS.close, does: "close it; O opens it again" },
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
      { keys: "G", does: "align all texts at the chosen claim; N, A, U on a card without a passage" },
      { keys: "R", does: "Review, and back to Read" },
      { keys: "K", does: "colour the marks by claim, or by stance again" },
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
