import { sourceById } from "../../annotations/model/project.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";
import { desk } from "../session/desk.ts";
import type { MountedText } from "./text-views.ts";

/** What the program itself scrolled and the page has not told of yet: each place by its scroller. */
const own = new WeakMap<HTMLElement, number>();

/** Scrolls at once to `top` pixels. Whoever follows the person's scrolling can tell this apart by `isOwnScroll`. */
export function setTop(scroller: HTMLElement, top: number): void {
  const before = scroller.scrollTop;
  scroller.scrollTop = top;
  if (scroller.scrollTop !== before) own.set(scroller, scroller.scrollTop);
}

/** Whether a scroll event tells of `setTop` only. Ask once for each event. */
export function isOwnScroll(scroller: HTMLElement): boolean {
  const expected = own.get(scroller);
  own.delete(scroller);
  return expected !== undefined && Math.abs(expected - scroller.scrollTop) < 1;
}

/**
 * How far below the upper edge of its frame the line with a character (code points) is, in pixels; null when it is not
 * laid out, because its block is hidden.
 */
export function heightOf({ sourceId, view, scroller }: MountedText, offset: number): number | null {
  const { length } = codePointsOf(sourceById(desk().project, sourceId));
  const place = Math.min(offset, length);
  const { top, height } = view.rectangle(place, place);
  return height === 0 ? null : top - scroller.getBoundingClientRect().top;
}

/** The latest wish where each text should stand; an earlier one is not pursued any further. */
const wishes = new WeakMap<HTMLElement, object>();

/** A wish for a text that holds until the next one, or until the person scrolls; `holds` says whether it still does. */
function wishFor({ scroller }: MountedText): { readonly holds: () => boolean } {
  const wish = {};
  const made = performance.now();
  const given = new AbortController();
  wishes.set(scroller, wish);
  const give = ({ timeStamp }: Event) => {
    // The key that made the wish is still on its way.
    if (timeStamp < made) return;
    given.abort();
    if (wishes.get(scroller) === wish) wishes.delete(scroller);
  };
  for (const input of ["wheel", "pointerdown", "keydown"]) {
    scroller.addEventListener(input, give, { signal: given.signal, passive: true });
  }
  return { holds: () => wishes.get(scroller) === wish && scroller.checkVisibility() };
}

/** In how many frames a place is looked at again: what was never on the screen is laid out only when it gets there. */
const LOOKS = 6;

/**
 * Scrolls a text at once so that the line with `offset` (code points) stands `height` pixels below the upper edge, and
 * corrects that while parts which have just come into view get their real size. Ends when something else scrolls the text.
 * `stands` is told every scroll position on the way.
 */
export function standAt(text: MountedText, offset: number, height: number, stands?: (top: number) => void): void {
  const { scroller } = text;
  const { holds } = wishFor(text);
  let top = scroller.scrollTop;
  const look = (left: number) => {
    if (!holds() || Math.abs(scroller.scrollTop - top) >= 1) return;
    const found = heightOf(text, offset);
    if (found === null) return;
    const missing = found - height;
    if (Math.abs(missing) >= 1) setTop(scroller, scroller.scrollTop + missing);
    top = scroller.scrollTop;
    stands?.(top);
    if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  look(LOOKS);
}

/** Like `standAt`, but moves there as the system's settings for motion allow, so that the eye can follow. */
export function moveTo(text: MountedText, offset: number, height: number): void {
  const { scroller } = text;
  const found = heightOf(text, offset);
  if (found === null) return;
  const wanted = scroller.scrollTop + found - height;
  const top = Math.max(0, Math.min(wanted, scroller.scrollHeight - scroller.clientHeight));
  if (Math.abs(top - scroller.scrollTop) < 1 || matchMedia("(prefers-reduced-motion: reduce)").matches) {
    standAt(text, offset, height);
    return;
  }
  const { holds } = wishFor(text);
  scroller.addEventListener("scrollend", () => holds() && standAt(text, offset, height), { once: true });
  scroller.scrollTo({ top, behavior: "smooth" });
}
