import { describe, expect, it } from "vitest";
import type { Value } from "../model/value.ts";
import { matrixSaying } from "../testing/matrix.ts";
import { tag } from "../testing/project.ts";
import { claimFigures, unitsIn } from "./claim-figures.ts";

const count = (words: string, least: number | null, most: number | null, unit: string): Value => ({
  ...{ kind: "number", words, least, most, unit },
});
const range = count("300–400", 300, 400, "people");
const exact = count("203", 203, 203, " People");
const guns = count("two", 2, 2, "helicopters");
const open = count("more than 200", 200, null, "people");
const day: Value = { kind: "date", words: "27 March 2022", from: "2022-03-27", to: "2022-03-27" };
const place: Value = { kind: "place", words: "in Moura", name: "Moura" };

function saying(...values: readonly Value[]) {
  return values.map((value) => ({ stance: "supports" as const, value }));
}

const matrix = matrixSaying({
  rows: [
    [saying(range, guns), saying(open, exact), "supports"],
    [saying(day), saying(place), saying(day)],
    ["refutes", null, null],
  ],
  sources: [{ outlet: "Herald" }, { outlet: "Post" }, { outlet: "Times" }],
});

describe("claimFigures", () => {
  const [first, second, ...others] = claimFigures(matrix);

  it("puts numbers of one unit on one scale, others on their own, in the order of the sources", () => {
    expect(others).toEqual([]);
    expect(first?.claim.label).toBe("C1");
    expect(
      first?.groups.map(({ unit, figures }) => [unit, figures.map((one) => [one.source.outlet, one.value.words])]),
    ).toEqual([
      [
        "people",
        [
          ["Herald", "300–400"],
          ["Post", "more than 200"],
          ["Post", "203"],
        ],
      ],
      ["helicopters", [["Herald", "two"]]],
    ]);
    const [people] = first?.groups ?? [];
    expect(people?.scale.bars).toHaveLength(3);
    expect(people?.scale.ticks.at(-1)?.label).toBe("400");
  });

  it("has dates on a scale of time, and places by themselves", () => {
    expect(second?.groups.map(({ kind, figures }) => [kind, figures.length])).toEqual([["date", 2]]);
    expect(second?.places.map(({ value, source }) => [value, source.outlet])).toEqual([[place, "Post"]]);
  });
});

describe("unitsIn", () => {
  it("names each unit once, as it was first written", () => {
    const tags = [range, exact, guns, day].map((value, i) => tag(i, 1, "supports", { value }));
    expect(unitsIn(tags)).toEqual(["people", "helicopters"]);
  });
});
