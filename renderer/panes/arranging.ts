import { flushSync } from "react-dom";
import { create } from "zustand";
import { arrangement, rowOf } from "../../annotations/layout/arrangement.ts";
import { type Columns, limits, resized } from "../../annotations/layout/columns.ts";
import type { Layout, PaneState, RememberedPane } from "../../annotations/layout/layout.ts";
import { evened, moved, withPane, withWidths } from "../../annotations/layout/layout-change.ts";
import type { SourceId } from "../../annotations/model/id.ts";
import { openSources, sourceById } from "../../annotations/model/project.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { focusLastText, focusText } from "../reading/text-views.ts";
import { type Desk, desk, setDesk } from "../session/desk.ts";
import { notePlaces, restorePlaces } from "./scroll-places.ts";

/** The panes in the row, from left to right. */
export function row({ layout, project }: Pick<Desk, "layout" | "project"> = desk()): readonly RememberedPane[] {
  return rowOf(layout, openSources(project));
}

/** Every pane of the project, closed ones too, from left to right. */
export function allPanes({ layout, project }: Pick<Desk, "layout" | "project"> = desk()): readonly RememberedPane[] {
  return arrangement(layout, openSources(project));
}

/** What the last change to the row did, for those who do not see it. */
export const usePaneNews = create<{ readonly news: string }>(() => ({ news: "" }));

/** How wide the row is laid out now; `PaneRow` says so. */
let columns: Columns = { widths: [], share: 0, least: 0, overflows: false };

export function columnsAre(next: Columns): void {
  columns = next;
}

/** Changes the layout at once. Every text stays where it was, and the focus too where its pane was only moved. */
function arrange(layout: Layout, news = ""): void {
  if (layout === desk().layout) return;
  const focused = document.activeElement;
  notePlaces();
  flushSync(() => setDesk({ layout }));
  restorePlaces();
  if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus({ preventScroll: true });
  if (news !== "") usePaneNews.setState({ news });
}

function nameOf(sourceId: SourceId): string {
  return sourceName(sourceById(desk().project, sourceId));
}

/** Moves a pane to a place in the row, from 0. */
export function movePane(sourceId: SourceId, to: number): void {
  if (desk().layout.alone !== null) return;
  const layout = moved(desk().layout, openSources(desk().project), sourceId, to);
  arrange(layout, `${nameOf(sourceId)} moved.`);
  paneElement(sourceId)?.scrollIntoView({ inline: "nearest", block: "nearest" });
}

/** Moves a pane by so many places to the right. */
export function movePaneBy(sourceId: SourceId, by: number): void {
  movePane(sourceId, placeOf(sourceId) + by);
}

export function placeOf(sourceId: SourceId): number {
  return row().findIndex((pane) => pane.sourceId === sourceId);
}

/** Makes a pane so many pixels wide, as far as its neighbour allows. */
export function resizePane(sourceId: SourceId, wanted: number): void {
  const left = placeOf(sourceId);
  const right = openAfter(left);
  if (columns.widths[left] === undefined || right === -1) return;
  const widths = resized(columns, left, right, wanted);
  const panes = row();
  const shares = panes.flatMap((pane, i) =>
    pane.state === "open" ? [[pane.sourceId, (widths[i] ?? columns.least) / columns.share] as const] : [],
  );
  arrange(withWidths(desk().layout, new Map(shares)));
}

/** The next open pane to the right of a place; -1 when there is none. */
function openAfter(place: number): number {
  return row().findIndex((pane, i) => i > place && pane.state === "open");
}

/** By how much a key makes a pane wider or narrower, in pixels. */
export const WIDTH_STEP = 32;

/** Makes a pane wider by so many pixels; the last pane grows to the left. */
export function widenPane(sourceId: SourceId, by: number): void {
  const place = placeOf(sourceId);
  const panes = row();
  const left = panes.findLastIndex((pane, i) => i < place && pane.state === "open");
  const neighbour = panes[left];
  if (openAfter(place) !== -1) resizePane(sourceId, (columns.widths[place] ?? 0) + by);
  else if (neighbour && !columns.overflows) resizePane(neighbour.sourceId, (columns.widths[left] ?? 0) - by);
}

/** Between which widths the pane at a place of the row can be, in pixels. */
export function widthLimits(of: Columns, place: number): ReturnType<typeof limits> | null {
  const right = openAfter(place);
  return right === -1 ? null : limits(of, place, right);
}

export function evenWidths(): void {
  arrange(evened(desk().layout), "All articles are equally wide.");
}

/** All panes open, equally wide, in the project's order. */
export function resetPanes(): void {
  const { linked } = desk().layout;
  arrange({ order: [], panes: [], alone: null, linked }, "All articles are open, in their first order.");
}

const STATE_NEWS: Readonly<Record<PaneState, string>> = {
  open: "is open",
  collapsed: "is collapsed",
  closed: "is closed. The menu Articles opens it again",
};

/** Opens, collapses or closes a pane, and puts the focus where the reading goes on. */
export function setPaneState(sourceId: SourceId, state: PaneState): void {
  const { layout } = desk();
  const alone = layout.alone === sourceId && state !== "open" ? null : layout.alone;
  arrange({ ...withPane(layout, sourceId, { state }), alone }, `${nameOf(sourceId)} ${STATE_NEWS[state]}.`);
}

/** Collapses a pane and puts the focus on its spine. */
export function collapsePane(sourceId: SourceId): void {
  setPaneState(sourceId, "collapsed");
  requestAnimationFrame(() => spineOf(sourceId)?.focus());
}

/** What has the focus of a pane that is collapsed; null while the pane is open or not on the screen. */
export function spineOf(sourceId: SourceId): HTMLElement | null {
  const spine = paneElement(sourceId)?.querySelector<HTMLElement>(".spine-title");
  return spine?.checkVisibility() ? spine : null;
}

/** Opens a collapsed pane and puts the focus into its text. */
export function expandPane(sourceId: SourceId): void {
  setPaneState(sourceId, "open");
  focusText(sourceId);
}

/** Closes a pane; the reading goes on in another. */
export function closePane(sourceId: SourceId): void {
  setPaneState(sourceId, "closed");
  requestAnimationFrame(focusLastText);
}

/** Shows one source alone, or all again when it is alone already. */
export function toggleAlone(sourceId: SourceId): void {
  const { layout } = desk();
  const alone = layout.alone === sourceId ? null : sourceId;
  const news = alone ? `Only ${nameOf(sourceId)} is shown.` : "All articles are shown again.";
  arrange({ ...layout, alone }, news);
  focusText(sourceId);
}

/** Makes a source's text readable: opened where it was closed or collapsed, and not hidden behind another read alone. */
export function revealPane(sourceId: SourceId): void {
  const { layout } = desk();
  const pane = allPanes().find((candidate) => candidate.sourceId === sourceId);
  if (!pane) return;
  const opened = pane.state === "open" ? layout : withPane(layout, sourceId, { state: "open" });
  const hidden = opened.alone !== null && opened.alone !== sourceId;
  arrange(hidden ? { ...opened, alone: null } : opened);
}

/** Shows all panes of the row again where one was read alone. */
export function leaveAlone(): void {
  const { layout } = desk();
  if (layout.alone !== null) arrange({ ...layout, alone: null });
}

/** Links the scrolling of the texts, or unlinks it. */
export function toggleLinked(): void {
  const { layout } = desk();
  setDesk({ layout: { ...layout, linked: !layout.linked } });
  usePaneNews.setState({ news: layout.linked ? "Each text scrolls alone." : "The texts scroll together." });
}

/** A pane in the row on the screen. */
export function paneElement(sourceId: SourceId): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.panes > [data-source="${sourceId}"]`);
}
