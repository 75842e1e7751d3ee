import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { annotationSetJson } from "../../annotations/exchange/json/annotation-set-json.ts";
import { writtenText } from "../../annotations/exchange/written.ts";
import schema from "../../annotations/schema/annotation-set-export.schema.json" with { type: "json" };
import { projectsFor } from "../projects.ts";

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
const isValid = ajv.compile(schema);

describe("json, as Ajv reads it", () => {
  it("is what the published JSON Schema says", () => {
    for (const project of projectsFor(annotationSetJson)) {
      isValid(JSON.parse(writtenText(annotationSetJson, { project, sets: project.sets })));
      expect(isValid.errors).toBeNull();
    }
  });
});
