import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceId } from "../model/id.ts";
import { STANCES, type Stance } from "../model/stance.ts";
import { type Tag, VOICES } from "../model/tag.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { mark, tag } from "../testing/project.ts";
import { type StanceCell, stanceCell } from "./cell.ts";
import { INDEPENDENT } from "./origins.ts";
import { ROW_STATUSES, type RowSummary, summarizeRow } from "./row-status.ts";

/** The cells of those of the sources 1, 2, … that hold any tags. */
function rowOf(...cells: readonly (readonly Tag[])[]): ReadonlyMap<SourceId, StanceCell> {
  return new Map(
    cells.flatMap((tags, i) => {
      if (tags.length === 0) return [];
      const evidence = tags.map((each) => ({ mark: mark(i, article("The [ferry] sank."), each), tag: each }));
      return [[knownId(SourceId, i + 1), frozen(stanceCell(evidence))] as const];
    }),
  );
}

const says = (stance: Stance): readonly Tag[] => [tag(1, 1, stance)];
const quotes = (stance: Stance, speaker: string): readonly Tag[] => [
  tag(1, 1, stance, { voice: "quoted-direct", speaker }),
];
const silent: readonly Tag[] = [];

const CASES: readonly (readonly [string, ReadonlyMap<SourceId, StanceCell>, Judged])[] = [
  ["no source at all", rowOf(), summary("unaddressed", 0, 0, 0, 0)],
  ["silence", rowOf(silent, silent), summary("unaddressed", 0, 0, 0, 0)],
  ["questions and mentions", rowOf(says("questions"), says("mentions")), summary("unaddressed", 0, 0, 0, 0)],
  ["two articles that support", rowOf(says("supports"), says("supports")), summary("corroborated", 2, 0, 2, 2)],
  ["one article that supports", rowOf(says("supports"), says("questions")), summary("single-source", 1, 0, 1, 1)],
  [
    "an article and somebody another one quotes",
    rowOf(says("supports"), quotes("supports", "Amina Sowe")),
    summary("corroborated", 2, 0, 1, 2),
  ],
  ["refutation alone", rowOf(says("refutes"), silent), summary("denied", 0, 1, 0, 0)],
  ["a quoted denial alone", rowOf(quotes("refutes", "Amina Sowe")), summary("denied", 0, 1, 0, 0)],
  ["support against refutation", rowOf(says("supports"), says("refutes")), summary("contested", 1, 1, 1, 1)],
  [
    "support of two against a quoted denial",
    rowOf(says("supports"), says("supports"), quotes("refutes", "Amina Sowe")),
    summary("contested", 2, 1, 2, 2),
  ],
  ["a single mixed article", rowOf(says("mixed")), summary("contested", 1, 1, 1, 1)],
  [
    "one speaker quoted twice",
    rowOf(quotes("supports", "Amina Sowe"), quotes("supports", " amina sowe ")),
    summary("only-attributed", 2, 0, 0, 1),
  ],
  [
    "two speakers",
    rowOf(quotes("supports", "Amina Sowe"), quotes("supports", "Omar Jatta")),
    summary("only-attributed", 2, 0, 0, 2),
  ],
  [
    "two articles with unnamed speakers",
    rowOf(quotes("supports", ""), quotes("supports", " ")),
    summary("only-attributed", 2, 0, 0, 2),
  ],
  [
    "a speaker who denies what another one supports in one article",
    rowOf([...quotes("supports", "Amina Sowe"), ...quotes("refutes", "Omar Jatta")]),
    summary("contested", 1, 1, 0, 1),
  ],
];

/** All that tells of support and refutation. */
type Judged = Omit<RowSummary, "speaking" | "origins">;

function summary(
  status: RowSummary["status"],
  supporting: number,
  refuting: number,
  ownSupporting: number,
  supportingOrigins: number,
): Judged {
  return { status, supporting, refuting, ownSupporting, supportingOrigins };
}

describe("summarizeRow", () => {
  it.each(CASES)("judges %s", (_, cells, expected) => {
    expect(summarizeRow(cells, 2)).toMatchObject(expected);
  });

  it("reaches every status", () => {
    expect(new Set(CASES.map(([, cells]) => summarizeRow(cells, 2).status))).toEqual(new Set(ROW_STATUSES));
  });

  it("counts everybody who speaks, and independent origins among them", () => {
    const row = rowOf(says("mentions"), quotes("questions", "Amina"), quotes("refutes", "amina"), silent);
    expect(summarizeRow(row, 2)).toMatchObject({ speaking: 3, origins: 2 });
  });

  it("counts articles that are one origin once, also where one of them only quotes nobody in particular", () => {
    const one = { ...INDEPENDENT, sourceOf: () => "agency" };
    const row = rowOf(says("supports"), says("supports"), quotes("supports", ""));
    expect(summarizeRow(row, 2)).toMatchObject({ status: "corroborated", supportingOrigins: 3, origins: 3 });
    expect(summarizeRow(row, 2, one)).toMatchObject({ status: "single-source", supportingOrigins: 1, origins: 1 });
  });

  it("asks for as many origins as the project does", () => {
    const three = rowOf(says("supports"), says("supports"), says("supports"));
    const statuses = [1, 3, 4].map((origins) => summarizeRow(three, origins).status);
    expect(statuses).toEqual(["corroborated", "corroborated", "single-source"]);
  });

  const anyTags = fc.array(
    fc
      .record({
        stance: fc.constantFrom(...STANCES),
        voice: fc.constantFrom(...VOICES),
        speaker: fc.constantFrom("", "Amina Sowe", "Omar Jatta"),
      })
      .map(({ stance, ...fields }) => tag(1, 1, stance, fields)),
    { maxLength: 3 },
  );

  it("does not depend on the order of the sources", () => {
    fc.assert(
      fc.property(fc.array(anyTags, { maxLength: 5 }), (cells) => {
        const row = rowOf(...cells);
        const reversed = new Map([...row].reverse());
        expect(summarizeRow(reversed, 2)).toEqual(summarizeRow(row, 2));
      }),
    );
  });

  it("counts no more origins than there are supporting articles and speakers in them", () => {
    fc.assert(
      fc.property(fc.array(anyTags, { maxLength: 5 }), (cells) => {
        const { supporting, refuting, ownSupporting, supportingOrigins } = summarizeRow(rowOf(...cells), 2);
        expect(ownSupporting).toBeLessThanOrEqual(supporting);
        expect(supportingOrigins > 0).toBe(supporting > 0);
        expect(supportingOrigins).toBeGreaterThanOrEqual(ownSupporting);
        expect(Math.max(supporting, refuting)).toBeLessThanOrEqual(cells.length);
      }),
    );
  });

  it("is not changed by a source that is silent", () => {
    fc.assert(
      fc.property(fc.array(anyTags, { maxLength: 4 }), (cells) => {
        expect(summarizeRow(rowOf(...cells, silent), 2)).toEqual(summarizeRow(rowOf(...cells), 2));
      }),
    );
  });
});
