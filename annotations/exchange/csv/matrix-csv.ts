import { openSources } from "../../model/project.ts";
import { sourceName } from "../../model/source.ts";
import type { Cell } from "../../review/cell.ts";
import { type Matrix, matrixOf } from "../../review/matrix.ts";
import { distinctNames } from "../distinct-names.ts";
import type { Feature } from "../feature.ts";
import type { ExportRequest, WritableFormat } from "../format.ts";
import { cellLosses } from "./cell-loss.ts";
import { csvLines } from "./csv-table.ts";

/** Pieces and stances are summed up and not left behind; what that loses is said apart. */
const CARRIED: ReadonlySet<Feature> = new Set<Feature>([
  "marks",
  "analysts",
  "claim-texts",
  "pieces",
  "stance",
  "cells",
]);

/**
 * Claims in rows and articles in columns, as Review shows them, with the status of each row. Where several analysts go out,
 * their rows stand below each other, told apart by the first column.
 */
export const matrixCsv: WritableFormat = {
  id: "csv-matrix",
  name: "Claims × articles (CSV)",
  description:
    "The matrix of Review: what each article says of each claim, and the status of the claim. For spreadsheets.",
  shape: "file",
  extension: "csv",
  mediaType: "text/csv",
  carries: CARRIED,
  options: [{ id: "bom", description: "Begin with a byte order mark, by which spreadsheets know UTF-8" }],
  write: (request, options) => ({
    files: [
      {
        path: "",
        content: csvLines({ header: headerOf(request), rows: rowsOf(request), hasMark: options.has("bom") }),
      },
    ],
    losses: cellLosses(request),
  }),
};

function headerOf({ project }: ExportRequest): readonly string[] {
  const names = distinctNames(openSources(project).map(sourceName));
  return ["analyst", "claim_id", "claim", ...names, "status", "supporting", "refuting", "origins"];
}

function* rowsOf({ project, sets }: ExportRequest): Generator<readonly string[]> {
  for (const { analyst } of sets) {
    for (const row of rowsOfMatrix(matrixOf(project, analyst.id))) yield [analyst.name, ...row];
  }
}

function* rowsOfMatrix({ rows }: Matrix): Generator<readonly string[]> {
  for (const { claim, cells, summary } of rows) {
    const { status, supporting, refuting, origins } = summary;
    const counts = [supporting, refuting, origins].map(String);
    yield [claim.displayLabel, claim.text, ...[...cells.values()].map(cellText), status, ...counts];
  }
}

/** `supports`, `supports, quoted` where the article has it from others only, or why the cell is empty. */
function cellText(cell: Cell): string {
  if (cell.kind === "empty") return cell.state;
  const parts = [
    cell.stance,
    cell.voice === "own" ? "" : "quoted",
    cell.hedged ? "hedged" : "",
    cell.conflict ? "conflict" : "",
  ];
  return parts.filter(Boolean).join(", ");
}
