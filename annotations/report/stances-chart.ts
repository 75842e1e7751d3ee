import { EMPTY_STATES, type EmptyState } from "../model/cell-state.ts";
import { STANCE_SIGNS, STANCES, type Stance } from "../model/stance.ts";
import { SILENCE_RULES } from "../model/stance-scheme.ts";
import type { MatrixRow } from "../review/matrix.ts";
import type { Bar, Chart } from "./chart.ts";
import type { Block, Line } from "./document.ts";
import type { Material } from "./material.ts";

/** How many bars stand in one drawing, so that it fits a page. */
const BARS_TOGETHER = 25;

/** How many sources take which stance on each claim: bars, and the table behind them. */
export function stancesChart({ spoken, matrix: { sources }, claimRef }: Material): Block {
  const bars = spoken.map((row): Bar => ({ label: row.claim.displayLabel, counts: stancesIn(row) }));
  return {
    kind: "chart",
    charts: parts(bars).map(
      (part, i): Chart => ({
        kind: "bars",
        id: `stances-${i + 1}`,
        title: "How many sources take which stance on each claim, in either voice; the outline stands for all sources",
        total: sources.length,
        bars: part,
      }),
    ),
    table: {
      caption: "Sources by what they say of each claim, in either voice; in brackets those that only quote it",
      columns: [
        { title: ["Claim"] },
        ...STANCES.map((stance) => ({ title: [`${STANCE_SIGNS[stance]} ${stance}`], numeric: true })),
        ...EMPTY_STATES.toReversed().map((state) => ({ title: [SILENCE_RULES[state].name], numeric: true })),
      ],
      rows: spoken.map((row) => [[claimRef(row.claim.id)], ...countLines(row)]),
    },
  };
}

function stancesIn({ stances }: MatrixRow): Bar["counts"] {
  const counts: Record<Stance, number> = { supports: 0, refutes: 0, mixed: 0, questions: 0, mentions: 0 };
  for (const { stance } of stances.values()) counts[stance]++;
  return counts;
}

function countLines({ stances, cells }: MatrixRow): readonly Line[] {
  const silent: Record<EmptyState, number> = { "not-reviewed": 0, "not-mentioned": 0, "not-applicable": 0 };
  for (const cell of cells.values()) if (cell.kind === "empty") silent[cell.state]++;
  return [
    ...STANCES.map((stance): Line => {
      const found = [...stances.values()].filter((cell) => cell.stance === stance);
      const quoted = found.filter(({ voice }) => voice === "attributed").length;
      return [quoted > 0 ? `${found.length} (${quoted})` : `${found.length}`];
    }),
    ...EMPTY_STATES.toReversed().map((state): Line => [`${silent[state]}`]),
  ];
}

function parts<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / BARS_TOGETHER) }, (_, i) =>
    items.slice(i * BARS_TOGETHER, (i + 1) * BARS_TOGETHER),
  );
}
