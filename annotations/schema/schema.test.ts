import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AnnotationSetExport } from "../exchange/json/annotation-set-export.ts";
import { AnnotationSetFile } from "../model/annotation-set.ts";
import { ProjectFile } from "../model/project.ts";
import { SourceRecord } from "../model/source.ts";

const FILES = {
  project: ProjectFile,
  source: SourceRecord,
  "annotation-set": AnnotationSetFile,
  "annotation-set-export": AnnotationSetExport,
} as const;

describe("the JSON Schema of each file", () => {
  // After a change of the model: `npx vitest run annotations/schema -u`, and look at what changed.
  for (const [name, schema] of Object.entries(FILES)) {
    it(`of ${name} is what the model says`, async () => {
      const generated = z.toJSONSchema(schema, { target: "draft-2020-12" });
      await expect(`${JSON.stringify(generated, null, 2)}\n`).toMatchFileSnapshot(`${name}.schema.json`);
    });
  }
});
