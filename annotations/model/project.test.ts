import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { annotationsOf, projectOf } from "../testing/project.ts";
import { AnalystId, SourceId } from "./id.ts";
import { annotationSet, openSources, Project, sourceById } from "./project.ts";

const [third, first, gone] = [2, 0, 1].map(
  (order) => article("text", { id: knownId(SourceId, order + 1), order, removed: order === 1 }).source,
);
const sources = [third, first, gone].filter((source) => source !== undefined);
const project = frozen(projectOf(sources, [annotationsOf(1), annotationsOf(2)]));

describe("a project", () => {
  it("lists the sources in view in the order of their panes", () => {
    expect(openSources(project)).toEqual([first, third]);
  });

  it("finds an analyst's set and a source", () => {
    expect(annotationSet(project, knownId(AnalystId, 2))).toBe(project.sets[1]);
    expect(annotationSet(project, knownId(AnalystId, 9))).toBeUndefined();
    expect(sourceById(project, knownId(SourceId, 2))).toBe(gone);
    expect(() => sourceById(project, knownId(SourceId, 9))).toThrow(/^no source /);
  });

  it("keeps fields of its files that this version does not know", () => {
    const known = {
      ...project,
      file: { ...project.file, colour: "blue" },
      sets: [{ ...annotationsOf(1), extra: [1] }],
    };
    expect(Project.parse(known)).toEqual(known);
    expect(Project.safeParse({ ...project, file: { ...project.file, schemaVersion: 3 } }).success).toBe(false);
  });
});
