import { expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { isNewer, type Migration, migrated } from "./migrations.ts";

const toTwo: Migration = { from: 1, migrate: (kind, content) => ({ ...content, kind, two: true }) };
const toThree: Migration = { from: 2, migrate: (_, content) => ({ ...content, three: content.two }) };

it("takes a file through every version up to the present one", () => {
  expect(migrated("source", { schemaVersion: 1 }, [toTwo, toThree], 3)).toEqual({
    schemaVersion: 3,
    kind: "source",
    two: true,
    three: true,
  });
  expect(migrated("source", { schemaVersion: 2, two: 2 }, [toTwo, toThree], 3)).toEqual({
    schemaVersion: 3,
    two: 2,
    three: 2,
  });
});

it("leaves a file of the present version, and what is no file of ours, as it is", () => {
  for (const content of [{ schemaVersion: SCHEMA_VERSION, any: 1 }, { any: 1 }, { schemaVersion: "1" }, [], null, 7]) {
    expect(migrated("project", content)).toBe(content);
  }
});

it("insists on migrations without a gap", () => {
  expect(() => migrated("source", {}, [toThree], 3)).toThrow("without a gap");
  expect(() => migrated("source", {}, [toTwo], 3)).toThrow("without a gap");
});

it("knows a newer version", () => {
  const [next, present] = [SCHEMA_VERSION + 1, SCHEMA_VERSION].map((schemaVersion) => ({ schemaVersion }));
  expect([next, present, {}, "9"].map((content) => isNewer(content))).toEqual([true, false, false, false]);
});
