import { describe, expect, it } from "vitest";
import { Value } from "../model/value.ts";
import { VALUES } from "../testing/values.ts";
import { draftOfValue, type FigureContext, type FigureDraft, outcomeOf } from "./figure-draft.ts";

const empty: FigureDraft = { words: "", kind: null, unit: null, name: null };
const nowhere: FigureContext = { written: "", units: [] };

function written(draft: Partial<FigureDraft>, context = nowhere) {
  const outcome = outcomeOf({ ...empty, ...draft }, context);
  return outcome.kind === "value" ? Value.parse(outcome.value) : outcome.sentence;
}

describe("outcomeOf", () => {
  it("is the value that the words say, of the kind that was chosen", () => {
    expect(written({ words: " more than 200 people " })).toEqual({
      ...{ kind: "number", words: "more than 200 people", least: 200, leastExcluded: true, most: null, unit: "people" },
    });
    expect(written({ words: "2022" })).toMatchObject({ kind: "date", from: "2022", to: "2022" });
    expect(written({ words: "2022", kind: "number" })).toMatchObject({ kind: "number", least: 2022 });
    expect(written({ words: "in Moura", kind: "place" })).toEqual({
      kind: "place",
      words: "in Moura",
      name: "in Moura",
    });
    expect(written({ words: "in Moura", kind: "place", name: "Moura" })).toMatchObject({ name: "Moura" });
  });

  it("proposes the one unit that the claim has, unless another one was chosen or the figure is measured otherwise", () => {
    const people = { written: "", units: ["people"] };
    const unit = (draft: Partial<FigureDraft>, context: FigureContext) => {
      const value = written(draft, context);
      return typeof value === "object" && value.kind === "number" ? value.unit : value;
    };
    expect(unit({ words: "300 civilians" }, people)).toBe("people");
    expect(unit({ words: "300 civilians", unit: "civilians" }, people)).toBe("civilians");
    expect(unit({ words: "300 civilians", unit: "" }, people)).toBe("");
    expect(unit({ words: "40%" }, people)).toBe("%");
    expect(unit({ words: "two Helicopters" }, { written: "", units: ["men", "helicopters"] })).toBe("helicopters");
    expect(unit({ words: "300 civilians" }, { written: "", units: ["men", "helicopters"] })).toBe("civilians");
  });

  it("says in one sentence what can be written where it is unclear", () => {
    expect(written({})).toMatch(/^Write it as the passage states it/);
    expect(written({ words: "many" })).toMatch(/neither a number nor a date/);
    expect(written({ words: "March 2022", kind: "number" })).toMatch(/no number/);
    expect(written({ words: "many", kind: "date" })).toMatch(/no date/);
    expect(written({ words: "3".repeat(301) })).toMatch(/300 characters at most/);
  });

  it("gives back the value that a draft was made from", () => {
    for (const value of VALUES.filter(({ words }) => words !== "203")) {
      expect(written(draftOfValue(value))).toEqual(value);
    }
  });
});
