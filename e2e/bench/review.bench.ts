import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { matrixOf } from "../../annotations/review/matrix.ts";
import { nodeFiles } from "../../main/storage/disk/files.ts";
import { readProject } from "../../main/storage/project/project-folder.ts";
import { test } from "../fixtures.ts";
import { writeSyntheticProject } from "../synthetic-project.ts";
import { printTable } from "./figures.ts";

const SIZE = { articles: 200, charactersPerArticle: 2_000, marks: 20_000, claims: 20_000 };
const ROUNDS = 5;

test("the matrix of 200 articles and 20,000 claims", async ({ open }) => {
  test.setTimeout(600_000);
  let folder = "";
  const { page } = await open({
    args: ["project"],
    prepare: async (root) => {
      folder = join(root, "project");
      await mkdir(folder);
      await writeSyntheticProject(folder, SIZE);
    },
  });
  const made = await modelTimes(folder);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: /^Analyst: / }).click();
  await page.getByRole("menuitem", { name: /Work as Bench/ }).click();
  await page.getByRole("button", { name: "Analyst: Bench" }).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Review", exact: true }).click();
  await page.getByRole("grid").locator(".cell-button").first().waitFor({ timeout: 60_000 });
  const frames = await scrollFrames(page);
  const rows = await page.getByRole("grid").locator("tbody tr").count();
  printTable("Review, 200 articles × 20,000 claims, 20,000 marks", [
    { measure: "matrix model made", values: made, unit: "ms", target: { of: "value", most: 1_000 } },
    { measure: "rows on the page", values: [rows], unit: "", target: { of: "value", most: 100 } },
    { measure: "frame while scrolling 120 × 200 px", values: frames, unit: "ms", target: { of: "value", most: 50 } },
  ]);
});

/** Milliseconds to make the matrix, each time of a project that was read anew, so that nothing of it is known yet. */
async function modelTimes(folder: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { project } = await readProject(nodeFiles, folder);
    const [set] = project.sets;
    if (!set) throw new Error("the synthetic project has no annotation set");
    const before = performance.now();
    matrixOf(project, set.analyst.id);
    times.push(performance.now() - before);
  }
  return times;
}

function scrollFrames(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const scroller = document.querySelector(".matrix");
    if (!scroller) throw new Error("the matrix is not on the page");
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const frames: number[] = [];
    let last = await frame();
    for (let step = 0; step < 120; step++) {
      scroller.scrollTop += 200;
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    return frames;
  });
}
