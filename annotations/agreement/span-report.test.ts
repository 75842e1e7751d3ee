import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MeasureEntry } from "./measure-entry.ts";
import { layerOf, type Span } from "./span.ts";
import { characterF1, exactF1, overlapF1 } from "./span-f1.ts";
import { spanReport } from "./span-report.ts";
import { uAlpha } from "./u-alpha.ts";

/** Spans as they are drawn: each letter of a line is marked with that letter, `|` ends a span. Several lines may overlap. */
function drawn(...lines: readonly string[]): readonly Span[] {
  return lines.flatMap((line) => {
    let gone = 0;
    const bare = line.split("|").map((part) => {
      const found = [...part.matchAll(/([a-z])\1*/g)].map(({ 0: text, index }) => {
        return { start: gone + index, end: gone + index + text.length, label: text.charAt(0) };
      });
      gone += part.length;
      return found;
    });
    return bare.flat();
  });
}

const LENGTH = 24;
const labels = fc.constantFrom("a", "b");
const span = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 8 }), labels)
  .map(([start, size, label]): Span => ({ start, end: Math.min(LENGTH, start + size), label }));
const spans = fc.array(span, { maxLength: 8 });

/** Spans of one analyst that do not overlap: stretches that follow each other, some of them unmarked. */
const apart = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.option(labels)), { maxLength: 8 })
  .map((stretches) => {
    const result: Span[] = [];
    let start = 0;
    for (const [size, label] of stretches) {
      const end = Math.min(LENGTH, start + size);
      if (label !== null && start < end) result.push({ start, end, label });
      start = end;
    }
    return result;
  });

const report = (annotations: Readonly<Record<string, readonly Span[]>>, length = LENGTH) =>
  spanReport({ length, annotations: new Map(Object.entries(annotations)) });

const brief = ({ id, pair, label, value, n }: MeasureEntry) =>
  [[id, ...(pair ?? []), ...(label === undefined ? [] : [label])].join(" "), value, n] as const;

describe("the statistics of spans", () => {
  it("are those of the pairs, their means, and u-alpha of each label", () => {
    const entries = report(
      {
        // biome-ignore-start format: one text below the other
        anna: drawn("aaaa  aaaa  bbbb  "),
        bruno: drawn("aaaa    aaaaaaaaaa"),
        clara: [],
        // biome-ignore-end format: one text below the other
      },
      18,
    );
    // Anna and Bruno have one span in common out of 3 and 2. Both of Bruno's share characters with Anna's, and two of hers
    // with his. They have marked 12 and 14 characters, and agree on 4 + 2.
    expect(entries.filter(({ id }) => id !== "u-alpha").map(brief)).toEqual([
      ["exact-f1", 2 / 5 / 3, 3],
      ["exact-f1 anna bruno", 2 / 5, 5],
      ["exact-f1 anna clara", 0, 3],
      ["exact-f1 bruno clara", 0, 2],
      ["overlap-f1", 4 / 5 / 3, 3],
      ["overlap-f1 anna bruno", 4 / 5, 5],
      ["overlap-f1 anna clara", 0, 3],
      ["overlap-f1 bruno clara", 0, 2],
      ["character-f1", 12 / 26 / 3, 3],
      ["character-f1 anna bruno", 12 / 26, 26],
      ["character-f1 anna clara", 0, 12],
      ["character-f1 bruno clara", 0, 14],
    ]);
    expect(entries.slice(-3).map(({ id, label, level, n }) => [id, label, level, n])).toEqual([
      ["u-alpha", undefined, "nominal", 18],
      ["u-alpha", "a", "nominal", 18],
      ["u-alpha", "b", "nominal", 18],
    ]);
  });

  it("are not defined where there is nothing to compare", () => {
    const undefinedOnes = (annotations: Readonly<Record<string, readonly Span[]>>) =>
      report(annotations).map(({ id, pair, value, n, reason }) => [id, pair, value, n, reason]);
    const none = "No two analysts can be compared.";
    const ofNobody = ["exact-f1", "overlap-f1", "character-f1"].map((id) => [id, undefined, null, 0, none]);
    const alphaOfNobody = ["u-alpha", undefined, null, LENGTH, "There are no two analysts."];
    expect(undefinedOnes({})).toEqual([...ofNobody, alphaOfNobody]);
    expect(undefinedOnes({ anna: drawn("aa") })).toEqual([...ofNobody, alphaOfNobody, alphaOfNobody]);
    expect(undefinedOnes({ anna: [], bruno: [] }).slice(0, -1)).toEqual(
      ofNobody.flatMap((mean) => [mean, [mean[0], ["anna", "bruno"], null, 0, "Neither has marked anything."]]),
    );
  });

  it("take spans that touch for one in u-alpha of a label, and not for the same in F1", () => {
    const entries = report({ anna: drawn("  aaaaaaaa"), bruno: drawn("  aa|aa|aa|aa") });
    expect(entries.filter(({ pair }) => pair === undefined).map(brief)).toEqual([
      ["exact-f1", 0, 1],
      ["overlap-f1", 1, 1],
      ["character-f1", 1, 1],
      ["u-alpha", 1, LENGTH],
      ["u-alpha a", 1, LENGTH],
    ]);
    const apart = report({ anna: drawn("  aa|aa"), bruno: drawn("aaaa") }).filter(({ id }) => id === "u-alpha");
    const united = report({ anna: drawn("  aaaa"), bruno: drawn("aaaa") }).filter(({ id }) => id === "u-alpha");
    expect(apart.at(1)).toEqual(united.at(1));
    expect(apart.at(0)?.value).toBeLessThan(united.at(0)?.value ?? 0);
    expect(report({ anna: drawn("aa"), bruno: drawn("a|a") }, 2).at(-1)).toMatchObject({
      value: null,
      reason: expect.stringMatching(/^There is no variation: /),
    });
  });

  it("are the same whichever analyst comes first, and whatever is there twice", () => {
    fc.assert(
      fc.property(spans, spans, spans, (anna, bruno, clara) => {
        const values = (entries: readonly MeasureEntry[]) =>
          new Map(entries.map(({ pair, ...entry }) => [`${entry.id} ${entry.label} ${pair?.toSorted()}`, entry]));
        const turned = values(report({ clara, bruno, anna }));
        const doubled = values(report({ anna: [...anna.toReversed(), ...anna], bruno: [...bruno, ...bruno], clara }));
        for (const [key, entry] of values(report({ anna, bruno, clara }))) {
          for (const other of [turned.get(key), doubled.get(key)]) {
            expect(other).toEqual({ ...entry, value: expect.toSatisfy((value) => close(value, entry.value)) });
          }
        }
      }),
    );
  });
});

function close(value: unknown, other: number | null): boolean {
  return value === other || (typeof value === "number" && other !== null && Math.abs(value - other) <= 1e-12);
}

describe("F1", () => {
  it("is what counting gives, from 0 to 1, and higher the less is asked for", () => {
    const inside = (all: readonly Span[], found: (one: Span) => boolean) =>
      [all.filter(found).length, all.length] as const;
    const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end && a.label === b.label;
    const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end && a.label === b.label;
    fc.assert(
      fc.property(spans, spans, (some, others) => {
        const [a, b] = [some, others].map((all) =>
          all.filter((one, i) => all.findIndex((each) => same(each, one)) === i),
        );
        const [cellsOfA, cellsOfB] = [some, others].map((all) => cells(all));
        if (!a || !b || !cellsOfA || !cellsOfB) throw new Error("two analysts");
        const byCounting = [same, meet].map((agree) =>
          harmonic(
            inside(a, (one) => b.some((other) => agree(one, other))),
            inside(b, (one) => a.some((other) => agree(one, other))),
          ),
        );
        const ofCells = harmonic(
          inside(cellsOfA, (one) => cellsOfB.some((other) => same(one, other))),
          inside(cellsOfB, (one) => cellsOfA.some((other) => same(one, other))),
        );
        const values = [exactF1, overlapF1, characterF1].map((of) => valueIn(of(layerOf(some), layerOf(others))));
        for (const [i, expected] of [...byCounting, ofCells].entries()) {
          if (expected === null) expect(values[i]).toBeNull();
          else expect(values[i]).toBeCloseTo(expected, 12);
        }
        const [exact, overlap] = values;
        expect((exact ?? 0) <= (overlap ?? 0)).toBe(true);
      }),
    );
  });

  it("is exactly 1 for the same spans", () => {
    fc.assert(
      fc.property(spans, (all) => {
        for (const of of [exactF1, overlapF1, characterF1])
          expect(valueIn(of(layerOf(all), layerOf(all.toReversed())))).toBe(all.length === 0 ? null : 1);
      }),
    );
  });

  it("does not let spans that touch overlap", () => {
    expect(valueIn(overlapF1(layerOf(drawn("aaa")), layerOf(drawn("   aaa"))))).toBe(0);
    expect(valueIn(overlapF1(layerOf(drawn("aaa")), layerOf(drawn("  aaa"))))).toBe(1);
    expect(valueIn(overlapF1(layerOf(drawn("aaa")), layerOf(drawn("bbb"))))).toBe(0);
  });

  function harmonic(a: readonly [number, number], b: readonly [number, number]): number | null {
    if (a[1] + b[1] === 0) return null;
    const [precision, recall] = [a, b].map(([found, all]) => (all === 0 ? 0 : found / all));
    const sum = (precision ?? 0) + (recall ?? 0);
    return sum === 0 ? 0 : (2 * (precision ?? 0) * (recall ?? 0)) / sum;
  }
});

describe("uAlpha", () => {
  it("is what its definition gives, character by character", () => {
    fc.assert(
      fc.property(fc.array(apart, { minLength: 2, maxLength: 4 }), (layers) => {
        const alpha = valueIn(uAlpha(LENGTH, layers));
        const byDefinition = alphaByDefinition(layers);
        if (alpha === null) expect(byDefinition).toBeNaN();
        else expect(alpha).toBeCloseTo(byDefinition, 12);
      }),
    );
  });

  it("is not available where spans of one analyst overlap", () => {
    expect(uAlpha(9, [drawn("aaa", "  bbb"), drawn("aaa")])).toEqual({
      ...{ kind: "undefined", n: 9, reason: "Spans of one analyst overlap." },
    });
  });

  it("stays exact in a long text with many analysts", () => {
    const length = 1_000_000_000;
    const halves = Array.from({ length: 100 }, () => [{ start: 0, end: length / 2, label: "a" }]);
    expect(uAlpha(length, halves)).toEqual({ kind: "value", value: 1, n: length });
    expect(valueIn(uAlpha(length, [...halves, [{ start: length / 2, end: length, label: "a" }]]))).toBeLessThan(1);
  });
});

/** Krippendorff et al. 2016: coincidences of characters, observed and expected, from single characters and segments. */
function alphaByDefinition(layers: readonly (readonly Span[])[]): number {
  const m = layers.length;
  const rows = layers.map((layer) => {
    return Array.from(
      { length: LENGTH },
      (_, at) => layer.find(({ start, end }) => start <= at && at < end)?.label ?? "-",
    );
  });
  const values = [...new Set(rows.flat())];
  const l = m * LENGTH;
  const of = (value: string) => rows.flat().filter((each) => each === value).length;
  const squares = (value: string) =>
    value === "-"
      ? of(value)
      : layers.flat().reduce((sum, { start, end, label }) => sum + (label === value ? (end - start) ** 2 : 0), 0);
  const all = values.reduce((sum, value) => sum + squares(value), 0);
  let [agreed, expected] = [0, 0];
  for (const value of values) {
    for (const [i, row] of rows.entries())
      for (const [j, other] of rows.entries())
        if (i !== j) agreed += row.filter((each, at) => each === value && other[at] === value).length / (m - 1);
    expected += (l * (of(value) ** 2 - squares(value))) / (l * l - all);
  }
  return values.length < 2 ? Number.NaN : 1 - (l - agreed) / (l - expected);
}

function cells(all: readonly Span[]): readonly Span[] {
  const keys = all.flatMap(({ start, end, label }) =>
    Array.from({ length: end - start }, (_, i) => ({ start: start + i, end: start + i + 1, label })),
  );
  return [...new Map(keys.map((cell) => [`${cell.label}${cell.start}`, cell])).values()];
}

function valueIn(statistic: ReturnType<typeof exactF1>): number | null {
  return statistic.kind === "value" ? statistic.value : null;
}
