import type { Action } from "../actions/action.ts";
import { whyNoActiveMark } from "../marks/mark-actions.ts";
import { desk } from "../session/desk.ts";
import { findElsewhereOf } from "./elsewhere.ts";
import { allHits, openSearch, stepToHit, useSearch } from "./searching.ts";

const GROUP = "In the search, and in what was found elsewhere";

function whyNoHits(): string | null {
  const { found } = useSearch.getState();
  return desk().panel?.kind === "search" && allHits(found).length > 0 ? null : "Search for something first.";
}

/** What can be done to find passages. */
export const SEARCH_ACTIONS: readonly Action[] = [
  {
    id: "search.open",
    name: "Search all articles",
    group: "Everywhere",
    context: "everywhere",
    keys: ["Mod+F"],
    run: openSearch,
  },
  {
    id: "search.next",
    name: "Go to the next hit",
    group: GROUP,
    context: "everywhere",
    keys: ["F3"],
    unavailable: whyNoHits,
    run: () => stepToHit(1),
  },
  {
    id: "search.previous",
    name: "Go to the previous hit",
    group: GROUP,
    context: "everywhere",
    keys: ["Shift+F3"],
    unavailable: whyNoHits,
    run: () => stepToHit(-1),
  },
  {
    id: "mark.elsewhere",
    name: "Find what other texts say like the mark",
    group: "At a mark",
    context: "text",
    keys: ["F"],
    unavailable: whyNoActiveMark,
    run: () => {
      const { activeMark } = desk();
      if (activeMark) findElsewhereOf(activeMark);
    },
  },
];
