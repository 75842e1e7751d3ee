import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doccano } from "../../annotations/exchange/doccano/doccano.ts";
import { prodigy } from "../../annotations/exchange/prodigy/prodigy.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import { claimList } from "../../annotations/model/claim-list.ts";
import type { Project } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";
import { HAS_PYTHON, type Row, runPython } from "../other-program.ts";
import { projectsFor } from "../projects.ts";
import { type WrittenFolders, writtenFolders } from "../written-folders.ts";

/** The sets whose marks stand in the lines of an article: those of all analysts in one, or of each in a line of its own. */
type LinesOf = (sets: readonly AnnotationSet[]) => readonly (readonly AnnotationSet[])[];

const FORMATS = [
  { format: doccano, linesOf: (sets: readonly AnnotationSet[]) => [sets] },
  { format: prodigy, linesOf: (sets: readonly AnnotationSet[]) => sets.map((set) => [set]) },
];

describe.skipIf(!HAS_PYTHON).each(FORMATS)("$format.id, as Python reads it", ({ format, linesOf }) => {
  const projects = projectsFor(format);
  let written: WrittenFolders;
  let rows: readonly Row[];

  beforeAll(() => {
    written = writtenFolders(format, projects);
    rows = runPython("json-lines/read_spans.py", written.folders);
  });
  afterAll(() => written.remove());

  it("has each piece of each tag on its words, with claim and stance as its label", () => {
    expect(rows).toEqual(projects.flatMap((project, i) => rowsOf(project, linesOf).map((row) => [String(i), ...row])));
  });
});

function rowsOf(project: Project, linesOf: LinesOf): readonly Row[] {
  const lines = project.sources.flatMap((source) => linesOf(project.sets).map((sets) => ({ source, sets })));
  return lines.flatMap(({ source, sets }, n) => spansOf(project, source, sets).map((span) => [String(n), ...span]));
}

/** The label and words of each piece of each tag. */
function spansOf(project: Project, { id }: Source, sets: readonly AnnotationSet[]): readonly Row[] {
  const labels = new Map(claimList(project).map((claim) => [claim.id, claim.displayLabel]));
  const marks = sets.flatMap((set) => set.marks).filter(({ sourceId }) => sourceId === id);
  return marks.flatMap(({ ranges, tags }) =>
    tags.flatMap(({ claimId, stance }) => ranges.map(({ quote }) => [`${labels.get(claimId)}/${stance}`, quote])),
  );
}
