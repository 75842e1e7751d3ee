import { describe, expect, it } from "vitest";
import { matrixSaying } from "../testing/matrix.ts";
import { ALL_ROWS, columnList, type RowWish, rowList } from "./row-list.ts";

const { rows } = matrixSaying({
  rows: [
    ["supports", "supports", null],
    ["supports", "mentions", null],
    ["supports", "refutes", "mixed"],
    [null, null, "refutes"],
    ["supports", "refutes", null],
  ],
});

function labels(wish: Partial<RowWish>): readonly string[] {
  return rowList(rows, { ...ALL_ROWS, ...wish }).rows.map(({ row }) => row.claim.displayLabel);
}

describe("columnList", () => {
  it("keeps the order of the panes, or goes by date with what has none at the end", () => {
    const dates = ["2022-11-23", "", "2022-03"];
    const { sources } = matrixSaying({ rows: [["supports"]], sources: dates.map((date) => ({ date })) });
    const ordered = (columns: RowWish["columns"]) => columnList(sources, { columns }).map(({ date }) => date);
    expect(ordered("panes")).toEqual(dates);
    expect(ordered("date")).toEqual(["2022-03", "2022-11-23", ""]);
  });
});

describe("rowList", () => {
  it("leaves the rows as they are listed", () => {
    expect(labels({})).toEqual(["C1", "C2", "C3", "C4", "C5"]);
  });

  it("puts first what the sources contradict each other about, and keeps the order of what differs as much", () => {
    expect(labels({ sort: "difference" })).toEqual(["C3", "C5", "C2", "C1", "C4"]);
  });

  it("puts claims below their parents, and says how deep", () => {
    const [first, second, third] = rows;
    if (!first || !second || !third) throw new Error("no rows");
    const below = { ...third, claim: { ...third.claim, parent: first.claim.id } };
    const { rows: listed } = rowList([first, second, below], { ...ALL_ROWS, sort: "parents" });
    expect(listed.map(({ row, level }) => [row.claim.displayLabel, level])).toEqual([
      ["C1", 1],
      ["C3", 2],
      ["C2", 1],
    ]);
  });

  it("folds the rows on which all agree, and says how many", () => {
    expect(labels({ foldAgreeing: true })).toEqual(["C2", "C3", "C4", "C5"]);
    expect(rowList(rows, { ...ALL_ROWS, foldAgreeing: true }).folded).toBe(1);
  });

  it("finds a status, and every word of a claim", () => {
    expect(labels({ status: "contested" })).toEqual(["C3", "C5"]);
    expect(labels({ words: "CLAIM 4" })).toEqual(["C4"]);
    expect(labels({ words: "claim nowhere" })).toEqual([]);
  });
});
