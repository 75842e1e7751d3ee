import { describe, expect, it } from "vitest";
import type { AnnotationSet } from "../model/annotation-set.ts";
import { ClaimId, SourceId } from "../model/id.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import { blindPhase, phaseCounts, phaseWords } from "./blind-phase.ts";

const [BEFORE, SEEN, AFTER] = ["2022-01-01T00:00:00Z", "2022-01-02T00:00:00Z", "2022-01-03T00:00:00Z"];
const ferry = article("[The] [ferry] [sank].");
const bridge = article("The [bridge] stood.", { id: knownId(SourceId, 2), order: 1 });
const ids = new Set([ferry.source.id, bridge.source.id]);

const silence = (n: number, sourceId: SourceId, at: string) => ({
  ...{ claimId: knownId(ClaimId, n), sourceId, state: "not-mentioned" as const, at },
});

const piece = (n: number) => ({ ...ferry, ranges: ferry.ranges.slice(n, n + 1) });
const early = mark(1, piece(0), tag(1, 1, "supports"), tag(2, 2, "refutes", { at: AFTER }));
const late = { ...mark(2, piece(1), tag(3, 1, "supports")), createdAt: AFTER };
const untagged = { ...mark(3, piece(2)), createdAt: AFTER };
const elsewhere = { ...mark(4, bridge, tag(4, 1, "mixed")), createdAt: AFTER };

const revealed: AnnotationSet = annotationsOf(1, {
  claims: [claim(1), claim(2)],
  marks: [early, late, untagged, elsewhere],
  cells: [silence(1, ferry.source.id, BEFORE), silence(2, ferry.source.id, AFTER)],
  reveals: [{ sourceId: ferry.source.id, at: SEEN }],
});
const blind = annotationsOf(2, { marks: [mark(9, bridge, tag(9, 1, "supports"))] });
const project = frozen(projectOf([ferry.source, bridge.source], [revealed, blind]));
const analysts = project.sets.map(({ analyst }) => analyst);

describe("blindPhase", () => {
  it("leaves out what was made or changed after its analyst had seen the others' work on that source", () => {
    const [first, second] = blindPhase(project).sets;
    expect(first).toEqual({
      ...revealed,
      marks: [{ ...early, tags: early.tags.slice(0, 1) }, elsewhere],
      cells: revealed.cells.slice(0, 1),
    });
    expect(second).toBe(project.sets[1]);
  });
});

describe("phaseCounts", () => {
  it("counts tagged marks and, where it counts, silence, and those after the reveal", () => {
    expect(phaseCounts(project, analysts, ids, true)).toEqual([
      { analyst: revealed.analyst, marks: 3, marksAfter: 2, silences: 2, silencesAfter: 1 },
      { analyst: blind.analyst, marks: 1, marksAfter: 0, silences: 0, silencesAfter: 0 },
    ]);
    expect(phaseCounts(project, analysts, new Set([bridge.source.id]), false)).toEqual([
      { analyst: revealed.analyst, marks: 1, marksAfter: 0, silences: 0, silencesAfter: 0 },
      { analyst: blind.analyst, marks: 1, marksAfter: 0, silences: 0, silencesAfter: 0 },
    ]);
  });
});

describe("phaseWords", () => {
  it("says whether figures come from the blind phase, and what of them does not", () => {
    const counts = phaseCounts(project, analysts, ids, true);
    const late = "2 of 3 marks and 1 of 2 findings of silence by Analyst 1 made or changed after seeing the others’";
    expect(phaseWords(counts, "all")).toBe(`Not all of it was made blind: ${late}.`);
    expect(phaseWords(counts, "blind")).toBe(`Only what was made blind counts: ${late}, left out.`);
    expect(phaseWords(phaseCounts(project, analysts, new Set([bridge.source.id]), true), "all")).toBe(
      "All of it was made blind: nobody had asked to see the others’ marks before.",
    );
  });
});
