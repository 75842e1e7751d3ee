import type { Source } from "../../annotations/model/source.ts";
import { withMoving } from "../marks/boundaries.ts";
import { type Desk, desk, useDesk } from "../session/desk.ts";
import { claimColour, claimOf, claimsOf, markOf, marksIn, sameItems } from "../session/selectors.ts";
import type { Painting } from "./painting.ts";
import type { TextView } from "./text-view.ts";

/** How a text looks now. */
export function paintingOf(state: Desk, source: Source): Painting {
  return { ...shownIn(state, source), ...looksIn(state) };
}

/**
 * Keeps a text that was drawn as `paintingOf` said painted as the desk has it, without React; repaints only when something
 * in this text looks different.
 */
export function paintFromDesk(source: Source, view: TextView): () => void {
  let shown = shownIn(desk(), source);
  return useDesk.subscribe((state) => {
    const next = shownIn(state, source);
    if (same(shown, next)) return;
    shown = next;
    view.paint({ ...next, ...looksIn(state) });
  });
}

function looksIn(state: Desk): Pick<Painting, "claimName" | "claimColour"> {
  return {
    claimName: (id) => claimOf(state, id)?.displayLabel ?? "?",
    claimColour: (id) => claimColour(state, id),
  };
}

type Shown = Omit<Painting, "claimName" | "claimColour">;

function shownIn(state: Desk, source: Source): Shown {
  const marks = withMoving(state, marksIn(state, source.id));
  const { picking, activeMark } = state;
  const draft = picking?.kind === "draft" && picking.draft.sourceId === source.id ? picking.draft : null;
  return {
    marks,
    draft,
    activeMark: markOf(state, activeMark)?.sourceId === source.id ? activeMark : null,
    claims: claimsOf(state),
  };
}

function same(a: Shown, b: Shown): boolean {
  return sameItems(a.marks, b.marks) && a.draft === b.draft && a.activeMark === b.activeMark && a.claims === b.claims;
}
