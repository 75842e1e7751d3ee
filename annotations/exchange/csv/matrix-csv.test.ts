import { describe, expect, it } from "vitest";
import { SourceId } from "../../model/id.ts";
import { article } from "../../testing/article.ts";
import { csvRows } from "../../testing/csv-rows.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { written, writtenText } from "../written.ts";
import { longCsv } from "./long-csv.ts";
import { matrixCsv } from "./matrix-csv.ts";

const articles = ["Rivernet", "=Echo", "Rivernet", "Gone"].map((outlet, i) =>
  article("It was [so].", { id: knownId(SourceId, i + 1), order: i, outlet, removed: outlet === "Gone" }),
);
const [river, echo, other, gone] = articles;
if (!river || !echo || !other || !gone) throw new Error("four articles");
const quoted = { voice: "quoted-direct", speaker: "Omar" } as const;
const first = annotationsOf(1, {
  claims: [claim(1), claim(2)],
  marks: [
    mark(1, river, tag(1, 1, "supports"), tag(2, 1, "refutes")),
    mark(2, echo, tag(3, 1, "refutes", { ...quoted, certainty: "possible" })),
    mark(3, gone, tag(4, 1, "supports")),
    mark(4, other),
  ],
  cells: [{ claimId: claim(2).id, sourceId: echo.source.id, state: "not-mentioned", at: AT }],
});
const second = annotationsOf(2, {
  analyst: { ...annotationsOf(2).analyst, name: "Analyst 1" },
  marks: [mark(5, other, tag(5, 2, "mentions"))],
});
const project = projectOf(
  articles.map(({ source }) => source),
  [first, second],
);
const request = { project, sets: project.sets };

describe("matrixCsv", () => {
  it("has a row for each analyst and claim, a column for each article in view, and the status", () => {
    expect(csvRows(writtenText(matrixCsv, request))).toEqual([
      [
        "analyst",
        "claim_id",
        "claim",
        "Rivernet",
        "'=Echo",
        "Rivernet (2)",
        "status",
        "supporting",
        "refuting",
        "origins",
      ],
      [
        "Analyst 1",
        "C1",
        "Claim 1",
        "mixed, conflict",
        "refutes, quoted, hedged",
        "not-reviewed",
        "contested",
        "1",
        "2",
        "2",
      ],
      ["Analyst 1", "C2", "Claim 2", "not-reviewed", "not-mentioned", "not-reviewed", "unaddressed", "0", "0", "0"],
      ["Analyst 1", "C1", "Claim 1", "not-reviewed", "not-reviewed", "not-reviewed", "unaddressed", "0", "0", "0"],
      ["Analyst 1", "C2", "Claim 2", "not-reviewed", "not-reviewed", "mentions", "unaddressed", "0", "0", "1"],
    ]);
  });

  it("says that the marks are summed up", () => {
    expect(written(matrixCsv, request).losses).toContain(
      "3 marks are summed up in cells: places and quotes stay behind.",
    );
  });
});

describe("longCsv", () => {
  it("has a line for each cell in which an analyst sees a stance", () => {
    expect(csvRows(writtenText(longCsv, request))).toEqual([
      ["unit", "coder", "value"],
      ["Rivernet/C1", "Analyst 1", "mixed"],
      ["'=Echo/C1", "Analyst 1", "refutes"],
      ["Rivernet (2)/C2", "Analyst 1 (2)", "mentions"],
    ]);
  });
});
