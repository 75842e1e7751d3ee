import type { SourceId } from "../model/id.ts";
import { type Layout, type RememberedPane, unarranged } from "./layout.ts";

interface Identified {
  readonly id: SourceId;
}

/**
 * Every source's pane from left to right, for sources in the project's own order. Sources that the layout does not name
 * stand behind the one before them in the project; what it says of others counts for nothing.
 */
export function arrangement(layout: Layout, sources: readonly Identified[]): readonly RememberedPane[] {
  const remembered = new Map(layout.panes.map((pane) => [pane.sourceId, pane]));
  return orderOf(layout, sources).map((id) => remembered.get(id) ?? unarranged(id));
}

/** The panes in the row: all that are not closed, or the one that is read alone, which is open then. */
export function rowOf(layout: Layout, sources: readonly Identified[]): readonly RememberedPane[] {
  const row = arrangement(layout, sources).filter((pane) => pane.state !== "closed");
  const alone = row.find((pane) => pane.sourceId === layout.alone);
  return alone ? [{ ...alone, state: "open" }] : row;
}

function orderOf({ order }: Layout, sources: readonly Identified[]): readonly SourceId[] {
  const known = new Set(sources.map(({ id }) => id));
  const ids = [...new Set(order)].filter((id) => known.has(id));
  const placed = new Set(ids);
  sources.forEach(({ id }, i) => {
    if (placed.has(id)) return;
    const before = sources[i - 1];
    ids.splice(before ? ids.indexOf(before.id) + 1 : 0, 0, id);
    placed.add(id);
  });
  return ids;
}
