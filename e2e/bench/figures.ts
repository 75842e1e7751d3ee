/** The middle of some figures; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line of a table of figures. */
export interface Line {
  readonly measure: string;
  readonly values: readonly number[];
  readonly unit: string;
  /** The same of plain text without marks, in the same run. */
  readonly floor?: readonly number[];
  /** The most that the figure, or its ratio to the floor, should be. */
  readonly target?: { readonly of: "ratio" | "value"; readonly most: number };
}

/** Prints figures beside their floors and targets. */
export function printTable(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`);
  const head = ["measure", "median", "most", "floor", "ratio", "target", "", "n"];
  const rows = [head, ...lines.map(cells)];
  const widths = head.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  for (const row of rows) console.log(row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  "));
}

function cells({ measure, values, unit, floor, target }: Line): readonly string[] {
  const value = median(values);
  const ratio = floor ? value / median(floor) : Number.NaN;
  const judged = target?.of === "ratio" ? ratio : value;
  return [
    measure,
    `${rounded(value)} ${unit}`,
    rounded(Math.max(...values)),
    floor ? `${rounded(median(floor))} ${unit}` : "",
    floor ? ratio.toFixed(2) : "",
    target ? `≤ ${target.most}${target.of === "ratio" ? " ×" : ` ${unit}`}` : "",
    target ? (judged <= target.most ? "met" : "NOT MET") : "",
    String(values.length),
  ];
}

function rounded(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 1 ? 1 : 3);
}
