import type { Claim } from "../model/claim.ts";
import { type ListedClaim, revisionOf } from "../model/claim-list.ts";
import { ancestorsOf, type ClaimTree, placeOf } from "../model/claim-tree.ts";
import type { ClaimId } from "../model/id.ts";
import type { SimpleCommand } from "./command.ts";
import { Refusal } from "./refusal.ts";

type Stamp = Pick<SimpleCommand, "analyst" | "at">;

/** How far apart siblings are set that stood at the same moment, in milliseconds. */
const STEP = 1_000;

/**
 * The commands that put a claim below `parent` (null: at the top), as number `index` of its parts. Mostly one; siblings made
 * in one moment are told apart first. Throws a `Refusal` when the claim would stand below itself.
 */
export function placeCommands(
  tree: ClaimTree,
  id: ClaimId,
  parent: ClaimId | null,
  index: number,
  stamp: Stamp,
): readonly SimpleCommand[] {
  const node = tree.nodes.get(id);
  const above = parent === null ? null : tree.nodes.get(parent);
  if (!node || above === undefined) throw new Refusal("The claim is not in the project.");
  if (above && [above, ...ancestorsOf(above)].includes(node)) {
    throw new Refusal("A claim cannot be part of itself or of one of its own parts.");
  }
  const siblings = (above?.children ?? tree.roots).map(({ claim }) => claim).filter((claim) => claim.id !== id);
  const at = Math.max(0, Math.min(index, siblings.length));
  return spread(siblings, at, node.claim).map(({ claim, order }) => {
    const revised = { ...revisionOf(claim, stamp.at), order };
    return { kind: "put-claim", ...stamp, claim: claim.id === id ? withParent(revised, parent) : revised };
  });
}

/** A claim below another one, or at the top. */
export function withParent({ parent: _, ...claim }: Claim, parent: ClaimId | null): Claim {
  return parent === null ? claim : { ...claim, parent };
}

interface Placed {
  readonly claim: ListedClaim;
  readonly order: number;
}

/** The new places: of the moved claim alone where there is room between its neighbours, else of all. */
function spread(siblings: readonly ListedClaim[], at: number, moved: ListedClaim): readonly Placed[] {
  const [before, after] = [siblings[at - 1], siblings[at]];
  const [from, to] = [before && placeOf(before), after && placeOf(after)];
  const order = between(from, to) ?? placeOf(moved);
  const fits = (from === undefined || from < order) && (to === undefined || order < to);
  if (fits) return [{ claim: moved, order }];
  const start = Math.min(...siblings.map(placeOf));
  return siblings.toSpliced(at, 0, moved).map((claim, i) => ({ claim, order: start + i * STEP }));
}

function between(from: number | undefined, to: number | undefined): number | undefined {
  if (from === undefined) return to === undefined ? undefined : to - STEP;
  return to === undefined ? from + STEP : (from + to) / 2;
}
