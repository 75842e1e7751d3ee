import type { ClaimColour } from "./claim.ts";
import type { ListedClaim } from "./claim-list.ts";
import type { ClaimId } from "./id.ts";

/** A claim in its place: below its parent, with its own parts in order. */
export interface ClaimNode {
  readonly claim: ListedClaim;
  readonly parent: ClaimNode | null;
  /** 1 at the top. */
  readonly level: number;
  readonly children: readonly ClaimNode[];
}

/** All claims as a tree. `nodes` has every claim exactly once, each parent before its parts. */
export interface ClaimTree {
  readonly roots: readonly ClaimNode[];
  readonly nodes: ReadonlyMap<ClaimId, ClaimNode>;
}

interface Mutable extends ClaimNode {
  readonly parent: Mutable | null;
  readonly children: Mutable[];
}

/**
 * The tree that the claims' parents make, siblings by hand or as they were made. Claims whose parent is missing or removed,
 * and those that stand below themselves, as two analysts may have it together, stand at the top.
 */
export function claimTree(claims: readonly ListedClaim[]): ClaimTree {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const groups = new Map<ClaimId | null, ListedClaim[]>();
  for (const claim of claims) {
    const parent = placedBelow(claim, known);
    const group = groups.get(parent);
    if (group) group.push(claim);
    else groups.set(parent, [claim]);
  }
  const nodes = new Map<ClaimId, Mutable>();
  const roots: Mutable[] = [];
  // No recursion: a file may nest claims deeper than a stack goes.
  const open = nodesOf(groups.get(null), null).reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.set(node.claim.id, node);
    (node.parent?.children ?? roots).push(node);
    open.push(...nodesOf(groups.get(node.claim.id), node).reverse());
  }
  return { roots, nodes };
}

/** Where a claim stands among its siblings, in milliseconds since 1970. */
export function placeOf(claim: Pick<ListedClaim, "order" | "createdAt">): number {
  return claim.order ?? Date.parse(claim.createdAt);
}

/** The claims above a claim, the nearest first. */
export function ancestorsOf(node: ClaimNode): readonly ClaimNode[] {
  const above: ClaimNode[] = [];
  for (let { parent } = node; parent; parent = parent.parent) above.push(parent);
  return above;
}

/** A claim's colour: its own, else that of the nearest claim above that has one. */
export function colourOf(node: ClaimNode | undefined): ClaimColour | undefined {
  if (!node) return undefined;
  return [node, ...ancestorsOf(node)].find(({ claim }) => claim.colour)?.claim.colour;
}

function nodesOf(claims: readonly ListedClaim[] = [], parent: Mutable | null): Mutable[] {
  const level = (parent?.level ?? 0) + 1;
  // The sort is stable: what was made at the same time keeps the order of the list.
  return claims.toSorted((a, b) => placeOf(a) - placeOf(b)).map((claim) => ({ claim, parent, level, children: [] }));
}

function placedBelow(claim: ListedClaim, known: ReadonlyMap<ClaimId, ListedClaim>): ClaimId | null {
  const parent = known.get(claim.parent ?? claim.id);
  if (claim.parent === undefined || !parent || parent.removed) return null;
  return isBelowItself(claim, known) ? null : parent.id;
}

function isBelowItself(claim: ListedClaim, known: ReadonlyMap<ClaimId, ListedClaim>): boolean {
  const passed = new Set<ClaimId>();
  for (let at = claim.parent; at !== undefined && !passed.has(at); at = known.get(at)?.parent) {
    if (at === claim.id) return true;
    passed.add(at);
  }
  return false;
}
