import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { flakyIn, NONE, playwrightFigures, skippedIn, sum, vitestFigures } from "./figures.mjs";

async function report(content: object): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "parallax-figures-")), "report.json");
  await writeFile(file, JSON.stringify(content));
  return file;
}

describe("vitestFigures", () => {
  it("counts what is to be written as skipped", async () => {
    const file = await report({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 });
    expect(vitestFigures(file)).toEqual({ passed: 5, failed: 1, skipped: 5 });
  });

  it("has none where there is no report", () => {
    expect(vitestFigures(join(tmpdir(), "no-such-report.json"))).toEqual(NONE);
  });
});

describe("playwrightFigures", () => {
  it("counts specs that passed in the end as passed", async () => {
    const file = await report({ stats: { expected: 4, flaky: 1, unexpected: 2, skipped: 3 } });
    expect(playwrightFigures(file)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });
});

describe("skippedIn", () => {
  it("counts through nested suites, one project only", async () => {
    const test = (projectName: string, status: string) => ({ projectName, status });
    const file = await report({
      suites: [
        {
          specs: [{ tests: [test("chromium", "skipped"), test("electron", "skipped")] }],
          suites: [{ specs: [{ tests: [test("electron", "skipped"), test("electron", "expected")] }] }],
        },
      ],
    });
    expect(skippedIn(file, "electron")).toBe(2);
  });
});

describe("flakyIn", () => {
  it("names host and title of what passed only when it was tried again", async () => {
    const file = await report({
      suites: [
        {
          specs: [{ title: "opens", tests: [{ projectName: "chromium", status: "expected" }] }],
          suites: [{ specs: [{ title: "closes", tests: [{ projectName: "electron", status: "flaky" }] }] }],
        },
      ],
    });
    expect(flakyIn(file)).toEqual(["[electron] closes"]);
  });
});

describe("sum", () => {
  it("adds up each figure", () => {
    expect(sum([{ passed: 1, failed: 2, skipped: 3 }, NONE, { passed: 10, failed: 20, skipped: 30 }])).toEqual({
      passed: 11,
      failed: 22,
      skipped: 33,
    });
  });
});
