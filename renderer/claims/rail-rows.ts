import type { ClaimNode, ClaimTree } from "../../annotations/model/claim-tree.ts";
import type { ClaimId } from "../../annotations/model/id.ts";

/** One line of the claim list. */
export interface RailRow {
  readonly key: string;
  readonly node: ClaimNode;
  /** A further line of a claim that has its own in the tree below. */
  readonly pinned: boolean;
  readonly folded: boolean;
}

/** The lines of the claim list: what is pinned, then the tree without the parts of what is folded. */
export function railRows(
  { roots, nodes }: ClaimTree,
  pinned: readonly ClaimId[],
  folded: readonly ClaimId[],
): readonly RailRow[] {
  const closed = new Set(folded);
  const rows: RailRow[] = pinned.flatMap((id) => {
    const node = nodes.get(id);
    return node ? [{ key: `pinned ${id}`, node, pinned: true, folded: false }] : [];
  });
  const open = roots.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    const { id } = node.claim;
    const isFolded = closed.has(id) && node.children.length > 0;
    rows.push({ key: id, node, pinned: false, folded: isFolded });
    if (!isFolded) open.push(...node.children.toReversed());
  }
  return rows;
}
