import type { SourceId } from "../../annotations/model/id.ts";
import { openSources } from "../../annotations/model/project.ts";
import type { Action } from "../actions/action.ts";
import { APPLE } from "../controls/keyboard.ts";
import { desk } from "../session/desk.ts";
import {
  closePane,
  collapsePane,
  evenWidths,
  expandPane,
  movePaneBy,
  placeOf,
  resetPanes,
  row,
  toggleAlone,
  toggleLinked,
  WIDTH_STEP,
  widenPane,
} from "./arranging.ts";
import { ARTICLES_MENU } from "./articles-menu.ts";

/** Held with an arrow key to move or widen a pane. On a Mac Option with Shift selects by word, so it is Ctrl there. */
const MODIFIER = APPLE ? "Ctrl+Shift" : "Alt+Shift";

function onPane(
  id: string,
  key: string,
  name: string,
  act: (sourceId: SourceId) => void,
  why: (sourceId: SourceId) => string | null = () => null,
): Action {
  return {
    id: `pane.${id}`,
    name,
    group: "The article with the focus",
    context: "pane",
    keys: [key],
    unavailable: ({ pane }) => (pane ? (whyNotInRow(pane) ?? why(pane)) : NO_ARTICLE),
    run: ({ pane }) => {
      if (pane) act(pane);
    },
  };
}

const NO_ARTICLE = "Put the focus into an article first.";

function whyNotInRow(pane: SourceId): string | null {
  return desk().view === "read" && placeOf(pane) !== -1 ? null : NO_ARTICLE;
}

function whyFirst(pane: SourceId): string | null {
  return placeOf(pane) > 0 ? null : "This article is the first.";
}

function whyLast(pane: SourceId): string | null {
  return placeOf(pane) < row().length - 1 ? null : "This article is the last.";
}

function whyAlone(): string | null {
  return desk().layout.alone === null ? null : "This article is read alone.";
}

function isCollapsed(id: SourceId): boolean {
  const { panes, alone } = desk().layout;
  return panes.some((pane) => pane.sourceId === id && pane.state === "collapsed") && alone !== id;
}

const articleActions: readonly Action[] = [
  onPane("left", `${MODIFIER}+ArrowLeft`, "Move the article to the left", (id) => movePaneBy(id, -1), whyFirst),
  onPane("right", `${MODIFIER}+ArrowRight`, "Move the article to the right", (id) => movePaneBy(id, 1), whyLast),
  onPane("wider", `${MODIFIER}+ArrowUp`, "Make the article wider", (id) => widenPane(id, WIDTH_STEP), whyAlone),
  onPane(
    "narrower",
    `${MODIFIER}+ArrowDown`,
    "Make the article narrower",
    (id) => widenPane(id, -WIDTH_STEP),
    whyAlone,
  ),
  onPane("collapse", "-", "Collapse the article to its spine, and expand it", (id) =>
    isCollapsed(id) ? expandPane(id) : collapsePane(id),
  ),
  onPane("alone", "=", "Read the article alone, and back to all", toggleAlone),
  onPane("close", "_", "Close the article; it stays in the project", closePane),
];

function onRow(id: string, keys: readonly string[], name: string, run: () => void): Action {
  return { id: `panes.${id}`, name, group: "In Read", context: "read", keys, unavailable: whyNoRow, run };
}

function whyNoRow(): string | null {
  if (openSources(desk().project).length === 0) return "Import articles first.";
  return desk().view === "read" ? null : "Go back to Read first.";
}

const rowActions: readonly Action[] = [
  onRow("articles", ["O"], "Choose which articles are open", () => document.getElementById(ARTICLES_MENU)?.click()),
  onRow("linked", ["L"], "Scroll the texts together, or each alone", toggleLinked),
  onRow("even", [], "Make all articles equally wide", evenWidths),
  onRow("reset", [], "Open all articles, in their first order", resetPanes),
];

/** What can be done with the articles as they stand side by side. */
export const PANE_ACTIONS: readonly Action[] = [...articleActions, ...rowActions];
