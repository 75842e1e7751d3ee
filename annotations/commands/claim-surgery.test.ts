import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnnotationSet } from "../model/annotation-set.ts";
import { claimList } from "../model/claim-list.ts";
import { claimTree } from "../model/claim-tree.ts";
import { AnalystId, ClaimId, SourceId, TagId } from "../model/id.ts";
import type { Project } from "../model/project.ts";
import { article } from "../testing/article.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import { claimMerge, splitClaimCommands } from "./claim-surgery.ts";
import { applyAll, stepFrom } from "./step.ts";

const words = article("[One] [two] [three]");
const stamp = { analyst: knownId(AnalystId, 1), at: "2023-01-01T00:00:00Z" };
const id = (n: number) => knownId(ClaimId, n);
const silent = (n: number, state: "not-mentioned" | "not-applicable") => ({
  ...{ claimId: id(n), sourceId: knownId(SourceId, 1), state, at: AT },
});
const on = (word: number, ...tags: Parameters<typeof mark>[2][]) =>
  mark(word, { source: words.source, ranges: words.ranges.slice(word - 1, word) }, ...tags);

function mergeIn(project: Project, gone = 1, kept = 2) {
  const tree = claimTree(claimList(project));
  const [set] = project.sets;
  const [from, into] = [tree.nodes.get(id(gone))?.claim, tree.nodes.get(id(kept))?.claim];
  if (!set || !from || !into) throw new Error("the project has a set and both claims");
  return claimMerge(tree, set, from, into, stamp);
}

function projectWith(fields: Partial<AnnotationSet>): Project {
  const theirs = annotationsOf(2, { marks: [mark(9, words, tag(90, 1, "supports"))] });
  return projectOf([words.source], [annotationsOf(1, { claims: [claim(1), claim(2)], ...fields }), theirs]);
}

describe("claimMerge", () => {
  it("takes the notes on cells over, below what is noted there already", () => {
    const noted = (n: number, source: number, text: string) => ({
      ...{ claimId: id(n), sourceId: knownId(SourceId, source), text, at: AT },
    });
    const more = article("[One]", { id: knownId(SourceId, 2) });
    const plain = projectWith({ cellNotes: [noted(1, 1, "Odd."), noted(1, 2, "Late."), noted(2, 1, "Short.")] });
    const project = { ...plain, sources: [...plain.sources, more.source] };
    expect(mergeIn(project).notes).toBe(2);
    expect(applyAll(project, mergeIn(project).commands).sets[0]?.cellNotes).toEqual([
      noted(2, 1, "Short.\n\nOdd."),
      noted(2, 2, "Late."),
    ]);
  });

  it("takes values along, and leaves out no tag whose value is another", () => {
    const value = { kind: "place", words: "in Moura", name: "Moura" } as const;
    const project = projectWith({ marks: [on(1, tag(1, 1, "supports", { value }), tag(2, 2, "supports"))] });
    const { doubled, commands } = mergeIn(project);
    expect(doubled).toBe(0);
    expect(applyAll(project, commands).sets[0]?.marks).toEqual([
      on(1, tag(1, 2, "supports", { value }), tag(2, 2, "supports")),
    ]);
  });

  it("moves the analyst's own tags, leaves doubles out, and keeps ID and wording as aliases", () => {
    const project = projectWith({
      marks: [
        on(1, tag(1, 1, "supports")),
        on(2, tag(2, 1, "supports"), tag(3, 2, "supports")),
        on(3, tag(4, 1, "supports", { note: "Not a double" }), tag(5, 2, "supports")),
      ],
    });
    const { moved, marks, doubled, commands } = mergeIn(project);
    expect({ moved, marks, doubled }).toEqual({ moved: 2, marks: 3, doubled: 1 });
    const after = applyAll(project, commands);
    expect(after.sets[0]?.marks).toEqual([
      on(1, tag(1, 2, "supports")),
      on(2, tag(3, 2, "supports")),
      on(3, tag(4, 2, "supports", { note: "Not a double" }), tag(5, 2, "supports")),
    ]);
    expect(after.sets[0]?.claims).toEqual([
      claim(1, { removed: true, revisedAt: stamp.at }),
      claim(2, { aliases: ["C1", "Claim 1"], revisedAt: stamp.at }),
    ]);
    expect(after.sets[1]).toBe(project.sets[1]);
    expect(claimList(after).map(({ label }) => label)).toEqual(["C1", "C2"]);
  });

  it.each([
    ["moved", [silent(1, "not-mentioned")], [silent(2, "not-mentioned")]],
    ["same", [silent(1, "not-mentioned"), silent(2, "not-mentioned")], [silent(2, "not-mentioned")]],
    ["conflicting", [silent(1, "not-mentioned"), silent(2, "not-applicable")], [silent(2, "not-applicable")]],
  ] as const)(
    "counts a cell as %s, and never overwrites what was found for the surviving claim",
    (kind, cells, left) => {
      const project = projectWith({ cells });
      const merge = mergeIn(project);
      expect(merge.cells).toEqual({ moved: 0, same: 0, conflicting: 0, [kind]: 1 });
      expect(applyAll(project, merge.commands).sets[0]?.cells).toEqual(left);
    },
  );

  it("puts the parts below the surviving claim, also when that is one of them", () => {
    const claims = [claim(1), claim(2, { parent: id(1) }), claim(3, { parent: id(1) })];
    const after = applyAll(projectWith({ claims }), mergeIn(projectWith({ claims })).commands);
    const parents = after.sets[0]?.claims.map(({ parent }) => parent);
    expect(parents).toEqual([undefined, undefined, id(2)]);
  });

  it("and its undo give the former project", () => {
    const number = fc.integer({ min: 1, max: 3 });
    const state = fc.constantFrom("not-mentioned" as const, "not-applicable" as const);
    const taggings = fc.array(fc.tuple(number, number), { maxLength: 8 });
    fc.assert(
      fc.property(taggings, fc.dictionary(fc.constantFrom("1", "2", "3"), state), (list, cells) => {
        const tagsOn = (word: number) =>
          list.flatMap(([at, of], i) => (at === word ? [tag(i + 1, of, "supports")] : []));
        const project = projectWith({
          claims: [claim(1), claim(2), claim(3, { parent: id(1) })],
          marks: [1, 2, 3].map((word) => on(word, ...tagsOn(word))),
          cells: Object.entries(cells).map(([n, found]) => silent(Number(n), found)),
        });
        const step = stepFrom(project, "merging", mergeIn(project).commands);
        const after = applyAll(project, step.done);
        expect(after.sets[0]?.marks.some(({ tags }) => tags.some(({ claimId }) => claimId === id(1)))).toBe(false);
        expect(applyAll(after, step.inverse)).toEqual(project);
      }),
    );
  });
});

describe("splitClaimCommands", () => {
  it("gives the ticked tags to the new claim, and copies findings of silence only if asked to", () => {
    const marks = [on(1, tag(1, 1, "supports")), on(2, tag(2, 1, "refutes"))];
    const project = projectWith({ marks, cells: [silent(1, "not-mentioned")] });
    const [set] = project.sets;
    if (!set) throw new Error("the project has a set");
    const split = (copy: boolean) =>
      splitClaimCommands(set, id(1), claim(3), new Set([knownId(TagId, 2)]), copy, stamp);
    const [after] = applyAll(project, split(false)).sets;
    expect(after?.marks).toEqual([marks[0], on(2, tag(2, 3, "refutes"))]);
    expect(after?.cells).toEqual([silent(1, "not-mentioned")]);
    expect(applyAll(project, split(true)).sets[0]?.cells).toEqual([
      silent(1, "not-mentioned"),
      silent(3, "not-mentioned"),
    ]);
    const step = stepFrom(project, "splitting", split(true));
    expect(applyAll(applyAll(project, step.done), step.inverse)).toEqual(project);
  });
});
