import type { SourceId } from "../../annotations/model/id.ts";
import type { Action } from "../actions/action.ts";
import { visibleText } from "../reading/text-views.ts";
import { sightIn } from "../session/blindness.ts";
import { desk } from "../session/desk.ts";
import { openSightMenu } from "./sight-menu.ts";

function whyNot(pane: SourceId | null): string | null {
  if (!pane || desk().view !== "read" || !visibleText(pane)) return "Put the focus into an open article first.";
  return sightIn(desk(), pane).kind === "alone"
    ? "Nobody else has a set of marks in this project, so there is nothing to be blind to."
    : null;
}

/** What ends the blind phase of an article. */
export const BLINDNESS_ACTIONS: readonly Action[] = [
  {
    id: "article.done",
    name: "Done with this article, and what others marked in it",
    group: "The article with the focus",
    context: "pane",
    keys: ["Z"],
    unavailable: ({ pane }) => whyNot(pane),
    run: ({ pane }) => {
      if (pane) openSightMenu(pane);
    },
  },
];
