import type { Group } from "../actions/action.ts";

/** One line of the key sheet. */
interface KeyLine {
  /** As they are written on the keyboard. */
  readonly keys: readonly string[];
  readonly does: string;
}

/** Keys that belong to a state of the screen rather than to an action, and cannot be changed; what there is to say about others. */
export const FIXED_KEYS: Readonly<Record<Group, readonly KeyLine[]>> = {
  Marking: [
    { keys: ["Shift+Arrows"], does: "select a passage (with Ctrl, on a Mac Option, by word)" },
    { keys: ["Alt"], does: "held with a key that marks: the characters selected, not their whole words" },
    { keys: ["Mod"], does: "held while selecting by pointer: a further piece of the active mark" },
    { keys: ["Enter"], does: "in the claim list: take the claim, or create it" },
    { keys: ["Alt+1 … 5"], does: "in the claim list: another stance" },
    { keys: ["Escape"], does: "leave the mark unmade, close the card" },
  ],
  "At a mark": [
    { keys: ["←", "→"], does: "while its boundaries move: by word, with Alt by character" },
    { keys: ["Tab"], does: "while its boundaries move: the other end" },
    { keys: ["Enter", "Escape"], does: "while its boundaries move: keep them, leave them" },
  ],
  "In Read": [
    { keys: ["Escape"], does: "take away the cards of an aligned claim" },
    { keys: ["↑", "↓"], does: "in the list of claims: previous and next claim; Home and End to the ends" },
    { keys: ["←", "→"], does: "in the list of claims: hide and show the parts of the claim" },
    { keys: ["Alt+↑", "Alt+↓"], does: "in the list of claims: move the claim up or down" },
    { keys: ["Alt+→", "Alt+←"], does: "in the list of claims: make it part of the one above, and no longer" },
    { keys: ["P", "E"], does: "in the list of claims: pin the claim; edit, merge or split it" },
  ],
  "The article with the focus": [],
  "In the search, and in what was found elsewhere": [
    { keys: ["Enter"], does: "next hit; with Shift the previous one; in the list: show it" },
    { keys: ["Space"], does: "in the list of hits: tick it" },
    { keys: ["1 … 5"], does: "in the list: mark what is ticked, or the one passage (in the field with Alt)" },
    { keys: ["."], does: "in what was found elsewhere: the same claim and stance" },
    { keys: ["Escape"], does: "back to the text, with the hit selected" },
  ],
  Everywhere: [],
  "In Review": [
    { keys: ["Arrows"], does: "move between the cells; Home and End to the ends of the row" },
    { keys: ["↑", "↓"], does: "under Origins: previous and next pair of articles" },
  ],
};
