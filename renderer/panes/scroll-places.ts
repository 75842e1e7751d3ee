import type { SourceId } from "../../annotations/model/id.ts";
import type { Block, Source } from "../../annotations/model/source.ts";
import { useComparing } from "../comparing/comparing.ts";
import { heightOf, setTop, standAt } from "../reading/scrolling.ts";
import type { MountedText } from "../reading/text-views.ts";
import { desk, useDesk } from "../session/desk.ts";

/** Where a text stands: the first character in view, and how far its line is from the upper edge. */
interface Place {
  readonly at: number;
  readonly height: number;
  /** The scroll position at which this was found or made, in pixels. */
  readonly top: number;
}

interface Kept {
  readonly text: MountedText;
  readonly source: Source;
  place: Place;
}

/** How long a text has stood still when its place is noted, in milliseconds. */
const REST = 100;

const kept = new Map<SourceId, Kept>();
const listeners = new Set<() => void>();

/** Calls `listener` when a text came to stand elsewhere, until the returned function is called. */
export function onPlaceChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The first character in view of every text in the row, in code points. */
export function firstInView(): ReadonlyMap<SourceId, number> {
  return new Map([...kept].map(([id, { place }]) => [id, place.at]));
}

/**
 * Keeps a text at its first character when its width changes, beginning at `at` (code points), until the returned
 * function is called.
 */
export function keepPlace(text: MountedText, source: Source, at: number): () => void {
  const { scroller } = text;
  const mine: Kept = { text, source, place: { at, height: 0, top: 0 } };
  kept.set(source.id, mine);
  let width = 0;
  // Tells the first width too, once the page is laid out and before it is painted.
  const observer = new ResizeObserver(() => {
    if (scroller.clientWidth === width || scroller.clientWidth === 0) return;
    const isFirst = width === 0;
    width = scroller.clientWidth;
    if (!isFirst || isWhereItWas(mine)) restore(mine);
  });
  let rest = 0;
  // To find the first character in view again and again would hold the scrolling up.
  const note = () => {
    clearTimeout(rest);
    rest = window.setTimeout(() => notePlace(mine), REST);
  };
  observer.observe(scroller);
  // The page's own fonts may come after the first layout.
  void document.fonts.ready.then(() => kept.get(source.id) === mine && isWhereItWas(mine) && restore(mine));
  scroller.addEventListener("scrollend", note);
  return () => {
    observer.disconnect();
    clearTimeout(rest);
    scroller.removeEventListener("scrollend", note);
    if (kept.get(source.id) === mine) kept.delete(source.id);
  };
}

/** Keeps every text at its first character when the size of the text or what is shown in it changes. Call once. */
export function keepPlacesThroughDisplay(): void {
  useComparing.subscribe(({ isOn, hidden }, former) => {
    if (isOn !== former.isOn || hidden !== former.hidden) keepPlaces();
  });
  useDesk.subscribe(({ preferences }, former) => {
    const { textSize, showBoilerplate, lineLength } = former.preferences;
    const isSame = preferences.textSize === textSize && preferences.lineLength === lineLength;
    if (!isSame || preferences.showBoilerplate !== showBoilerplate) keepPlaces();
  });
}

/** Has the texts stay where they are while they are laid out in another way. */
function keepPlaces(): void {
  notePlaces();
  requestAnimationFrame(restorePlaces);
}

/** Finds out where every text stands. Call before the texts are laid out in another way. */
export function notePlaces(): void {
  for (const one of kept.values()) notePlace(one);
}

/** Brings every text back to where it was found the last time, for example after its pane was moved. */
export function restorePlaces(): void {
  for (const one of kept.values()) restore(one);
}

function notePlace(one: Kept): void {
  const { scroller } = one.text;
  if (!scroller.checkVisibility() || isWhereItWas(one)) return;
  const at = scroller.scrollTop < 1 ? 0 : firstCharacter(one);
  one.place = { at, height: (at === 0 ? null : heightOf(one.text, at)) ?? 0, top: scroller.scrollTop };
  for (const listener of listeners) listener();
}

/** Whether nobody has scrolled a text since its place was found or made. */
function isWhereItWas({ text, place }: Kept): boolean {
  return Math.abs(text.scroller.scrollTop - place.top) < 1;
}

function restore(one: Kept): void {
  const { text, place } = one;
  if (!text.scroller.checkVisibility()) return;
  // Where the program itself has brought the text is not looked up again, or it would creep from line to line.
  const stands = (top: number) => {
    one.place = { ...one.place, top };
  };
  if (place.at === 0) setTop(text.scroller, 0);
  else standAt(text, place.at, place.height, stands);
  stands(text.scroller.scrollTop);
}

/** The first character whose line reaches below the upper edge: first its block, then its place there. */
function firstCharacter({ text, source }: Kept): number {
  const isBelow = (offset: number) => text.view.rectangle(offset, offset).bottom > edge;
  const edge = text.scroller.getBoundingClientRect().top + 1;
  const blocks = source.blocks.filter(isShown);
  const block = blocks[firstWhere(0, blocks.length, (i) => isBelow(blocks[i]?.end ?? 0))] ?? blocks.at(-1);
  return block ? firstWhere(block.start, block.end, isBelow) : 0;
}

function isShown(block: Block): boolean {
  return !block.boilerplate || desk().preferences.showBoilerplate;
}

/** The first number of `[low, high)` for which `holds` is true, where it is false for a prefix only; `high` for none. */
function firstWhere(low: number, high: number, holds: (number: number) => boolean): number {
  let [least, most] = [low, high];
  while (least < most) {
    const middle = (least + most) >>> 1;
    if (holds(middle)) most = middle;
    else least = middle + 1;
  }
  return least;
}
