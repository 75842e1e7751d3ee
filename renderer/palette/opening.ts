import { flushSync } from "react-dom";
import type { Here } from "../actions/action.ts";
import { hereNow } from "../actions/here.ts";
import { focusLastText, selectPassage } from "../reading/text-views.ts";
import { desk, setDesk } from "../session/desk.ts";

/** Where the person was when the palette opened, which is where what they choose is done. */
interface Before {
  readonly here: Here;
  /** What had the focus, where that is a place to go back to. */
  readonly focus: HTMLElement | null;
}

let before: Before | null = null;

export function openPalette(): void {
  const focused = document.activeElement;
  const isPlace = focused instanceof HTMLElement && focused.closest(PLACES) !== null;
  before = { here: hereNow(), focus: isPlace ? focused : null };
  // What is typed at once belongs to the field, not to the text, whose keys change marks.
  flushSync(() => setDesk({ dialog: { kind: "palette" } }));
  document.querySelector<HTMLElement>(".palette-field")?.focus();
}

/** Menus and the bars of the window are no places to go back to. */
const PLACES = ".panes, .review, .claim-rail, .side-panel, .mark-card";

/** Where the person was before the palette opened. */
export function beforePalette(): Here {
  return before?.here ?? hereNow();
}

/** Closes the palette, puts the focus back where it was, and then does something there. */
export function leavePalette(then: () => void = () => {}): void {
  flushSync(() => setDesk({ dialog: null }));
  // The dialog hands the page back once it is gone.
  requestAnimationFrame(() => {
    restoreFocus();
    then();
  });
}

function restoreFocus(): void {
  const text = before?.here.text;
  const focus = before?.focus;
  if (focus?.isConnected && !(text && focus.closest(".text"))) focus.focus({ preventScroll: true });
  else if (desk().view === "review") document.querySelector<HTMLElement>('.cell-button[tabindex="0"]')?.focus();
  else if (text) selectPassage(text.sourceId, text.selection.from, text.selection.to);
  else focusLastText();
}
