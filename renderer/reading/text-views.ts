import type { SourceId } from "../../annotations/model/id.ts";
import { endOf, type Mark, startOf } from "../../annotations/model/mark.ts";
import { moveTo } from "./scrolling.ts";
import type { TextView } from "./text-view.ts";

/** A text on the screen and the element that scrolls it. */
export interface MountedText {
  readonly sourceId: SourceId;
  readonly view: TextView;
  readonly scroller: HTMLElement;
}

const mounted = new Set<MountedText>();
let lastFocused: SourceId | null = null;

/** Makes a text reachable from elsewhere on the screen until the returned function is called. */
export function mountText(text: MountedText): () => void {
  const remember = () => {
    lastFocused = text.sourceId;
  };
  mounted.add(text);
  text.view.element.addEventListener("focus", remember);
  return () => {
    mounted.delete(text);
    text.view.element.removeEventListener("focus", remember);
  };
}

/** The text of a source that is visible now; the same source can stand in Read and in Review. */
export function visibleText(sourceId: SourceId): MountedText | undefined {
  return [...mounted].find((text) => text.sourceId === sourceId && text.scroller.checkVisibility());
}

/** All texts that are visible now. */
export function visibleTexts(): readonly MountedText[] {
  return [...mounted].filter((text) => text.scroller.checkVisibility());
}

/** Gives a text the focus, with the caret at `caret` (code points) or where it was. */
export function focusText(sourceId: SourceId, caret?: number): void {
  const view = visibleText(sourceId)?.view;
  if (caret !== undefined) view?.setCaret(caret);
  view?.focus();
}

/** Brings a text's pane into view, and gives the text the focus unless that stays elsewhere. */
export function showText(sourceId: SourceId, takesFocus = true): void {
  visibleText(sourceId)?.scroller.closest("article")?.scrollIntoView({ inline: "nearest", block: "nearest" });
  if (takesFocus) focusText(sourceId);
}

/** The visible text that had the focus last, or the first. */
export function lastVisibleText(): MountedText | undefined {
  const visible = visibleTexts();
  return visible.find((text) => text.sourceId === lastFocused) ?? visible[0];
}

/** Gives the focus back to the text that had it last, or to the first. */
export function focusLastText(): void {
  lastVisibleText()?.view.focus();
}

/** The source whose text had the focus last, where one had it. */
export function lastFocusedText(): SourceId | null {
  return lastFocused;
}

/** Scrolls the visible text of a mark's source so that the mark stands in the upper third, and flashes it. */
export function showMark(mark: Mark): void {
  const text = visibleText(mark.sourceId);
  if (!text) return;
  bringIntoView(text, startOf(mark), endOf(mark));
  text.view.setCaret(startOf(mark));
  flash(text, mark);
}

/** Scrolls a text just so far that a place in it (code points) is in view. */
export function revealPlace(sourceId: SourceId, offset: number): void {
  const text = visibleText(sourceId);
  if (!text) return;
  const place = text.view.edge(offset, -1);
  const frame = text.scroller.getBoundingClientRect();
  if (place.top < frame.top) text.scroller.scrollBy({ top: place.top - frame.top - 8 });
  if (place.bottom > frame.bottom) text.scroller.scrollBy({ top: place.bottom - frame.bottom + 8 });
}

/** Brings `[start, end)` of a text and its pane into view; the focus stays where it is. */
export function showPassage(sourceId: SourceId, start: number, end: number): void {
  const text = visibleText(sourceId);
  if (!text) return;
  text.scroller.closest("article")?.scrollIntoView({ inline: "nearest", block: "nearest" });
  bringIntoView(text, start, end);
}

/** Gives a text the focus, with `[start, end)` selected. */
export function selectPassage(sourceId: SourceId, start: number, end: number): void {
  const text = visibleText(sourceId);
  text?.view.focus();
  text?.view.select(start, end);
}

function bringIntoView(text: MountedText, start: number, end: number): void {
  const { view, scroller } = text;
  const place = view.rectangle(start, end);
  const frame = scroller.getBoundingClientRect();
  const inView = place.top >= frame.top + 24 && place.bottom <= frame.bottom - 24;
  if (!inView) moveTo(text, start, frame.height / 3);
}

/** Makes a mark shine for a moment. */
export function flash(text: MountedText, mark: Mark): void {
  text.view.paintPlace(startOf(mark), endOf(mark));
  for (const element of text.view.element.querySelectorAll(`mark[data-mark~="${mark.id}"]`)) {
    element.animate([{ outline: "3px solid var(--accent)" }, { outline: "3px solid transparent" }], { duration: 900 });
  }
}
