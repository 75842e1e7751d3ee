import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimList } from "../model/claim-list.ts";
import { claimTree } from "../model/claim-tree.ts";
import { AnalystId, ClaimId } from "../model/id.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, projectOf } from "../testing/project.ts";
import { placeCommands } from "./claim-place.ts";
import { Refusal } from "./refusal.ts";
import { applyAll, stepFrom } from "./step.ts";

const stamp = { analyst: knownId(AnalystId, 1), at: AT };
const id = (n: number) => knownId(ClaimId, n);
const project = projectOf([], [annotationsOf(1, { claims: [1, 2, 3, 4, 5].map((n) => claim(n)) })]);
const treeOf = (from: typeof project) => claimTree(claimList(from));

describe("placeCommands", () => {
  it("puts a claim where it is asked to be, step after step, and undo brings the former project back", () => {
    const moves = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(5), fc.nat(5)), { maxLength: 12 });
    fc.assert(
      fc.property(moves, (list) => {
        let reached = project;
        for (const [n, above, index] of list) {
          const parent = above === 0 ? null : id(above);
          const commands = attempt(() => placeCommands(treeOf(reached), id(n), parent, index, stamp));
          if (commands === null) continue;
          const step = stepFrom(reached, "moving", commands);
          const after = applyAll(reached, step.done);
          expect(applyAll(after, step.inverse)).toEqual(reached);
          const tree = treeOf(after);
          const siblings = parent === null ? tree.roots : (tree.nodes.get(parent)?.children ?? []);
          expect(siblings[Math.min(index, siblings.length - 1)]?.claim.id).toBe(id(n));
          reached = after;
        }
      }),
    );
  });

  it("revises nothing but the claim where its neighbours were made at different times", () => {
    const claims = [1, 2, 3].map((n) => claim(n, { createdAt: new Date(n * 1_000).toISOString() }));
    const tree = treeOf(projectOf([], [annotationsOf(1, { claims })]));
    expect(placeCommands(tree, id(3), null, 1, stamp)).toEqual([
      { kind: "put-claim", ...stamp, claim: { ...claims[2], revisedAt: AT, order: 1_500 } },
    ]);
  });

  it("refuses to put a claim below itself or below one of its own parts", () => {
    const claims = [claim(1), claim(2, { parent: id(1) }), claim(3, { parent: id(2) })];
    const tree = treeOf(projectOf([], [annotationsOf(1, { claims })]));
    for (const below of [1, 2, 3]) expect(() => placeCommands(tree, id(1), id(below), 0, stamp)).toThrow(Refusal);
  });
});

function attempt<Value>(make: () => Value): Value | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
