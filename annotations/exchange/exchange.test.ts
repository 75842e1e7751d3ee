import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Project } from "../model/project.ts";
import { EXPORT_FORMATS, READ_FORMATS } from "./formats.ts";
import { BOTH_WAYS } from "./testing/both-ways.ts";
import { carried } from "./testing/carried.ts";
import { exchangedProject, withoutMarks } from "./testing/exchanged-project.ts";
import { carriedOut, planOf, roundTrip, writtenFiles } from "./testing/round-trip.ts";

describe.each(BOTH_WAYS.map((format) => [format.id, format] as const))("%s", (_, format) => {
  it("brings back all that it says it carries", () => {
    fc.assert(
      fc.property(exchangedProject, (project) => {
        expect(carried(roundTrip(format, project), format.carries)).toEqual(carried(project, format.carries));
      }),
      { numRuns: 60 },
    );
  });

  it("knows its own files, and no other format takes them for its own", () => {
    fc.assert(
      fc.property(exchangedProject, (project) => {
        const files = writtenFiles(format, project);
        expect(READ_FORMATS.find(({ reader }) => reader.recognises(files))?.id).toBe(format.id);
      }),
      { numRuns: 10 },
    );
  });

  it("reads the same file a second time without adding anything", () => {
    fc.assert(
      fc.property(exchangedProject, (project) => {
        const files = writtenFiles(format, project);
        const bare = withoutMarks(project);
        const once = carriedOut(bare, planOf(format, files, bare));
        expect(carriedOut(once, planOf(format, files, once))).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(EXPORT_FORMATS.map((format) => [format.id, format] as const))("writing %s", (_, format) => {
  it("gives the same bytes for the same project, whatever the order in which it is kept", () => {
    fc.assert(
      fc.property(exchangedProject, (project) => {
        const bytes = (from: Project) => writtenFiles(format, from).map((file) => [file.path, file.text()]);
        expect(bytes({ ...project, sources: project.sources.toReversed() })).toEqual(bytes(project));
      }),
      { numRuns: 10 },
    );
  });

  it("names its files so that every system takes them, each once", () => {
    fc.assert(
      fc.property(exchangedProject, (project) => {
        const paths = format.write({ project, sets: project.sets }, new Set()).files.map(({ path }) => path);
        if (format.shape === "file") expect(paths).toEqual([""]);
        else
          for (const path of paths)
            expect(path).toMatch(/^([\p{L}\p{N}_-][\p{L}\p{N}\p{M} ._-]*)(\/[\p{L}\p{N}_-][\p{L}\p{N}\p{M} ._-]*)*$/u);
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
      }),
      { numRuns: 10 },
    );
  });
});
