import { type ClaimFigures, claimFigures, type Figure, type FigureGroup } from "../figures/claim-figures.ts";
import { valueWords } from "../figures/value-words.ts";
import { stanceCell } from "../review/cell.ts";
import { cellWords } from "../review/cell-words.ts";
import type { Chart } from "./chart.ts";
import { type Block, given, type Line, paragraph, type Section, section, type Table } from "./document.ts";
import { claimLine, type Material } from "./material.ts";
import { cellSign } from "./signs.ts";

/** How many, when and where the sources say, side by side for each claim; nothing where no tag carries a figure. */
export function figuresSection(material: Material): readonly Section[] {
  const found = claimFigures({ rows: material.spoken, sources: material.matrix.sources });
  if (found.length === 0) return [];
  const explained = paragraph(
    "What the passages state, as they state it and as it was understood. In the charts a dot is one number or day, and a bar goes from the least to the most. Hollow: about so many. An arrow: no end is said.",
  );
  return [
    section(
      "figures",
      "Figures",
      [explained],
      found.map((figures, i) => claimSection(material, figures, `figures-${i + 1}`)),
    ),
  ];
}

function claimSection(material: Material, { claim, groups, places }: ClaimFigures, id: string): Section {
  const all = [...groups.flatMap(({ figures }) => figures), ...places];
  const table = figureTable(material, claim.displayLabel, all);
  const charts = groups.map((group, i) => groupChart(material, group, `${id}-${i + 1}`));
  const block: Block = charts.length > 0 ? { kind: "chart", charts, table } : { kind: "table", table };
  return { id, title: claimLine(claim), blocks: [block], sections: [] };
}

function groupChart({ letterOf }: Material, { kind, unit, figures, scale }: FigureGroup, id: string): Chart {
  return {
    kind: "scale",
    id,
    title: kind === "date" ? "When" : unit || "Numbers",
    ticks: scale.ticks,
    rows: figures.flatMap(({ source, value }, i) => {
      const bar = scale.bars[i];
      if (!bar) return [];
      const approximate = value.kind !== "place" && value.approximate === true;
      return [{ label: `${letterOf(source.id)} “${value.words}”`, approximate, ...bar }];
    }),
  };
}

function figureTable({ letterOf }: Material, label: string, figures: readonly Figure[]): Table {
  return {
    caption: `Figures for ${label}`,
    columns: ["Source", "As stated", "Understood as", "Said by"].map((title) => ({ title: [title] })),
    rows: figures.map((figure) => [
      [letterOf(figure.source.id)],
      [given(figure.value.words)],
      [given(valueWords(figure.value))],
      voiceLine(figure),
    ]),
  };
}

function voiceLine(figure: Figure): Line {
  const cell = stanceCell([figure]);
  const { voice, speaker } = figure.tag;
  const named: Line = voice === "own" || speaker === "" ? [] : [": ", given(speaker)];
  return [cellSign(cell), ` ${cellWords(cell).replace(/, 1 passage$/, "")}`, ...named];
}
