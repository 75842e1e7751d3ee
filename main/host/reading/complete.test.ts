import fc from "fast-check";
import { expect, it } from "vitest";
import { annotationSetJson } from "../../../annotations/exchange/json/annotation-set-json.ts";
import { annotationSetReader } from "../../../annotations/exchange/json/annotation-set-reader.ts";
import type { ReadAnnotations } from "../../../annotations/exchange/reading/read-annotations.ts";
import { stayingParts } from "../../../annotations/exchange/reading/reading-report.ts";
import { setForEach } from "../../../annotations/exchange/reading/set-plans.ts";
import { matchSources } from "../../../annotations/exchange/reading/source-match.ts";
import { writtenFiles } from "../../../annotations/exchange/testing/round-trip.ts";
import { wholeProject } from "../../../annotations/exchange/testing/whole-project.ts";
import { ProjectId, SourceId } from "../../../annotations/model/id.ts";
import { Project } from "../../../annotations/model/project.ts";
import type { Source } from "../../../annotations/model/source.ts";
import { frozen } from "../../../annotations/testing/frozen.ts";
import { knownId } from "../../../annotations/testing/known-id.ts";
import { projectOf } from "../../../annotations/testing/project.ts";
import { textHash } from "../../storage/project/source-files.ts";
import { additionsOf } from "./additions.ts";
import { wholeReading } from "./read-into.ts";

/** A project with everything in it, whose texts are all different and have their own SHA-256. */
const projects = wholeProject.map((project): Project => {
  const sources = project.sources.map((source, i) => {
    const text = `${source.text}\n${i}`;
    return { ...source, text, sha256: textHash(text) };
  });
  return frozen({ ...project, sources });
});

/** A project as it is when it was just made, with these articles. */
function freshProject(sources: readonly Source[] = []): Project {
  return frozen(projectOf(sources, [], { id: knownId(ProjectId, 9), title: "Another one" }));
}

/** The article as its file is imported into another project, before anybody says anything of it. */
function justImported(source: Source, n: number): Source {
  const { schemaVersion, sha256, text, blocks } = source;
  return {
    ...{ schemaVersion, sha256, text, id: knownId(SourceId, 100 + n) },
    ...{ title: "A guess", author: "", outlet: "", date: "", url: "", language: "", guessed: ["title"] },
    ...{ originalName: `other-${n}.txt`, importedAt: "2024-01-01T00:00:00Z", order: n, removed: false },
    blocks: blocks.map(({ kind, start, end }) => ({ kind, start, end, boilerplate: false })),
  };
}

/** Reads a set for each analyst, and adds articles that the project does not have if that is wished. */
function readInto(project: Project, read: ReadAnnotations, addArticles = true) {
  const found = matchSources(project, read.sources, new Map(), new Map());
  const missing = read.sources.filter(({ key }) => addArticles && found.get(key)?.kind === "left");
  return wholeReading(project, read, {
    ...{ accepted: new Set(), conflicts: "both", labels: new Map(), placed: new Map() },
    sources: new Map(missing.map(({ key }) => [key, "add"])),
    possible: additionsOf(project, read.sources),
    targets: setForEach(project, read),
  });
}

function read(project: Project): ReadAnnotations {
  return annotationSetReader.read(writtenFiles(annotationSetJson, project));
}

/** What a project has of another one: all but its own name, id and date of birth. */
function asIn(project: Project, fresh: Project): Project {
  const { id, title, createdAt } = fresh.file;
  const sets = project.sets.map((set) => ({ ...set, projectId: id }));
  return { ...project, file: { ...project.file, id, title, createdAt }, sets };
}

it("brings everything of an export into a project without its articles", () => {
  fc.assert(
    fc.property(projects, (project) => {
      const fresh = freshProject();
      const reading = readInto(fresh, read(project));
      const { after } = reading;
      expect(Project.parse(after)).toEqual(after);
      expect({ ...after, sources: after.sources.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }).toEqual(
        asIn(project, fresh),
      );
      expect(reading.sets.flatMap(({ plan }) => [...stayingParts(plan), ...plan.stays])).toEqual([]);
      const again = readInto(after, read(project));
      expect([again.commands, again.additions, again.begun]).toEqual([[], [], []]);
    }),
    { numRuns: 100 },
  );
});

it("brings everything of an export into a project that has imported the same articles", () => {
  fc.assert(
    fc.property(projects, (project) => {
      const imported = project.sources.map(justImported);
      const fresh = freshProject(imported);
      const { after } = readInto(fresh, read(project), false);
      expect(after).toEqual(asIn(withIdsOf(project, imported), fresh));
      expect(readInto(after, read(project)).commands).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

/** The project with the articles' ids, and when and as what they were imported, as another one has them. */
function withIdsOf(project: Project, imported: readonly Source[]): Project {
  const ids = new Map(project.sources.map(({ id }, i) => [id as string, imported[i]?.id]));
  const sets: Project["sets"] = JSON.parse(JSON.stringify(project.sets), (field, value) =>
    ["sourceId", "a", "b"].includes(field) ? ids.get(value) : value,
  );
  const sources = project.sources.map((source, i): Source => {
    const { id = source.id, originalName = "", importedAt = "" } = imported[i] ?? {};
    const blocks = source.blocks.map(({ kind, start, end, boilerplate }) => ({ kind, start, end, boilerplate }));
    return { ...source, id, originalName, importedAt, blocks };
  });
  return { ...project, sources, sets };
}
