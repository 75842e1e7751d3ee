import { expect, it } from "vitest";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import { newId, ProjectId } from "../../annotations/model/id.ts";
import type { Project } from "../../annotations/model/project.ts";
import { SCHEMA_VERSION } from "../../annotations/model/schema-version.ts";
import { newProjectFile } from "../storage/project/project-folder.ts";
import { ANNA, BRUNO, MOMENT } from "../storage/testing/example-project.ts";
import { sessionAnalyst } from "./session-analyst.ts";

const file = newProjectFile("The bridge");
const OTHER = newId(ProjectId);

function project(...analysts: (typeof ANNA)[]): Project {
  const sets = analysts.map(
    (analyst): AnnotationSet => ({
      ...{ schemaVersion: SCHEMA_VERSION, projectId: file.id, analyst, createdAt: MOMENT, journalThrough: 0 },
      ...{ claims: [], marks: [], cells: [] },
    }),
  );
  return { file, sources: [], sets };
}

it("is the one remembered for the project, named as in their set", () => {
  const settings = { analyst: BRUNO, analysts: { [file.id]: { ...ANNA, name: "Anna K." } } };
  expect(sessionAnalyst(project(BRUNO, ANNA), settings, file.id)).toEqual(ANNA);
  expect(sessionAnalyst(project(BRUNO), settings, file.id)).toEqual({ ...ANNA, name: "Anna K." });
});

it("is otherwise this machine's own, also in the sample", () => {
  const settings = { analyst: BRUNO, analysts: { [OTHER]: ANNA } };
  expect(sessionAnalyst(project(ANNA, BRUNO), settings, file.id)).toEqual(BRUNO);
  expect(sessionAnalyst(project(ANNA), settings, OTHER)).toEqual(BRUNO);
  expect(sessionAnalyst(project(ANNA), settings, null)).toEqual(BRUNO);
});

it("is the first analyst of the sample where this machine's own has no set", () => {
  expect(sessionAnalyst(project(ANNA), { analyst: BRUNO, analysts: {} }, file.id)).toEqual(ANNA);
  expect(sessionAnalyst(project(), { analyst: BRUNO, analysts: {} }, file.id)).toEqual(BRUNO);
});
