import { describe, expect, it } from "vitest";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import { ClaimId, SourceId } from "../../model/id.ts";
import { article } from "../../testing/article.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { compared } from "../levels/compared.ts";
import { disagreements, isOfKind } from "./disagreements.ts";

const ID = knownId(SourceId, 1);
const at = (text: string) => article(text, { id: ID });
const SHORT = at("The [ferry] sank in the river.");
const LONG = at("The [ferry sank] in the river.");
const OTHER = at("The ferry sank in the [river].");

function differing(sets: readonly AnnotationSet[], voices: "own" | "all" = "own") {
  const project = projectOf([SHORT.source], sets);
  const all = compared(
    project,
    sets.map(({ analyst }) => analyst),
  );
  return disagreements(all, voices).map((one) => [one.claim.label, ...one.differences]);
}

const claims = [claim(1)];
const first = annotationsOf(1, { claims, marks: [mark(1, SHORT, tag(1, 1, "supports"))] });
const second = (marks: AnnotationSet["marks"], fields: Partial<AnnotationSet> = {}) =>
  annotationsOf(2, { marks, ...fields });

describe("disagreements", () => {
  it.each([
    ["opposite stances", mark(2, SHORT, tag(2, 1, "refutes")), ["opposite"]],
    ["other stances", mark(2, SHORT, tag(2, 1, "mentions")), ["hedging"]],
    ["another voice", mark(2, SHORT, tag(2, 1, "supports", { voice: "unnamed" })), ["voice"]],
    ["other passages", mark(2, OTHER, tag(2, 1, "supports")), ["apart"]],
    ["other boundaries", mark(2, LONG, tag(2, 1, "supports")), ["boundaries"]],
    ["all at once, the heaviest first", mark(2, OTHER, tag(2, 1, "refutes")), ["opposite", "apart"]],
  ] as const)("finds %s", (_, other, differences) => {
    expect(differing([first, second([other])])).toEqual([["C1", ...differences]]);
  });

  it("finds where one has more passages than the other", () => {
    const marks = [mark(2, SHORT, tag(2, 1, "supports")), mark(3, OTHER, tag(3, 1, "supports"))];
    expect(differing([first, second(marks)])).toEqual([["C1", "partly"]]);
  });

  it("takes silence for an answer only where all have looked", () => {
    const looked = { claimId: knownId(ClaimId, 1), sourceId: ID, state: "not-mentioned", at: AT } as const;
    expect(differing([first, second([])])).toEqual([]);
    expect(differing([first, second([], { cells: [looked] })])).toEqual([["C1", "missed"]]);
  });

  it("compares quoted stances only when they count", () => {
    const quoted = second([mark(2, SHORT, tag(2, 1, "refutes", { voice: "unnamed" }))]);
    expect(differing([first, quoted])).toEqual([]);
    expect(differing([first, quoted], "all")).toEqual([["C1", "opposite"]]);
  });

  it("lists the heaviest first, then in the order of the claims, and nothing where all is the same", () => {
    const all = [1, 2, 3].map((n) => claim(n));
    const one = annotationsOf(1, {
      claims: all,
      marks: [mark(1, SHORT, tag(1, 1, "supports"), tag(2, 2, "supports"), tag(3, 3, "supports"))],
    });
    const other = second([mark(2, LONG, tag(4, 1, "supports"), tag(5, 2, "supports"), tag(6, 3, "refutes"))]);
    expect(differing([one, other]).map(([label]) => label)).toEqual(["C3", "C1", "C2"]);
    expect(differing([first, second([mark(2, SHORT, tag(2, 1, "supports"))])])).toEqual([]);
  });

  it("knows each way by its kind", () => {
    expect(isOfKind({ differences: ["opposite", "apart"] }, "place")).toBe(true);
    expect(isOfKind({ differences: ["opposite", "apart"] }, "voice")).toBe(false);
  });
});
