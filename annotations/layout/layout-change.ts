import type { SourceId } from "../model/id.ts";
import { arrangement } from "./arrangement.ts";
import { type Layout, MOST_PANES, type RememberedPane, unarranged } from "./layout.ts";

interface Identified {
  readonly id: SourceId;
}

/** The layout with something else said of one source. */
export function withPane(layout: Layout, sourceId: SourceId, change: Partial<RememberedPane>): Layout {
  const former = layout.panes.find((pane) => pane.sourceId === sourceId) ?? unarranged(sourceId);
  const others = layout.panes.filter((pane) => pane.sourceId !== sourceId);
  return { ...layout, panes: [...others, { ...former, ...change, sourceId }] };
}

/**
 * The layout with a pane at place `to` (from 0) among those that are not closed. A place beyond the ends means the end;
 * the same layout when the pane is there already, or is not in the row.
 */
export function moved(layout: Layout, sources: readonly Identified[], sourceId: SourceId, to: number): Layout {
  const panes = arrangement(layout, sources);
  const row = panes.filter((pane) => pane.state !== "closed").map((pane) => pane.sourceId);
  const from = row.indexOf(sourceId);
  const place = Math.max(0, Math.min(to, row.length - 1));
  if (from === -1 || from === place) return layout;
  const neighbour = row.toSpliced(from, 1)[place - 1];
  const order = panes.map((pane) => pane.sourceId).filter((id) => id !== sourceId);
  order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, sourceId);
  return { ...layout, order };
}

/** The layout with these widths, in even shares. */
export function withWidths(layout: Layout, widths: ReadonlyMap<SourceId, number>): Layout {
  return [...widths].reduce((changed, [id, width]) => withPane(changed, id, { width }), layout);
}

/** The layout with all panes as wide as each other. */
export function evened(layout: Layout): Layout {
  return { ...layout, panes: layout.panes.map((pane) => ({ ...pane, width: 1 })) };
}

/** The layout without what it says of sources that the project does not have, and without what goes without saying. */
export function pruned(layout: Layout, sources: readonly Identified[]): Layout {
  const known = new Set(sources.map(({ id }) => id));
  return {
    ...layout,
    order: layout.order.filter((id) => known.has(id)).slice(0, MOST_PANES),
    panes: layout.panes.filter((pane) => known.has(pane.sourceId) && !saysNothing(pane)).slice(0, MOST_PANES),
    alone: layout.alone !== null && known.has(layout.alone) ? layout.alone : null,
  };
}

function saysNothing({ state, width, at }: RememberedPane): boolean {
  return state === "open" && width === 1 && at === 0;
}
