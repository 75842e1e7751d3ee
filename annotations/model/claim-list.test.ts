import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import type { Claim } from "./claim.ts";
import { claimList, nextLabel } from "./claim-list.ts";
import { AnalystId } from "./id.ts";

/** The list that people see when analyst 1 made the first claims, analyst 2 the second, and so on. */
function listed(...claims: readonly (readonly Claim[])[]) {
  return claimList(
    frozen(
      projectOf(
        [],
        claims.map((made, i) => annotationsOf(i + 1, { claims: made })),
      ),
    ),
  );
}

const labels = (...claims: readonly (readonly Claim[])[]) => listed(...claims).map((item) => item.displayLabel);
const day = (n: number) => `2022-01-0${n}T00:00:00Z`;
const analyst = (n: number) => knownId(AnalystId, n);

describe("claimList", () => {
  it("is the union of everybody's claims, oldest first", () => {
    expect(
      listed([claim(1, { createdAt: day(3) }), claim(2, { createdAt: day(1) })], [claim(3, { createdAt: day(2) })]),
    ).toEqual([
      { ...claim(2, { createdAt: day(1) }), displayLabel: "C2", revisedBy: analyst(1) },
      { ...claim(3, { createdAt: day(2) }), displayLabel: "C3", revisedBy: analyst(2) },
      { ...claim(1, { createdAt: day(3) }), displayLabel: "C1", revisedBy: analyst(1) },
    ]);
  });

  it("keeps the order of the labels for claims made in one moment", () => {
    expect(labels([claim(10), claim(9), claim(2)])).toEqual(["C2", "C9", "C10"]);
  });

  it("shows the latest of several revisions, whoever made it", () => {
    const old = claim(1, { text: "old", revisedAt: day(1) });
    const late = claim(1, { text: "late", revisedAt: day(2) });
    const expected = (n: number) => [{ ...late, displayLabel: "C1", revisedBy: analyst(n) }];
    expect(listed([old], [late])).toEqual(expected(2));
    expect(listed([late], [old])).toEqual(expected(1));
  });

  it("compares moments and not their spelling", () => {
    const early = claim(1, { text: "early", revisedAt: "2022-01-01T00:00:00.500Z" });
    const late = claim(1, { text: "late", revisedAt: "2022-01-01T00:00:01Z" });
    expect(listed([late], [early]).map(({ text }) => text)).toEqual(["late"]);
    expect(listed([claim(1, { text: "early", revisedAt: "2022-01-01T00:00:00Z" })], [early])[0]?.revisedBy).toBe(
      analyst(2),
    );
  });

  it("settles revisions of the same moment by the analyst's id, in any order of the sets", () => {
    const sets = [
      annotationsOf(1, { claims: [claim(1, { text: "first" })] }),
      annotationsOf(2, { claims: [claim(1, { text: "second" })] }),
    ];
    expect(claimList(projectOf([], sets)).map(({ text }) => text)).toEqual(["second"]);
    expect(claimList(projectOf([], sets.toReversed())).map(({ text }) => text)).toEqual(["second"]);
  });

  it("gives labels that collide a number in display, and merges nothing", () => {
    const twins = listed([claim(1), claim(2, { label: "C1" })], [claim(3, { label: "C1" })]);
    expect(twins.map(({ id, label, displayLabel }) => [id, label, displayLabel])).toEqual([
      [claim(1).id, "C1", "C1"],
      [claim(2).id, "C1", "C1-2"],
      [claim(3).id, "C1", "C1-3"],
    ]);
  });

  it("gives no claim a label that another one has of its own", () => {
    expect(labels([claim(1), claim(2, { label: "C1" }), claim(3, { label: "C1-2" })])).toEqual(["C1", "C1-3", "C1-2"]);
  });

  it("leaves a removed claim out, unless somebody's tag still points at it", () => {
    const removed = claim(1, { removed: true });
    expect(labels([removed, claim(2)])).toEqual(["C2"]);
    const passage = article("The [ferry] sank.");
    const using = annotationsOf(2, { marks: [mark(1, passage, tag(1, 1, "supports"))] });
    const list = claimList(projectOf([passage.source], [annotationsOf(1, { claims: [removed] }), using]));
    expect(list).toEqual([{ ...removed, displayLabel: "C1", revisedBy: analyst(1) }]);
  });

  it("shows a claim again that a later revision brought back", () => {
    const removed = claim(1, { removed: true, revisedAt: day(1) });
    expect(labels([removed], [claim(1, { revisedAt: day(2) })])).toEqual(["C1"]);
    expect(labels([claim(1, { revisedAt: day(2) })], [{ ...removed, revisedAt: day(3) }])).toEqual([]);
  });
});

describe("nextLabel", () => {
  it.each([
    [[], "C1"],
    [["C1", "C3"], "C4"],
    [["C9", "C10"], "C11"],
    [["death-toll", "C2b", "c7", "C1234567"], "C1"],
  ])("after %j comes %s", (taken, next) => {
    expect(nextLabel(taken.map((label) => ({ label })))).toBe(next);
  });
});
