import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownId } from "../testing/known-id.ts";
import { annotationsOf, claim, projectOf } from "../testing/project.ts";
import { claimList } from "./claim-list.ts";
import { type ClaimNode, claimTree, colourOf } from "./claim-tree.ts";
import { AnalystId, ClaimId } from "./id.ts";

const id = (n: number) => knownId(ClaimId, n);

/** The tree of claims 1, 2 … of which each has the parent with that number, 0 for none. */
function treeOf(...parents: readonly number[]) {
  const claims = parents.map((parent, i) => claim(i + 1, parent === 0 ? {} : { parent: id(parent) }));
  return claimTree(claimList(projectOf([], [annotationsOf(1, { claims })])));
}

/** `C1(C2 C3)`. */
function words(nodes: readonly ClaimNode[]): string {
  return nodes
    .map(({ claim: { label }, children }) => (children.length > 0 ? `${label}(${words(children)})` : label))
    .join(" ");
}

describe("claimTree", () => {
  it.each<[string, readonly number[], string]>([
    ["puts parts below their parent, in the order of the list", [0, 1, 1, 2], "C1(C2(C4) C3)"],
    ["puts a claim at the top whose parent is missing", [0, 9], "C1 C2"],
    ["puts those at the top that stand below each other, with what is below them", [2, 1, 2], "C1 C2(C3)"],
    ["puts a claim at the top that is its own parent", [1, 1], "C1(C2)"],
  ])("%s", (_, parents, expected) => {
    expect(words(treeOf(...parents).roots)).toBe(expected);
  });

  it("puts the parts of a removed claim at the top", () => {
    const removed = claim(1, { removed: true });
    const tree = claimTree([removed, claim(2, { parent: id(1) })].map(listed));
    expect(words(tree.roots)).toBe("C1 C2");
  });

  it("orders siblings by hand, and by when they were made where nobody moved them", () => {
    const made = (n: number) => new Date(n * 1_000).toISOString();
    const claims = [claim(1, { createdAt: made(1) }), claim(2, { createdAt: made(2) }), claim(3, { order: 1_500 })];
    expect(words(claimTree(claims.map(listed)).roots)).toBe("C1 C3 C2");
  });

  it("has every claim exactly once and each below its parent's level, whatever the parents say", () => {
    const parents = fc.array(fc.nat(12), { maxLength: 12 });
    fc.assert(
      fc.property(parents, (numbers) => {
        const tree = treeOf(...numbers);
        expect([...tree.nodes.keys()].sort()).toEqual(numbers.map((_, i) => id(i + 1)).sort());
        const reached: ClaimId[] = [];
        const visit = (nodes: readonly ClaimNode[], level: number) => {
          for (const node of nodes) {
            expect(node.level).toBe(level);
            reached.push(node.claim.id);
            visit(node.children, level + 1);
          }
        };
        visit(tree.roots, 1);
        expect(reached.sort()).toEqual([...tree.nodes.keys()].sort());
      }),
    );
  });
});

describe("colourOf", () => {
  it("is the claim's own, else that of the nearest claim above", () => {
    const claims = [
      claim(1, { colour: "blue" }),
      claim(2, { parent: id(1) }),
      claim(3, { parent: id(2), colour: "amber" }),
    ];
    const { nodes } = claimTree([...claims, claim(4)].map(listed));
    expect([1, 2, 3, 4].map((n) => colourOf(nodes.get(id(n))))).toEqual(["blue", "blue", "amber", undefined]);
  });
});

function listed(one: ReturnType<typeof claim>) {
  return { ...one, displayLabel: one.label, revisedBy: knownId(AnalystId, 1) };
}
