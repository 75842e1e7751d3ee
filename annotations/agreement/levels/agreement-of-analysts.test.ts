import { describe, expect, it } from "vitest";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import { ClaimId, SourceId } from "../../model/id.ts";
import type { Stance } from "../../model/stance.ts";
import type { Tag } from "../../model/tag.ts";
import { article } from "../../testing/article.ts";
import { frozen } from "../../testing/frozen.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import type { MeasureEntry } from "../measure-entry.ts";
import { agreementOfAnalysts } from "./agreement-of-analysts.ts";

const texts = ["The [ferry] sank.", "The [bridge] stood."].map((text, i) =>
  article(text, { id: knownId(SourceId, i + 1), order: i }),
);

/** One analyst's set: for each text and claim a stance, `-` for not mentioned, or nothing where nobody looked. */
function setOf(
  n: number,
  said: readonly (readonly (Stance | "-" | null)[])[],
  fields: Partial<Tag> = {},
): AnnotationSet {
  const places = said.flatMap((row, text) =>
    row.map((saying, claimNumber) => ({ text, claimNumber: claimNumber + 1, saying })),
  );
  return annotationsOf(n, {
    claims: n === 1 ? [claim(1), claim(2), claim(3)] : [],
    marks: places.flatMap(({ text, claimNumber, saying }, i) => {
      const there = texts[text];
      const number = n * 100 + i;
      return saying === null || saying === "-" || !there
        ? []
        : [mark(number, there, tag(number, claimNumber, saying, fields))];
    }),
    cells: places.flatMap(({ text, claimNumber, saying }) =>
      saying === "-"
        ? [
            {
              claimId: knownId(ClaimId, claimNumber),
              sourceId: knownId(SourceId, text + 1),
              state: "not-mentioned" as const,
              at: AT,
            },
          ]
        : [],
    ),
  });
}

function agreement(...sets: readonly AnnotationSet[]) {
  const project = frozen(
    projectOf(
      texts.map(({ source }) => source),
      sets,
    ),
  );
  return agreementOfAnalysts(
    project,
    sets.map(({ analyst }) => analyst),
    "own",
  );
}

function find(measures: readonly MeasureEntry[], id: string, level = "nominal") {
  return measures.find((entry) => entry.id === id && entry.level === level && !entry.pair && !entry.label);
}

describe("agreementOfAnalysts", () => {
  const first = setOf(1, [
    ["supports", "-", "refutes"],
    ["supports", "-", null],
  ]);
  const second = setOf(2, [
    ["supports", "questions", "supports"],
    ["supports", "-", "-"],
  ]);
  const { measures, completed, worked, tables } = agreement(first, second);

  it("takes silence for an answer only where everybody has looked for every claim", () => {
    expect(completed.map(({ order }) => order)).toEqual([0]);
    expect(worked.map(({ order }) => order)).toEqual([0, 1]);
    expect(tables.claim.table.ratings).toEqual([
      [1, 0, 1],
      [1, 1, 1],
    ]);
  });

  it("compares which claims were found: two of three, by Jaccard's index", () => {
    expect(find(measures.claim, "percent-agreement")).toMatchObject({ value: 2 / 3, n: 3 });
    expect(find(measures.claim, "jaccard")).toMatchObject({ value: 2 / 3, n: 1 });
    const pair = measures.claim.find(({ id, pair: both }) => id === "jaccard" && both);
    expect(pair).toMatchObject({ pair: [0, 1], value: 2 / 3, n: 3 });
  });

  it("compares stances where both see one, with questions and mentions as neutral", () => {
    expect(tables.stance.table.categories).toEqual(["refutes", "mixed", "supports", "neutral"]);
    expect(tables.stance.units.map(({ source, claim: { label } }) => [source.order, label])).toEqual([
      [0, "C1"],
      [0, "C2"],
      [0, "C3"],
      [1, "C1"],
    ]);
    expect(tables.stance.table.ratings).toEqual([
      [2, null, 0, 2],
      [2, 3, 2, 2],
    ]);
    expect(find(measures.stance, "percent-agreement")).toMatchObject({ value: 2 / 3, n: 3 });
    expect(find(measures.stance, "krippendorff-alpha", "ordinal")).toMatchObject({ n: 3 });
  });

  it("compares where claims were marked, over all texts in which everybody has worked", () => {
    // Three spans of the one, four of the other; of each two on the same place with the same claim, and one more.
    expect(find(measures.place, "exact-f1")).toMatchObject({ value: (2 * 3) / (3 + 4), n: 1 });
  });

  it("lists where analysts differ, the gravest first; silence only where all have looked", () => {
    const third = setOf(2, [
      ["refutes", "questions", "-"],
      ["mixed", "supports", null],
    ]);
    const differing = agreement(first, third).disagreements;
    expect(differing.map(({ source, claim: { label }, kind }) => [source.order, label, kind])).toEqual([
      [0, "C1", "opposite"],
      [1, "C1", "hedging"],
      [0, "C2", "missed"],
      [0, "C3", "missed"],
    ]);
    expect(differing[0]?.sayings.map(({ analyst, cell }) => [analyst.name, cell?.stance])).toEqual([
      ["Analyst 1", "supports"],
      ["Analyst 2", "refutes"],
    ]);
    expect(agreement(first, setOf(3, [["supports", "-", "refutes"]])).disagreements).toEqual([]);
  });

  it("takes silence for an answer, too, where everybody has said to be done", () => {
    const done = [{ sourceId: knownId(SourceId, 2), at: AT }];
    const { completed: both } = agreement({ ...first, done }, { ...second, done });
    expect(both.map(({ order }) => order)).toEqual([0, 1]);
    expect(agreement({ ...first, done }, second).completed).toHaveLength(2);
    expect(agreement(first, { ...second, done }).completed).toHaveLength(1);
  });

  it("compares all, and says how much was not made blind; or what was made blind only", () => {
    const reveals = [{ sourceId: knownId(SourceId, 1), at: "2021-12-31T00:00:00Z" }];
    const seen = frozen(
      projectOf(
        texts.map(({ source }) => source),
        [first, { ...second, reveals }],
      ),
    );
    const analysts = seen.sets.map(({ analyst }) => analyst);
    const all = agreementOfAnalysts(seen, analysts, "own");
    expect(all.measures).toEqual(measures);
    expect(all.phases.stance.map(({ marks, marksAfter }) => [marks, marksAfter])).toEqual([
      [3, 0],
      [4, 3],
    ]);
    const blind = agreementOfAnalysts(seen, analysts, "own", "blind");
    expect(blind.completed).toEqual([]);
    expect(blind.tables.stance.table.ratings).toEqual([
      [2, 0, 2],
      [null, null, 2],
    ]);
    expect(blind.phases.stance).toEqual(all.phases.stance);
  });

  it("leaves out what is only quoted, unless that is asked for", () => {
    const quoted = setOf(2, [["supports", "-", "-"]], { voice: "quoted-direct", speaker: "Amina" });
    expect(agreement(first, quoted).tables.stance.table.ratings[1]?.every((rating) => rating === null)).toBe(true);
  });

  it("says why there is no figure for one analyst alone", () => {
    const alone = agreement(first).measures;
    for (const entry of [...alone.place, ...alone.claim, ...alone.stance]) {
      expect(entry.value).toBeNull();
      expect(entry.reason).toMatch(/\.$/);
    }
  });
});
