import { describe, expect, it } from "vitest";
import { AnalystId, SourceId } from "../../model/id.ts";
import type { Stance } from "../../model/stance.ts";
import { article } from "../../testing/article.ts";
import { knownId } from "../../testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { compared } from "./compared.ts";
import { contestedClaims } from "./contested.ts";

const texts = [1, 2].map((n) => article("The [ferry] sank.", { id: knownId(SourceId, n), order: n }));
const [A, B] = [knownId(SourceId, 1), knownId(SourceId, 2)];

/** One claim in two sources, as several analysts have it, and perhaps the adjudicated layer. */
function contested(said: readonly (readonly (Stance | null)[])[], adjudicated?: readonly (Stance | null)[]) {
  const sets = [...said, ...(adjudicated ? [adjudicated] : [])].map((stances, i) =>
    annotationsOf(i + 1, {
      claims: i === 0 ? [claim(1)] : [],
      marks: stances.flatMap((stance, at) => {
        const text = texts[at];
        const n = 10 * i + at + 1;
        return stance && text ? [mark(n, text, tag(n, 1, stance))] : [];
      }),
    }),
  );
  const adjudicator = knownId(AnalystId, said.length + 1);
  const project = projectOf(
    texts.map(({ source }) => source),
    sets,
    { settings: { corroboratedBy: 2, ...(adjudicated ? { adjudicator } : {}) } },
  );
  const analysts = sets.slice(0, said.length).map(({ analyst }) => analyst);
  return contestedClaims(compared(project, analysts), "own");
}

describe("contestedClaims", () => {
  it("calls it a conflict where most analysts see the same sources opposed", () => {
    const found = contested([
      ["supports", "refutes"],
      ["supports", "refutes"],
      ["supports", "supports"],
    ]);
    expect(found).toMatchObject([
      { verdict: "conflict", by: "analysts", between: { supporting: A, refuting: B }, seen: 2, judged: 3 },
    ]);
    expect(found[0]?.contestedFor.map(({ name }) => name)).toEqual(["Analyst 1", "Analyst 2"]);
    expect(found[0]?.differing).toEqual([B]);
  });

  it("calls it an artefact where only the analysts differ", () => {
    expect(contested([["supports"], ["refutes"]])).toMatchObject([
      { verdict: "artefact", between: null, contestedFor: [], differing: [A] },
    ]);
    const half = contested([
      ["supports", "refutes"],
      ["supports", "supports"],
    ]);
    expect(half).toMatchObject([{ verdict: "artefact", seen: 1, judged: 2 }]);
    const crossed = contested([
      ["supports", "refutes"],
      ["refutes", "supports"],
    ]);
    expect(crossed).toMatchObject([{ verdict: "artefact", seen: 1, judged: 2 }]);
  });

  it("leaves it open where one analyst alone has judged both sources", () => {
    expect(contested([["supports", "refutes"], ["supports"]])).toMatchObject([{ verdict: "open", judged: 1 }]);
  });

  it("lets the adjudicated layer decide, once it has said something of all sources in question", () => {
    const said: readonly (readonly Stance[])[] = [
      ["supports", "refutes"],
      ["supports", "refutes"],
    ];
    expect(contested(said, ["supports", "supports"])).toMatchObject([{ verdict: "artefact", by: "adjudicated" }]);
    expect(contested(said, ["supports", null])).toMatchObject([{ verdict: "conflict", by: "analysts" }]);
    expect(contested([["supports", "supports"], ["supports"]], ["supports", "refutes"])).toMatchObject([
      { verdict: "conflict", by: "adjudicated", seen: 0, judged: 1 },
    ]);
  });

  it("takes a source that contradicts itself for two sides, and lists nothing where nobody sees two", () => {
    expect(contested([["mixed"], ["mixed"]])).toMatchObject([
      { verdict: "conflict", between: { supporting: A, refuting: A } },
    ]);
    expect(contested([["supports", "mentions"], ["supports"]])).toEqual([]);
  });
});
