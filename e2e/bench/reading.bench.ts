import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { select } from "../desk.ts";
import { test } from "../fixtures.ts";
import { writeSyntheticProject } from "../synthetic-project.ts";
import { median } from "./figures.ts";

const ROUNDS = 30;

test("stance key to painted mark, five articles of 15 kB and 300 marks", async ({ open }) => {
  const { page } = await open({
    args: ["project"],
    prepare: async (folder) => {
      await mkdir(join(folder, "project"));
      await writeSyntheticProject(join(folder, "project"), { articles: 5, charactersPerArticle: 15_000, marks: 300 });
    },
  });
  await page.getByRole("button", { name: /^Analyst: / }).click();
  await page.getByRole("menuitem", { name: /Work as Bench/ }).click();
  await page.locator("mark[data-mark]").first().waitFor();
  await page.getByRole("menu").waitFor({ state: "detached" });
  const marks: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    marks.push(await keyToPaint(page, round % 5, round));
    floors.push(await plainMarkToPaint(page, round));
  }
  print("stance key to painted mark", marks);
  print("one <mark> put into plain text of the same length", floors);
  console.log(`  ratio of the medians: ${(median(marks) / median(floors)).toFixed(2)}`);
});

test("start of the sample to first paint, after the server answers", async ({ open }) => {
  const { page } = await open();
  const first: number[] = [];
  const texts: number[] = [];
  for (let round = 0; round < 10; round++) {
    await page.reload();
    await page.locator("mark[data-mark]").first().waitFor();
    const { paint, marked } = await page.evaluate(async () => {
      const [navigation] = performance.getEntriesByType("navigation");
      const answered = navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : 0;
      const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
      // `articlesPainted` is set by the script below, in the frame in which the first mark is on the screen.
      const { articlesPainted } = window as Window & { articlesPainted?: number };
      return { paint: paint - answered, marked: (articlesPainted ?? Number.NaN) - answered };
    });
    first.push(paint);
    texts.push(marked);
    if (round === 0) await page.addInitScript(watchForMarks);
  }
  print("first contentful paint", first.slice(1));
  print("five articles with their marks on the screen", texts.slice(1));
});

/** Runs in the page before its own scripts. */
function watchForMarks(): void {
  const look = () => {
    if (!document.querySelector("mark[data-mark]")) requestAnimationFrame(look);
    else setTimeout(() => Object.assign(window, { articlesPainted: performance.now() }));
  };
  requestAnimationFrame(look);
}

/** Runs in the page: milliseconds from the next key to the end of the frame in which a draft is on the screen. */
function timeOfNextDraft(): Promise<number> {
  return new Promise((resolve) => {
    const onKey = (event: KeyboardEvent) => {
      const look = () => {
        if (!document.querySelector("mark.draft")) requestAnimationFrame(look);
        else setTimeout(() => resolve(performance.now() - event.timeStamp));
      };
      requestAnimationFrame(look);
    };
    window.addEventListener("keydown", onKey, { capture: true, once: true });
  });
}

/** Milliseconds from the key event to the end of the frame in which the passage is painted. The draft is left again. */
async function keyToPaint(page: Page, place: number, round: number): Promise<number> {
  const blocks = page.locator(".panes article .text").nth(place).locator("p");
  const passage = await blocks.nth(round % (await blocks.count())).evaluate((block) => block.textContent.slice(0, 12));
  await select(page, place, passage.trim());
  // In place before the key is pressed: keys and scripts reach the page on different ways.
  const painted = await page.evaluateHandle<{ milliseconds: Promise<number> }>(
    `({ milliseconds: (${timeOfNextDraft})() })`,
  );
  await page.keyboard.press("1");
  const milliseconds = await painted.evaluate((box: { milliseconds: Promise<number> }) => box.milliseconds);
  await page.getByRole("combobox", { name: "Claim" }).press("Escape");
  await page.locator("mark.draft").waitFor({ state: "detached" });
  return milliseconds;
}

/** The floor: milliseconds to wrap a few characters of an equally long plain text in a <mark>, and paint that. */
async function plainMarkToPaint(page: Page, round: number): Promise<number> {
  return page.evaluate(async (n) => {
    const source = document.querySelector(".panes article .text");
    const plain = document.createElement("div");
    plain.style.cssText =
      "position:fixed;inset:0 auto auto 0;width:230px;height:800px;overflow:auto;background:white;z-index:99";
    for (const block of source?.children ?? [])
      plain.append(Object.assign(document.createElement("p"), { textContent: block.textContent }));
    document.body.append(plain);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const node = plain.children[n % plain.children.length]?.firstChild;
    const before = performance.now();
    if (node instanceof Text) {
      const range = document.createRange();
      range.setStart(node, 0);
      range.setEnd(node, Math.min(12, node.length));
      range.surroundContents(document.createElement("mark"));
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const milliseconds = performance.now() - before;
    plain.remove();
    return milliseconds;
  }, round);
}

function print(name: string, values: readonly number[]): void {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1);
  console.log(
    `${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, least ${at(0)}, most ${at(1)} (n = ${values.length})`,
  );
}
