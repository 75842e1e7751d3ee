import { placeCommands } from "../../annotations/commands/claim-place.ts";
import { Refusal } from "../../annotations/commands/refusal.ts";
import type { ClaimNode } from "../../annotations/model/claim-tree.ts";
import type { ClaimId } from "../../annotations/model/id.ts";
import { perform, stamp } from "../session/changes.ts";
import { type Desk, desk, setDesk } from "../session/desk.ts";
import { claimTreeOf } from "../session/selectors.ts";

/** Where a claim goes when it is moved: up or down among its siblings, out of its parent, or into the sibling above it. */
export type Move = "up" | "down" | "out" | "in";

/** Moves a claim one place in the tree; nothing happens at the ends. */
export function moveClaim(id: ClaimId, move: Move): void {
  const node = claimTreeOf(desk()).nodes.get(id);
  const to = node && destination(node, move);
  if (!to) return;
  if (move === "in" && to.parent) unfold(to.parent);
  placeClaim(id, to.parent, to.index);
}

/** Puts a claim below another one, or at the top, as one step. */
export function placeClaim(id: ClaimId, parent: ClaimId | null, index: number): void {
  try {
    perform("moving a claim", ...placeCommands(claimTreeOf(desk()), id, parent, index, stamp()));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    setDesk({ notice: error.message });
  }
}

function destination(node: ClaimNode, move: Move): { parent: ClaimId | null; index: number } | null {
  const { parent } = node;
  const siblings = siblingsOf(node);
  const at = siblings.indexOf(node);
  switch (move) {
    case "up":
      return at > 0 ? { parent: parent?.claim.id ?? null, index: at - 1 } : null;
    case "down":
      return at < siblings.length - 1 ? { parent: parent?.claim.id ?? null, index: at + 1 } : null;
    case "out":
      return parent && { parent: parent.parent?.claim.id ?? null, index: siblingsOf(parent).indexOf(parent) + 1 };
    case "in": {
      const above = siblings[at - 1];
      return above ? { parent: above.claim.id, index: above.children.length } : null;
    }
    default:
      return move satisfies never;
  }
}

/** The claims beside a claim, itself among them. */
export function siblingsOf(node: ClaimNode): readonly ClaimNode[] {
  return node.parent?.children ?? claimTreeOf(desk()).roots;
}

const NONE: readonly ClaimId[] = [];

export function pinnedClaims({ layout }: Pick<Desk, "layout">): readonly ClaimId[] {
  return layout.pinnedClaims ?? NONE;
}

export function foldedClaims({ layout }: Pick<Desk, "layout">): readonly ClaimId[] {
  return layout.foldedClaims ?? NONE;
}

/** Pins a claim, or unpins it. Remembered for this analyst on this machine. */
export function togglePin(id: ClaimId): void {
  const { layout } = desk();
  setDesk({ layout: { ...layout, pinnedClaims: toggled(pinnedClaims({ layout }), id) } });
}

export function toggleFold(id: ClaimId): void {
  const { layout } = desk();
  setDesk({ layout: { ...layout, foldedClaims: toggled(foldedClaims({ layout }), id) } });
}

function unfold(id: ClaimId): void {
  if (foldedClaims(desk()).includes(id)) toggleFold(id);
}

function toggled(ids: readonly ClaimId[], id: ClaimId): readonly ClaimId[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
