import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { App, Opening } from "./app.ts";
import { clickLastTick, pane, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { writeSyntheticProject } from "./synthetic-project.ts";

/** Opens two long articles, of which only what is near the screen is laid out and painted. */
async function openLong(open: (opening: Opening) => Promise<App>): Promise<Page> {
  const { page } = await open({
    args: ["project"],
    prepare: async (folder) => {
      await mkdir(join(folder, "project"));
      await writeSyntheticProject(join(folder, "project"), { articles: 2, charactersPerArticle: 120_000, marks: 600 });
    },
  });
  await page.getByRole("button", { name: /^Analyst: / }).click();
  await page.getByRole("menuitem", { name: /Work as Bench/ }).click();
  await expect(pane(page, 0).locator("mark[data-mark]").first()).toBeVisible();
  return page;
}

/** The number of marks that are painted in the first text, and how many of them are on the screen. */
function painted(page: Page): Promise<{ readonly all: number; readonly onScreen: number }> {
  return pane(page, 0)
    .locator(".scroller")
    .evaluate((scroller) => {
      const { top, bottom } = scroller.getBoundingClientRect();
      const marks = [...scroller.querySelectorAll("mark[data-mark]")];
      const onScreen = marks.filter((mark) => {
        const box = mark.getBoundingClientRect();
        return box.bottom > top && box.top < bottom;
      });
      return { all: new Set(marks.map((mark) => mark.getAttribute("data-mark"))).size, onScreen: onScreen.length };
    });
}

function scrollTop(page: Page): Promise<number> {
  return pane(page, 0)
    .locator(".scroller")
    .evaluate((scroller) => scroller.scrollTop);
}

/** Where the first text stands once it no longer scrolls. */
async function restingTop(page: Page): Promise<number> {
  let before = -1;
  await expect
    .poll(async () => {
      const now = await scrollTop(page);
      const rests = now === before;
      before = now;
      return rests;
    })
    .toBe(true);
  return before;
}

test("paints what is near the screen of a long text, wherever it is scrolled to", async ({ open }) => {
  const page = await openLong(open);
  for (const share of [0, 0.5, 1, 0.25]) {
    await pane(page, 0)
      .locator(".scroller")
      .evaluate((scroller, at) => scroller.scrollTo({ top: scroller.scrollHeight * at, behavior: "instant" }), share);
    await expect.poll(async () => (await painted(page)).onScreen).toBeGreaterThan(0);
    await expect.poll(async () => (await painted(page)).all).toBeLessThan(200);
  }
});

test("brings the last mark of a long text into view at once, painted and active", async ({ open }) => {
  const page = await openLong(open);
  await clickLastTick(page, 0);
  await expect(pane(page, 0).locator("mark.active").first()).toBeInViewport();
  expect(await restingTop(page)).toBeGreaterThan(5_000);
});

test("marks a passage that reaches over many paragraphs of a long text, and the view stays where it is", async ({
  open,
}) => {
  const page = await openLong(open);
  await text(page, 0).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await expect.poll(() => scrollTop(page)).toBeGreaterThan(5_000);
  for (let key = 0; key < 30; key++) await page.keyboard.press("Shift+ArrowUp");
  await expect(page.getByRole("toolbar", { name: "Mark the selection" })).toBeVisible();
  // The caret may still be coming into view.
  const before = await restingTop(page);
  await page.keyboard.press("m");
  await expect(pane(page, 0).locator("mark.untagged").first()).toBeAttached();
  expect(Math.abs((await scrollTop(page)) - before)).toBeLessThan(2);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(pane(page, 0).locator("mark.untagged")).toHaveCount(0);
  expect(Math.abs((await scrollTop(page)) - before)).toBeLessThan(2);
});

/** How many characters of the first text stand before the caret; null while that is elsewhere. */
function caret(page: Page): Promise<number | null> {
  return text(page, 0).evaluate((element) => {
    const { focusNode, focusOffset } = getSelection() ?? {};
    if (!focusNode || !element.contains(focusNode)) return null;
    const before = document.createRange();
    before.setStart(element, 0);
    before.setEnd(focusNode, focusOffset ?? 0);
    return before.toString().length;
  });
}

test("goes to either end of a long text by a key pressed the moment that text has the focus", async ({ open }) => {
  test.slow();
  const page = await openLong(open);
  const length = await text(page, 0).evaluate((element) => element.textContent?.length ?? 0);
  const ways = [
    { before: text(page, 1), way: "Shift+F6" },
    { before: pane(page, 0).locator(".pane-header button").last(), way: "Tab" },
  ];
  for (let round = 0; round < 5; round++) {
    for (const { before, way } of ways) {
      await before.focus();
      await page.keyboard.press(way);
      await page.keyboard.press("ControlOrMeta+End");
      await expect.poll(() => caret(page)).toBe(length);
      await expect.poll(() => scrollTop(page)).toBeGreaterThan(5_000);

      await before.focus();
      await page.keyboard.press(way);
      await page.keyboard.press("ControlOrMeta+Home");
      await expect.poll(() => caret(page)).toBe(0);
      await expect.poll(() => scrollTop(page)).toBe(0);
    }
  }
});
