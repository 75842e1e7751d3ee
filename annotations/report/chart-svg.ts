import { STANCE_SIGNS, STANCES, type Stance } from "../model/stance.ts";
import { amount } from "../text/amount.ts";
import type { Bar, Chart, HeatCell, ScaleRow } from "./chart.ts";
import { htmlText } from "./html-text.ts";
import { shortened } from "./shortened.ts";

/** Lengths in the units of the drawings. */
const WIDTH = 720;
const BAR = { height: 20, step: 28 };
/** Room for the labels at the left: so much for each character, within these bounds. */
const LABEL = { character: 9, least: 44, most: 190 };
const HEAT = { cell: 62, left: 34, top: 26 };
const SCALE = { left: 230, right: 24, step: 26, axis: 24 };

/** So many characters of a label have room beside a scale. */
const SCALE_LABEL = 30;

/** Narrower than this, a value on a scale is a dot. */
const LEAST_VALUE = 8;

/** The least length of a segment in which its sign and count have room. */
const READABLE = 26;

/** A chart as inline SVG: no script, no reference to anything outside, every text escaped, legible without colours. */
export function chartSvg(chart: Chart): string {
  switch (chart.kind) {
    case "bars":
      return barsSvg(chart);
    case "heat":
      return heatSvg(chart);
    case "scale":
      return scaleSvg(chart);
    default:
      return chart satisfies never;
  }
}

function svg(chart: Chart, width: number, height: number, parts: readonly string[]): string {
  const id = htmlText(chart.id);
  return [
    `<svg class="chart ${chart.kind}" role="img" aria-labelledby="${id}-title" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="${id}-title">${htmlText(chart.title)}. The table below has its figures.</title>`,
    ...parts,
    "</svg>",
  ].join("\n");
}

function barsSvg(chart: Extract<Chart, { kind: "bars" }>): string {
  const { bars, total, id } = chart;
  const longest = bars.reduce((most, { label }) => Math.max(most, label.length), 0);
  const left = Math.min(LABEL.most, Math.max(LABEL.least, longest * LABEL.character + 8));
  const unit = (WIDTH - left - 1) / Math.max(1, total);
  return svg(chart, WIDTH, bars.length * BAR.step + 4, [
    patterns(id),
    ...bars.map((bar, i) => barSvg(bar, i * BAR.step + 4, { left, unit, total, id })),
  ]);
}

interface Scale {
  /** Where the bars begin. */
  readonly left: number;
  readonly unit: number;
  readonly total: number;
  readonly id: string;
}

function barSvg({ label, counts }: Bar, y: number, { left, unit, total, id }: Scale): string {
  const middle = y + BAR.height / 2;
  const parts = [
    `<text class="label" x="0" y="${middle}">${htmlText(label)}</text>`,
    `<rect class="whole" x="${left}" y="${y}" width="${length(total * unit)}" height="${BAR.height}"/>`,
  ];
  let x = left;
  for (const stance of STANCES) {
    const width = counts[stance] * unit;
    if (width > 0) parts.push(segmentSvg(stance, counts[stance], { x, y, width, id }));
    x += width;
  }
  return parts.join("");
}

interface Segment {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly id: string;
}

function segmentSvg(stance: Stance, count: number, { x, y, width, id }: Segment): string {
  const place = `x="${length(x)}" y="${y}" width="${length(width)}" height="${BAR.height}"`;
  const text = `<text x="${length(x + width / 2)}" y="${y + BAR.height / 2}" text-anchor="middle">${STANCE_SIGNS[stance]} ${count}</text>`;
  return [
    `<rect class="segment ${stance}" ${place}/>`,
    PATTERNS[stance] === "" ? "" : `<rect class="hatch ${stance}" ${place} fill="url(#${htmlText(id)}-${stance})"/>`,
    width >= READABLE ? text : "",
  ].join("");
}

/** What tells the stances apart where there are no colours: lines, a grid, dots, nothing. */
const PATTERNS: Readonly<Record<Stance, string>> = {
  supports: "",
  refutes: '<path d="M-2 2 2 -2M0 8 8 0M6 10 10 6"/>',
  mixed: '<path d="M0 4H8M4 0V8"/>',
  questions: '<path d="M4 4h.01"/>',
  mentions: "",
};

function patterns(id: string): string {
  const all = STANCES.filter((stance) => PATTERNS[stance] !== "").map(
    (stance) =>
      `<pattern id="${htmlText(id)}-${stance}" class="hatch ${stance}" width="8" height="8" patternUnits="userSpaceOnUse">${PATTERNS[stance]}</pattern>`,
  );
  return `<defs>${all.join("")}</defs>`;
}

function heatSvg(chart: Extract<Chart, { kind: "heat" }>): string {
  const { names, rows } = chart;
  const most = rows.reduce((top, row) => row.reduce((found, { opposite }) => Math.max(found, opposite), top), 1);
  const width = HEAT.left + (names.length - 1) * HEAT.cell + 2;
  const parts = names.slice(1).map((name, i) => {
    const x = HEAT.left + i * HEAT.cell + HEAT.cell / 2;
    return `<text class="label" x="${x}" y="${HEAT.top / 2}" text-anchor="middle">${htmlText(name)}</text>`;
  });
  for (const [i, row] of rows.entries()) {
    const y = HEAT.top + i * (HEAT.cell / 2);
    parts.push(
      `<text class="label" x="${HEAT.left - 10}" y="${y + HEAT.cell / 4}" text-anchor="end">${htmlText(names[i] ?? "")}</text>`,
    );
    for (const [j, cell] of row.entries()) parts.push(heatCellSvg(cell, HEAT.left + (i + j) * HEAT.cell, y, most));
  }
  return svg(chart, width, HEAT.top + rows.length * (HEAT.cell / 2) + 2, parts);
}

/** The stronger the shade, the more opposite claims; never so strong that the figure on it is not read. */
function heatCellSvg({ opposite, shared }: HeatCell, x: number, y: number, most: number): string {
  const shade = length((opposite / most) * 0.4);
  const middle = `x="${x + HEAT.cell / 2}" y="${y + HEAT.cell / 4}"`;
  return [
    `<g><title>${amount(opposite, "opposite claim")} of ${shared} that both address</title>`,
    `<rect class="heat-cell" x="${x}" y="${y}" width="${HEAT.cell}" height="${HEAT.cell / 2}" fill-opacity="${shade}"/>`,
    shared === 0
      ? `<text class="none" ${middle} text-anchor="middle">–</text>`
      : `<text ${middle} text-anchor="middle">${opposite} of ${shared}</text>`,
    "</g>",
  ].join("");
}

function scaleSvg(chart: Extract<Chart, { kind: "scale" }>): string {
  const { rows, ticks } = chart;
  const height = rows.length * SCALE.step;
  return svg(chart, WIDTH, height + SCALE.axis, [
    ...ticks.map(({ at, label, labelAt }) => {
      const line = `<path class="grid" d="M${place(at)} 0V${height}"/>`;
      return `${line}<text x="${place(labelAt)}" y="${height + SCALE.axis / 2}" text-anchor="middle">${htmlText(label)}</text>`;
    }),
    ...rows.map((row, i) => valueSvg(row, i * SCALE.step + SCALE.step / 2)),
  ]);
}

/** A share of the width as the place on a scale. */
function place(share: number): string {
  return length(SCALE.left + share * (WIDTH - SCALE.left - SCALE.right));
}

function valueSvg({ label, approximate, from, to, openFrom, openTo }: ScaleRow, y: number): string {
  const look = approximate ? "value approximate" : "value";
  const [start, end] = [place(from), place(to)];
  const text = `<text class="label" x="0" y="${y}">${htmlText(shortened(label, SCALE_LABEL))}</text>`;
  const width = Number(end) - Number(start);
  if (openFrom || openTo)
    return `${text}<path class="${look} open" d="${openPath({ start, end, y, openFrom, openTo })}"/>`;
  if (width < LEAST_VALUE) {
    return `${text}<circle class="${look}" cx="${length(Number(start) + width / 2)}" cy="${y}" r="5.5"/>`;
  }
  return `${text}<rect class="${look}" x="${start}" y="${y - 5}" width="${length(width)}" height="10" rx="2"/>`;
}

interface OpenLine extends Pick<ScaleRow, "openFrom" | "openTo"> {
  readonly start: string;
  readonly end: string;
  readonly y: number;
}

/** A line with an arrow at each end that is open, and a stroke across at one that is said. */
function openPath({ start, end, y, openFrom, openTo }: OpenLine): string {
  const across = (x: string) => `M${x} ${y - 6}V${y + 6}`;
  const head = (x: string, way: number) => `M${x} ${y - 5}l${6 * way} 5l${-6 * way} 5`;
  return `M${start} ${y}H${end}${openFrom ? head(start, -1) : across(start)}${openTo ? head(end, 1) : across(end)}`;
}

/** A length with two decimals at most. */
function length(value: number): string {
  return String(Math.round(value * 100) / 100);
}
