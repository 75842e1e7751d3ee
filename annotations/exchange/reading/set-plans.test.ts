import { describe, expect, it } from "vitest";
import { AnalystId, SourceId } from "../../model/id.ts";
import { article } from "../../testing/article.ts";
import { frozen } from "../../testing/frozen.ts";
import { knownId } from "../../testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import type { ReadAnnotations, ReadMark } from "./read-annotations.ts";
import { isEachNamed, planTogether, setForEach, setPlan } from "./set-plans.ts";

const ferry = article("The [ferry] sank.", { title: "The Ferry" });
const [FIRST, SECOND] = [knownId(AnalystId, 1), knownId(AnalystId, 2)];
const own = annotationsOf(1, { claims: [claim(1)], marks: [mark(1, ferry, tag(1, 1, "supports"))] });
const project = frozen(projectOf([ferry.source], [own, annotationsOf(2)]));

function readMark(analyst: string | undefined, quote = "ferry"): ReadMark {
  return {
    ...{ at: "line 1", source: "s1", ranges: [{ quote }], tags: [{ label: "l1", stance: "supports" }] },
    ...(analyst !== undefined && { analyst }),
  };
}

function readOf(more: Partial<ReadAnnotations> = {}): ReadAnnotations {
  return {
    ...{ sources: [{ key: "s1", id: knownId(SourceId, 1) }], analysts: [], marks: [], cells: [] },
    ...{ origins: [], progress: [], speakers: [], problems: [] },
    claims: [{ key: "c1", label: "C1" }],
    labels: [{ key: "l1", name: "C1", claim: "c1", stance: null }],
    ...more,
  };
}

describe("setForEach", () => {
  const analysts = [
    { key: "a", id: FIRST.toUpperCase(), name: "Renamed" },
    { key: "b", name: " Analyst 2 " },
    { key: "c", name: "Chloé" },
    { key: "d", name: "Chloé" },
    { key: "e", name: "  " },
  ];
  const shown = (from?: ReadonlySet<string>) =>
    setForEach(project, { analysts }, from).map((target) => [target.analyst.name, [...(target.from ?? [])].join("")]);

  it("finds who is here by id, then name, makes one set for a new name, and names the nameless", () => {
    expect(shown()).toEqual([
      ["Analyst 1", "a"],
      ["Analyst 2", "b"],
      ["Chloé", "cd"],
      ["Unnamed", "e"],
    ]);
    expect(setForEach(project, { analysts }).map(({ analyst }) => analyst.id)).toEqual([
      FIRST,
      SECOND,
      expect.any(String),
      expect.any(String),
    ]);
  });

  it("leaves out whom nobody wants", () => {
    expect(shown(new Set(["d"]))).toEqual([["Chloé", "d"]]);
    expect(shown(new Set())).toEqual([]);
  });
});

describe("isEachNamed", () => {
  const analysts = [{ key: "a", name: "Anna" }];

  it("is so only where every mark and finding names somebody whom the files know", () => {
    const cell = { at: "line 2", claim: "c1", source: "s1", state: "not-mentioned" as const };
    expect(isEachNamed(readOf({ analysts, marks: [readMark("a")] }))).toBe(true);
    expect(isEachNamed(readOf({ analysts, marks: [readMark("a"), readMark(undefined)] }))).toBe(false);
    expect(isEachNamed(readOf({ analysts, marks: [readMark("x")] }))).toBe(false);
    expect(isEachNamed(readOf({ analysts, cells: [cell] }))).toBe(false);
    expect(isEachNamed(readOf())).toBe(false);
  });
});

describe("planTogether", () => {
  it("is what the plans of all sets do, in the order of the files", () => {
    const analysts = [
      { key: "a", id: FIRST, name: "Analyst 1" },
      { key: "b", id: SECOND, name: "Analyst 2" },
    ];
    const marks = [readMark("b"), readMark("a"), readMark("b", "nowhere")];
    const read = readOf({ analysts, marks });
    const none = { sources: new Map(), labels: new Map(), accepted: new Set<never>(), placed: new Map() };
    const plans = setForEach(project, read).map((target) =>
      setPlan(project, read, target, { ...none, conflicts: "both" }, new Map()),
    );
    expect(plans.map(({ isNew, plan }) => [isNew, plan.marks.map(({ fate }) => fate)])).toEqual([
      [false, ["same"]],
      [false, ["new", "unplaced"]],
    ]);
    const all = planTogether(plans);
    expect(all?.marks.map(({ index, fate }) => [index, fate])).toEqual([
      [0, "new"],
      [1, "same"],
      [2, "unplaced"],
    ]);
    expect([all?.left, planTogether([])]).toEqual([0, undefined]);
  });
});
