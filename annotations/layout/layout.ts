import { z } from "zod";
import { ClaimId, SourceId } from "../model/id.ts";

/** How a source stands in the row of panes: with its text, as a narrow spine, or not at all. */
export const PaneState = z.enum(["open", "collapsed", "closed"]);
export type PaneState = z.infer<typeof PaneState>;

/** How many sources a layout remembers. */
export const MOST_PANES = 2_000;

/** How many pinned and folded claims a layout remembers. */
const MOST_CLAIMS = 20_000;

const RememberedPane = z.strictObject({
  sourceId: SourceId,
  state: PaneState,
  /** In even shares of the row: 1 is as wide as all others would be. */
  width: z.number().min(0.05).max(50),
  /** The first character in view, in code points, so that it survives another width. */
  at: z.int().min(0).max(1_000_000_000),
});
export type RememberedPane = Readonly<z.infer<typeof RememberedPane>>;

/** How one analyst has arranged the panes of one project on one machine. What it does not name is as at the beginning. */
export const Layout = z.strictObject({
  /** From left to right; empty while nobody has moved a pane. */
  order: z.array(SourceId).max(MOST_PANES).readonly(),
  panes: z.array(RememberedPane).max(MOST_PANES).readonly(),
  /** The only source in view, if one is read alone. */
  alone: SourceId.nullable(),
  /** Whether scrolling one text scrolls the others. */
  linked: z.boolean(),
  /** The claims that stand first in the list of claims, and those whose parts are out of view. */
  pinnedClaims: z.array(ClaimId).max(MOST_CLAIMS).readonly().optional(),
  foldedClaims: z.array(ClaimId).max(MOST_CLAIMS).readonly().optional(),
  /** How the rows and columns of the matrix stand. */
  review: z
    .strictObject({
      sort: z.enum(["list", "parents", "difference"]),
      columns: z.enum(["panes", "date"]),
      foldAgreeing: z.boolean(),
    })
    .optional(),
});
export type Layout = Readonly<z.infer<typeof Layout>>;

/** The layout of somebody who has arranged nothing yet. */
export const EMPTY_LAYOUT: Layout = { order: [], panes: [], alone: null, linked: false };

/** What a layout says of a source it does not name. */
export function unarranged(sourceId: SourceId): RememberedPane {
  return { sourceId, state: "open", width: 1, at: 0 };
}
