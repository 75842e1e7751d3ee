import { describe, expect, it } from "vitest";
import { STANCE_CATEGORIES } from "../../model/stance-distances.ts";
import { placeWarnings } from "./place-warnings.ts";
import { raterWarnings } from "./rater-warnings.ts";
import { tableFacts } from "./table-facts.ts";
import { tableWarnings } from "./table-warnings.ts";

/** A row of ratings from letters: refutes, mixed, supports, neutral, and `-` for none. */
function rowOf(letters: string): readonly (number | null)[] {
  return [...letters].map((letter) => (letter === "-" ? null : "rmsn".indexOf(letter)));
}

function idsOf(...rows: readonly string[]): readonly string[] {
  const ratings = rows.map(rowOf);
  const table = { categories: STANCE_CATEGORIES, units: rows[0]?.length ?? 0, ratings };
  const names = rows.map((_, i) => ["Ada", "Ben", "Cleo", "Dora"][i] ?? "");
  const facts = tableFacts(table, { units: "cells", raters: "analysts", names });
  return [...tableWarnings(facts), ...raterWarnings(facts)].map(({ id }) => id);
}

const GOOD = "rmsn".repeat(10);

describe("the warnings of a table", () => {
  it("are none where there are enough, different and shared ratings", () => {
    expect(idsOf(GOOD, GOOD)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ["few-units", ["rms-", "rms-"]],
    ["few-units", ["r", "-"]],
    ["rated-alone", [GOOD + "r".repeat(40), GOOD + "-".repeat(40)]],
    ["no-variation", ["s".repeat(20), "s".repeat(20)]],
    ["skew", [`${"s".repeat(30)}rrmn`, `${"s".repeat(30)}rrmn`]],
    ["unused-categories", ["rs".repeat(20), "rs".repeat(20)]],
    ["negative", ["rs".repeat(20), "sr".repeat(20)]],
    ["mixed", ["mmrs".repeat(10), "mmrs".repeat(10)]],
    ["missing", [`${GOOD}${"r".repeat(60)}`, GOOD.padEnd(100, "-"), "-".repeat(100)]],
    ["silent", [GOOD, GOOD, "-".repeat(40)]],
    ["one-category", [GOOD, "s".repeat(40)]],
    ["few-shared", ["rsrsr", "rsrss"]],
    [
      "disconnected",
      [`${GOOD}${"-".repeat(40)}`, `${GOOD}${"-".repeat(40)}`, `${"-".repeat(40)}${GOOD}`, `${"-".repeat(40)}${GOOD}`],
    ],
  ])("say %s", (id, rows) => {
    expect(idsOf(...rows)).toContain(id);
  });

  it("name the groups that share nothing", () => {
    const [left, right] = [`${GOOD}${"-".repeat(40)}`, `${"-".repeat(40)}${GOOD}`].map(rowOf);
    const ratings = [left, right, left, right].map((row) => row ?? []);
    const table = { categories: STANCE_CATEGORIES, units: 80, ratings };
    const facts = tableFacts(table, { units: "claims", raters: "sources", names: ["A", "B", "C", "D"] });
    expect(raterWarnings(facts).find(({ id }) => id === "disconnected")?.sentence).toContain("A, C; B, D.");
  });
});

describe("the warnings of places", () => {
  const span = (start: number, end: number, label = "C1") => ({ start, end, label });

  it("say whose marks overlap, and that little is marked", () => {
    const annotations = new Map([
      ["a", [span(0, 5), span(3, 8, "C2")]],
      ["b", [span(0, 5)]],
    ]);
    const names = new Map([["a", "Ada"]]);
    const found = placeWarnings({ length: 1000, annotations }, names);
    expect(found.map(({ id }) => id)).toEqual(["overlapping", "unmarked"]);
    expect(found[0]?.sentence).toContain("(Ada)");
    expect(found[1]?.sentence).toContain("99 %");
    expect(placeWarnings({ length: 20, annotations: new Map([["a", [span(0, 5)]]]) }, names)).toEqual([]);
  });
});
