import { leaveAlignment } from "../aligning/alignment.ts";
import { stepPassage } from "../aligning/stepping.ts";
import { desk } from "../session/desk.ts";
import { ARTICLES_MENU } from "./ArticlesMenu.tsx";
import { toggleLinked } from "./arranging.ts";

/** The keys of Read that arrange texts and go through passages, wherever the focus is. True when used. */
export function readingKey(key: string): boolean {
  switch (key) {
    case ">":
      return done(() => stepPassage(1));
    case "<":
      return done(() => stepPassage(-1));
    case "l":
    case "L":
      return done(toggleLinked);
    case "o":
    case "O":
      return done(() => document.getElementById(ARTICLES_MENU)?.click());
    case "Escape":
      return desk().alignedClaim !== null && done(leaveAlignment);
    default:
      return false;
  }
}

function done(action: () => void): true {
  action();
  return true;
}
