import { isMod } from "../controls/keyboard.ts";
import type { TextView } from "./text-view.ts";

/** What the pointer has selected in a text when it is released. */
interface PointerEvents {
  /** With Alt held: the characters and not the words are meant. */
  exact(): void;
  /** With the modifier of menu commands held: a further piece of the active mark. True when it became one. */
  piece(): boolean;
}

/** How far the pointer moves before pressing it is selecting, in pixels. */
const MOVED = 4;

/** Follows the pointer over a text until the returned function is called. A selection is no click on what lies under its end. */
export function followPointer(view: TextView, place: HTMLElement, events: PointerEvents): () => void {
  let pressed: MouseEvent | null = null;
  let isClick = true;
  const isOfText = (event: MouseEvent) => event.target instanceof Node && view.element.contains(event.target);
  const down = (event: MouseEvent) => {
    isClick = true;
    pressed = event.button === 0 && isOfText(event) ? event : null;
  };
  const up = (event: MouseEvent) => {
    const from = pressed;
    pressed = null;
    const moved = from !== null && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > MOVED;
    if ((!moved && event.detail < 2) || !from || document.getSelection()?.isCollapsed !== false) return;
    if (moved) isClick = false;
    if (event.altKey) events.exact();
    if (isMod(event) && events.piece()) isClick = false;
  };
  const click = (event: MouseEvent) => {
    if (!isClick && isOfText(event)) event.stopPropagation();
  };
  place.addEventListener("mousedown", down, true);
  window.addEventListener("mouseup", up);
  place.addEventListener("click", click, true);
  return () => {
    place.removeEventListener("mousedown", down, true);
    window.removeEventListener("mouseup", up);
    place.removeEventListener("click", click, true);
  };
}
