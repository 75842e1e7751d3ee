import { EMPTY_SIGNS, EMPTY_STATES } from "../model/cell-state.ts";
import { STANCES } from "../model/stance.ts";
import { SILENCE_RULES } from "../model/stance-scheme.ts";
import type { Cell } from "../review/cell.ts";
import type { MatrixRow } from "../review/matrix.ts";
import { ROW_STATUSES } from "../review/row-status.ts";
import { ORIGIN_RULE, statusRule } from "../review/status-rule.ts";
import { amount } from "../text/amount.ts";
import { type Block, given, joined, type Line, paragraph, type Section, section, type Table } from "./document.ts";
import type { Material } from "./material.ts";
import { originBlocks } from "./origin-lines.ts";
import { cellSign, stanceSign, statusSign } from "./signs.ts";
import { sourcesTaking } from "./stance-lines.ts";
import { stancesChart } from "./stances-chart.ts";

/** The columns have their sources' names where there are no more than these. */
const MOST_NAMED = 8;

/** How many characters of a name stand above a column. */
const LONGEST_NAME = 36;

/** So many sources have a column of their own. */
const MOST_COLUMNS = 12;

/** Claims × sources, what the signs mean, and the rule of the status. */
export function matrixSection(material: Material): Section {
  const { matrix, spoken } = material;
  const known = matrix.rows.filter(isKnown);
  const silent = matrix.rows.length - known.length;
  const left =
    silent > 0
      ? [
          paragraph(
            `${amount(silent, "claim")} without a passage or a finding in any source ${silent === 1 ? "is" : "are"} left out here.`,
          ),
        ]
      : [];
  if (known.length === 0) return section("matrix", "What the sources say", [paragraph(NOTHING), ...left]);
  return section("matrix", "What the sources say", [
    { kind: "table", table: matrixTable(material, known) },
    ...left,
    ...legend(),
    ...statusRules(material),
    ...(spoken.length > 0 ? [stancesChart(material)] : []),
  ]);
}

const NOTHING = "Nobody has marked a passage of any claim, or found that a source is silent.";

/** Whether anybody has found anything, be it silence. */
function isKnown({ cells }: MatrixRow): boolean {
  for (const cell of cells.values()) if (cell.kind === "stance" || cell.state !== "not-reviewed") return true;
  return false;
}

/** With more sources than fit beside each other a column stands for a stance, and has their letters. */
function matrixTable(material: Material, rows: readonly MatrixRow[]): Table {
  const isWide = material.matrix.sources.length > MOST_COLUMNS;
  return {
    caption: isWide
      ? "Claims and sources: who takes which stance, in brackets those that only quote it, and what they say together"
      : "Claims and sources: a sign for what each source says, and what they say together",
    columns: [
      { title: ["Claim"] },
      ...(isWide ? stanceTitles() : sourceTitles(material)).map((title) => ({ title })),
      { title: ["Status"] },
    ],
    rows: rows.map((row) => [
      [material.claimRef(row.claim.id), " ", given(row.claim.text)],
      ...(isWide
        ? STANCES.map((stance) => sourcesTaking(material, row, stance))
        : material.matrix.sources.map(({ id }) => cellLine(row.cells.get(id)))),
      [statusSign(row.summary.status)],
    ]),
  };
}

function stanceTitles(): readonly Line[] {
  return STANCES.map((stance) => [stanceSign(stance), ` ${stance}`]);
}

function sourceTitles({ matrix: { sources }, sourceLine, letterOf }: Material): readonly Line[] {
  return sources.map(({ id }) => (sources.length <= MOST_NAMED ? sourceLine(id, LONGEST_NAME) : [letterOf(id)]));
}

function cellLine(cell: Cell | undefined): Line {
  if (!cell) return [];
  return [cellSign(cell), " ", { kind: "small", text: shortWords(cell) }];
}

function shortWords(cell: Cell): string {
  if (cell.kind === "empty") return cell.state.replaceAll("-", " ");
  const parts = [
    cell.stance,
    cell.voice === "attributed" ? "only quoted" : "",
    cell.hedged ? "hedged" : "",
    cell.conflict ? "contradicts itself" : "",
    cell.evidence.length > 1 ? amount(cell.evidence.length, "passage") : "",
  ];
  return parts.filter(Boolean).join(", ");
}

function legend(): readonly Block[] {
  const marks = ["(…) only in a quoted voice", "! the article contradicts itself", "~ hedged"];
  const states = EMPTY_STATES.map((state): Line => {
    const { name, rule } = SILENCE_RULES[state];
    return [{ kind: "sign", look: state, text: EMPTY_SIGNS[state] }, ` ${name}: ${rule}`];
  });
  return [
    paragraph(
      ...joined(
        [...STANCES.map((stance): Line => [stanceSign(stance), ` ${stance}`]), ...marks.map((mark) => [mark])],
        " · ",
      ),
    ),
    { kind: "list", items: states },
  ];
}

function statusRules(material: Material): readonly Block[] {
  const { corroboratedBy } = material;
  return [
    paragraph(
      `The rule of the status, with the project's threshold of ${amount(corroboratedBy, "independent origin")}:`,
    ),
    {
      kind: "list",
      items: ROW_STATUSES.map((status) => [statusSign(status), `: ${statusRule(status, corroboratedBy)}`]),
    },
    paragraph(ORIGIN_RULE),
    ...originBlocks(material),
  ];
}
