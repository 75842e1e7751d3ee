import type { Analyst } from "../../annotations/model/analyst.ts";
import { EMPTY_SIGNS, EMPTY_STATES } from "../../annotations/model/cell-state.ts";
import type { Project } from "../../annotations/model/project.ts";
import { STANCE_SIGNS, STANCES } from "../../annotations/model/stance.ts";
import type { Cell } from "../../annotations/review/cell.ts";
import type { Matrix } from "../../annotations/review/matrix.ts";
import type { RowSummary } from "../../annotations/review/row-status.ts";
import { amount } from "../../annotations/text/amount.ts";
import { lettered } from "./source-letters.ts";
import { plainText, textTable } from "./text-table.ts";

const LEGEND = [
  ...STANCES.map((stance) => `${STANCE_SIGNS[stance]} ${stance}`),
  "(…) only in a quoted voice",
  "! both in the article's own voice",
  ...EMPTY_STATES.map((state) => `${EMPTY_SIGNS[state]} ${state.replaceAll("-", " ")}`),
].join("   ");

/** The matrix as a table for a terminal: sources by letter, claims in rows, what the signs mean below. */
export function matrixText(project: Project, analyst: Analyst, { sources, rows }: Matrix): string {
  const columns = lettered(sources);
  const legend = columns.map(({ letter, name }) => [letter, name]);
  const header = ["ID", ...columns.map(({ letter }) => letter), "Status", "Supported by", "Claim"];
  const table = rows.map(({ claim, cells, summary }) => [
    claim.displayLabel,
    ...sources.map(({ id }) => signOf(cells.get(id))),
    summary.status.replaceAll("-", " "),
    supportOf(summary),
    claim.text,
  ]);
  return [
    `${plainText(project.file.title)}, as ${plainText(analyst.name)} sees it\n`,
    textTable(legend),
    textTable([header, ...table]),
    `${LEGEND}\n`,
  ].join("\n");
}

/** Who supports a claim: two articles can be one origin, and an article that quotes two speakers is two. */
function supportOf({ supporting, supportingOrigins }: RowSummary): string {
  return supporting === 0 ? "" : `${amount(supporting, "article")}, ${amount(supportingOrigins, "origin")}`;
}

function signOf(cell: Cell | undefined): string {
  if (!cell || cell.kind === "empty") return EMPTY_SIGNS[cell?.state ?? "not-reviewed"];
  const sign = STANCE_SIGNS[cell.stance];
  return `${cell.voice === "attributed" ? `(${sign})` : sign}${cell.conflict ? "!" : ""}`;
}
