import type { Source } from "../model/source.ts";
import { VERDICT_SCALE, type Verdict } from "../model/verdict.ts";
import type { StanceCell } from "../review/cell.ts";
import { cellWords } from "../review/cell-words.ts";
import { relationsIn } from "../review/difference.ts";
import type { MatrixRow } from "../review/matrix.ts";
import { statusReason, statusRule } from "../review/status-rule.ts";
import { amount } from "../text/amount.ts";
import { type Block, given, type Line, paragraph, type Section, section, strong } from "./document.ts";
import { claimLine, claimSectionId, type Material } from "./material.ts";
import { passageBlocks } from "./passage.ts";
import { cellSign, stanceSign, statusSign } from "./signs.ts";
import { silenceWords, silentNotes } from "./silence.ts";
import { sourcesTaking } from "./stance-lines.ts";

/** For each claim to which some source speaks what it means, what the sources together say, and their passages. */
export function claimsSection(material: Material): Section {
  const { spoken } = material;
  const intro =
    spoken.length === 0
      ? "No passage is tied to a claim yet."
      : `${amount(spoken.length, "claim")} to which at least one source speaks, each with the passages behind its status.`;
  return section(
    "claims",
    "Claims and passages",
    [paragraph(intro)],
    spoken.map((row, i) => claimSection(material, row, claimSectionId(i))),
  );
}

function claimSection(material: Material, row: MatrixRow, id: string): Section {
  const { claim, stances, summary } = row;
  const { sources } = material.matrix;
  const silence = silenceWords(material, row);
  return {
    id,
    title: claimLine(claim),
    blocks: [
      paragraph(statusSign(summary.status), `: ${statusReason(summary, sources.length)} `, {
        kind: "small",
        text: `Rule: ${statusRule(summary.status, material.corroboratedBy)}`,
      }),
      ...codebookBlocks(material, row),
      ...contradictions(material, row),
      ...(silence === "" ? [] : [paragraph(silence)]),
      ...silentNotes(material, row),
    ],
    sections: sources.flatMap((source) => {
      const cell = stances.get(source.id);
      return cell ? [cellSection(material, row, source, cell, `${id}-${material.letterOf(source.id)}`)] : [];
    }),
  };
}

/** What counts as the claim, and where it belongs. */
function codebookBlocks({ claimRef, isListed }: Material, { claim }: MatrixRow): readonly Block[] {
  const parent = claim.parent !== undefined && isListed(claim.parent) ? claim.parent : undefined;
  const former = claim.aliases.filter((alias) => alias !== "");
  return [
    ...(parent === undefined ? [] : [paragraph("Part of ", claimRef(parent), ".")]),
    ...(former.length === 0 ? [] : [paragraph("Also called ", given(former.join(", ")), ".")]),
    ...verdictBlocks(claim.verdict),
    ...noteBlock("Note", claim.note),
    ...noteBlock("Counts", claim.include ?? ""),
    ...noteBlock("Does not count", claim.exclude ?? ""),
  ];
}

/** What was found of its truth, in the analyst’s words. */
function verdictBlocks(verdict: Verdict | undefined): readonly Block[] {
  if (!verdict) return [];
  const { rating, value, explanation = "", url = "" } = verdict;
  const words = value === undefined ? rating : `${rating} (${value} of ${VERDICT_SCALE.best})`;
  return noteBlock("Verdict", [words, explanation, url].filter((part) => part !== "").join("\n"));
}

function noteBlock(label: string, text: string): readonly Block[] {
  return text.trim() === "" ? [] : [{ kind: "note", label, text }];
}

/** Which sources contradict which; nothing where none do. */
function contradictions(material: Material, row: MatrixRow): readonly Block[] {
  const { opposite } = relationsIn(row);
  if (opposite === 0) return [];
  const pairs = amount(opposite, "pair of sources contradicts", "pairs of sources contradict");
  return [
    paragraph(
      strong("Disagreement:"),
      " ",
      ...sourcesTaking(material, row, "supports"),
      " ",
      stanceSign("supports"),
      " against ",
      ...sourcesTaking(material, row, "refutes"),
      " ",
      stanceSign("refutes"),
      `; ${pairs} each other.`,
    ),
  ];
}

function cellSection(material: Material, { claim }: MatrixRow, source: Source, cell: StanceCell, id: string): Section {
  const title: Line = [...material.sourceLine(source.id)];
  const note = material.notesOn(claim.id).get(source.id) ?? "";
  return {
    id,
    title,
    blocks: [
      paragraph(cellSign(cell), ` ${cellWords(cell)}`),
      ...cell.evidence.flatMap((evidence) => passageBlocks(material, source, evidence)),
      ...noteBlock("Note on this claim in this source", note),
    ],
    sections: [],
  };
}
