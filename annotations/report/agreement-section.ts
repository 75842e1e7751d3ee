import { phaseWords } from "../agreement/blind-phase.ts";
import {
  AGREEMENT_LEVELS,
  type AgreementLevel,
  type AnalystsAgreement,
  agreementOfAnalysts,
} from "../agreement/levels/agreement-of-analysts.ts";
import type { MeasureEntry } from "../agreement/measure-entry.ts";
import { measureName, valueWords } from "../agreement/measure-words.ts";
import { codingAnalysts } from "../model/project.ts";
import type { Source } from "../model/source.ts";
import { given, joined, type Line, paragraph, type Section, section, type Table } from "./document.ts";
import type { Material } from "./material.ts";

/** How far the analysts of the project agree; nothing where only one has marked anything. */
export function agreementSection(material: Material): readonly Section[] {
  const analysts = codingAnalysts(material.project);
  if (analysts.length < 2) return [];
  const agreement = agreementOfAnalysts(material.project, analysts, "own");
  const names = joined(
    analysts.map(({ name }) => [given(name)]),
    ", ",
  );
  return [
    section("agreement", "Agreement of the analysts", [
      paragraph(
        "Of all who have marked anything: ",
        ...names,
        ". The rest of this report is the layer of one of them. A measure of agreement says how far they read alike, and nothing of the sources. n counts pairs of analysts for F1, Jaccard and Light’s kappa, characters for u-alpha, and cells for the others. Measures of each pair and each claim are left to parallax agreement.",
      ),
      ...AGREEMENT_LEVELS.flatMap((level) => [
        paragraph(
          fromWords(material, agreement, level),
          " ",
          given(phaseWords(agreement.phases[level], agreement.phase)),
        ),
        { kind: "table" as const, table: levelTable(level, agreement.measures[level]) },
      ]),
    ]),
  ];
}

const NAMES: Readonly<Record<AgreementLevel, string>> = {
  place: "Where they mark",
  claim: "Which claims they find",
  stance: "Which stances they see",
};

/** What the measures of a level are made from. */
function fromWords(material: Material, { worked, completed }: AnalystsAgreement, level: AgreementLevel): string {
  switch (level) {
    case "place":
      return `Places: marks for the same claims, in the articles in which all have worked (${letters(material, worked)}).`;
    case "claim":
      return `Claims: whether a claim is tagged in an article, in those that all have completed (${letters(material, completed)}).`;
    case "stance":
      return "Stances: cells in which several see a stance in the article's own voice; questions and mentions count as neutral.";
    default:
      return level satisfies never;
  }
}

function letters({ letterOf }: Material, sources: readonly Source[]): string {
  return (
    sources
      .map(({ id }) => letterOf(id))
      .sort()
      .join(", ") || "none yet"
  );
}

/** The measures of all analysts and claims together. */
function levelTable(level: AgreementLevel, measures: readonly MeasureEntry[]): Table {
  return {
    caption: NAMES[level],
    columns: [
      { title: ["Measure"] },
      { title: ["Value"], numeric: true },
      { title: ["95 % interval"] },
      { title: ["n"], numeric: true },
      { title: ["Remarks"] },
    ],
    rows: measures.filter(({ pair, label }) => !pair && label === undefined).map(measureRow),
  };
}

function measureRow(entry: MeasureEntry): readonly Line[] {
  const { interval, n, reason, noInterval } = entry;
  const [low, high] = [interval?.low ?? null, interval?.high ?? null].map((value) => valueWords({ value }));
  return [
    [measureName(entry)],
    [valueWords(entry)],
    [interval ? `${low} to ${high}` : "–"],
    [n.toLocaleString("en")],
    [reason ?? noInterval ?? interval?.caution ?? ""],
  ];
}
