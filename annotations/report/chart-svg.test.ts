import { describe, expect, it } from "vitest";
import type { Chart } from "./chart.ts";
import { chartSvg } from "./chart-svg.ts";

const NONE = { supports: 0, refutes: 0, mixed: 0, questions: 0, mentions: 0 };

/** The numbers of an attribute, in order. */
function numbers(svg: string, selector: RegExp): readonly number[] {
  return [...svg.matchAll(selector)].map(([, value]) => Number(value));
}

describe("chartSvg", () => {
  const bars: Chart = {
    ...{ kind: "bars", id: "b", title: "Stances", total: 4 },
    bars: [{ label: "C<1>", counts: { ...NONE, supports: 2, refutes: 1 } }],
  };

  it("has a segment for each stance, as long as its share of all sources, with sign and count", () => {
    const svg = chartSvg(bars);
    const [whole = 0] = numbers(svg, /class="whole"[^>]* width="([\d.]+)"/g);
    const segments = numbers(svg, /class="segment [a-z]+"[^>]* width="([\d.]+)"/g);
    expect(segments.map((width) => Math.round((width / whole) * 100) / 100)).toEqual([0.5, 0.25]);
    expect([...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text)).toEqual(["C&lt;1&gt;", "+ 2", "− 1"]);
  });

  it("tells stances apart by a pattern too", () => {
    expect(chartSvg(bars)).toContain('fill="url(#b-refutes)"');
  });

  it("leaves out the figure of a segment that has no room for it", () => {
    const many: Chart = { ...bars, total: 400 };
    expect(chartSvg(many)).not.toContain("+ 2");
  });

  it("draws a value as a dot, a bar or an arrow, hollow where it is about so many", () => {
    const value = { approximate: false, openFrom: false, openTo: false };
    const scale: Chart = {
      ...{ kind: "scale", id: "s", title: "people" },
      ticks: [
        { at: 0, label: "0", labelAt: 0 },
        { at: 1, label: "400", labelAt: 1 },
      ],
      rows: [
        { ...value, label: "A “203”", from: 0.5, to: 0.5 },
        { ...value, label: "B “300–400”", from: 0.75, to: 1, approximate: true },
        { ...value, label: "C “more than 200, or so they said to us”", from: 0.5, to: 1, openTo: true },
      ],
    };
    const svg = chartSvg(scale);
    expect([...svg.matchAll(/<(\w+) class="(value[^"]*)"/g)].map(([, shape, look]) => [shape, look])).toEqual([
      ["circle", "value"],
      ["rect", "value approximate"],
      ["path", "value open"],
    ]);
    const [left = 0, right = 0] = numbers(svg, /class="grid" d="M([\d.]+)/g);
    expect(numbers(svg, /cx="([\d.]+)"/g)).toEqual([(left + right) / 2]);
    expect(svg).toContain("C “more than 200, or so they…</text>");
  });

  it("shades pairs by their opposite claims and writes the figures on them", () => {
    const heat: Chart = {
      ...{ kind: "heat", id: "h", title: "Pairs", names: ["A", "B", "C"] },
      rows: [
        [
          { opposite: 2, shared: 3 },
          { opposite: 0, shared: 0 },
        ],
        [{ opposite: 1, shared: 1 }],
      ],
    };
    const svg = chartSvg(heat);
    expect(numbers(svg, /fill-opacity="([\d.]+)"/g)).toEqual([0.4, 0, 0.2]);
    const texts = [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text);
    expect(texts).toEqual(["B", "C", "A", "2 of 3", "–", "B", "1 of 1"]);
  });
});
