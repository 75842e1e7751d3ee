import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import type { AnnotationSet } from "./annotation-set.ts";
import { blindSources, sightOf, visibleTo } from "./blindness.ts";
import { AnalystId, ClaimId, SourceId } from "./id.ts";

const ferry = article("The [ferry] sank.", { id: knownId(SourceId, 1) });
const bridge = article("The [bridge] stood.", { id: knownId(SourceId, 2), order: 1 });
const [ferryId, bridgeId] = [ferry.source.id, bridge.source.id];
const [anna, bruno] = [knownId(AnalystId, 1), knownId(AnalystId, 2)];
const LATER = "2022-01-02T00:00:00Z";

function projectWith(own: Partial<AnnotationSet>, adjudicator?: AnalystId) {
  const settings = { corroboratedBy: 2, ...(adjudicator ? { adjudicator } : {}) };
  return frozen(projectOf([ferry.source, bridge.source], [annotationsOf(1, own), others], { settings }));
}

const silence = (sourceId: SourceId) => ({
  claimId: knownId(ClaimId, 1),
  sourceId,
  state: "not-mentioned" as const,
  at: AT,
});

const others = annotationsOf(2, {
  claims: [claim(1)],
  marks: [mark(1, ferry, tag(1, 1, "supports")), mark(2, bridge, tag(2, 1, "refutes"))],
  cells: [silence(ferryId), silence(bridgeId)],
});

describe("sightOf", () => {
  it("is blind from the start, done or not, until the analyst chooses to see the others' work on the source", () => {
    const done = [{ sourceId: ferryId, at: AT }];
    const reveals = [{ sourceId: ferryId, at: LATER }];
    expect(sightOf(projectWith({}), anna, ferryId)).toEqual({ kind: "blind", done: null });
    expect(sightOf(projectWith({ done }), anna, ferryId)).toEqual({ kind: "blind", done: AT });
    const revealed = projectWith({ done, reveals });
    expect(sightOf(revealed, anna, ferryId)).toEqual({ kind: "revealed", done: AT, since: LATER });
    expect(sightOf(revealed, bruno, ferryId)).toEqual({ kind: "blind", done: null });
    expect(blindSources(revealed, anna)).toEqual([bridge.source]);
  });

  it("stays revealed when the analyst is not done after all", () => {
    const reveals = [{ sourceId: ferryId, at: LATER }];
    expect(sightOf(projectWith({ reveals }), anna, ferryId)).toEqual({ kind: "revealed", done: null, since: LATER });
  });

  it("sees everything as the author of the adjudicated layer, and knows nobody else when alone", () => {
    expect(sightOf(projectWith({}, anna), anna, ferryId)).toEqual({ kind: "adjudicator" });
    expect(sightOf(projectWith({}, anna), bruno, ferryId)).toEqual({ kind: "blind", done: null });
    const alone = projectOf([ferry.source], [annotationsOf(1)]);
    expect(sightOf(alone, anna, ferryId)).toEqual({ kind: "alone" });
  });
});

describe("visibleTo", () => {
  it("leaves out what others say of the sources that are worked on blind, and keeps their claims", () => {
    const project = projectWith({ reveals: [{ sourceId: ferryId, at: LATER }] });
    const [own, seen] = visibleTo(project, anna).sets;
    expect(own).toBe(project.sets[0]);
    expect(seen).toEqual({ ...others, marks: others.marks.slice(0, 1), cells: others.cells.slice(0, 1) });
    expect(visibleTo(project, bruno).sets[1]).toBe(project.sets[1]);
  });

  it("is the very project where nothing is hidden", () => {
    const project = projectWith({}, anna);
    expect(visibleTo(project, anna)).toBe(project);
  });
});
