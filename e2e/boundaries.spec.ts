import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { App, Opening } from "./app.ts";
import { drag, mark, markOver, marksOver, pane, saved, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { marksOnDisk, placeOf } from "./passages.ts";

const PASSAGE = "middle months of 2022";

/** The bar that says that boundaries are being moved. */
function bar(page: Page) {
  return page.getByRole("toolbar", { name: "Move the boundaries" });
}

test("moves the boundaries of a mark by key, by word and by character, as one step", async ({ open, shot }) => {
  const app = await open();
  const { page } = app;
  await mark(page, 0, PASSAGE, "1", "C1");
  const id = await (await markOver(page, 0, PASSAGE)).getAttribute("data-mark");
  await page.keyboard.press("b");
  await expect(bar(page)).toBeVisible();
  const status = page.getByRole("status", { name: "Boundaries" }).first();
  await expect(status).toContainText("End after “middle months of 2022”");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(status).toContainText("of 2022 the officer”");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await expect(status).toContainText("Start before “months of");
  await shot(page, "boundaries-moving");
  await page.keyboard.press("Enter");
  await expect(bar(page)).toBeHidden();
  const moved = await markOver(page, 0, "months of 2022 the officer");
  await expect(moved).toHaveAttribute("data-mark", id ?? "");
  await expect(moved).toHaveClass(/supports/);

  await page.getByRole("button", { name: "Undo moving a boundary" }).click();
  await expect(await markOver(page, 0, PASSAGE)).toHaveAttribute("data-mark", id ?? "");
  await page.getByRole("button", { name: "Redo moving a boundary" }).click();
  await expect(moved).toHaveAttribute("data-mark", id ?? "");
  await saved(page);
  await app.restart();
  await markOver(app.page, 0, "months of 2022 the officer");
  const kept = (await marksOnDisk(app)).find((one) => one.id === id);
  expect(kept?.ranges.map(({ quote }) => quote)).toEqual(["months of 2022 the officer"]);
  expect(kept?.tags).toMatchObject([{ stance: "supports" }]);
});

test("leaves the mark as it was on Escape, and when nothing was moved", async ({ open }) => {
  const { page } = await open();
  await mark(page, 0, PASSAGE, "1", "C1");
  await page.keyboard.press("b");
  await page.keyboard.press("ArrowLeft");
  await markOver(page, 0, "middle months of");
  await page.keyboard.press("Escape");
  await markOver(page, 0, PASSAGE);
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await expect(bar(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Undo marking" })).toBeEnabled();
  await expect(page.locator("mark.active").first()).toBeVisible();
});

test("uses no other key for the mark while its boundaries move", async ({ open }) => {
  const { page } = await open();
  await mark(page, 0, PASSAGE, "1", "C1");
  await page.keyboard.press("b");
  for (const key of ["2", "Delete", "v", "."]) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await expect(await markOver(page, 0, PASSAGE)).toHaveClass(/supports/);
});

test("moves boundaries from the bar and the card by pointer, without a drag", async ({ open, axe }) => {
  const { page } = await open();
  await mark(page, 0, PASSAGE, "1", "C1");
  await (await markOver(page, 0, PASSAGE)).click();
  await page
    .getByRole("dialog", { name: "Mark" })
    .getByRole("button", { name: /Boundaries/ })
    .click();
  await axe(page);
  await bar(page).getByRole("button", { name: "→" }).click();
  await bar(page)
    .getByRole("button", { name: "→" })
    .click({ modifiers: ["Alt"] });
  await bar(page).getByRole("button", { name: /start/ }).click();
  await bar(page).getByRole("button", { name: "←" }).click();
  await bar(page).getByRole("button", { name: /keep/ }).click();
  await markOver(page, 0, "the middle months of 2022 the o");
});

test("takes the arrow keys as they look where text runs from right to left", async ({ open }) => {
  const { page } = await open({
    args: ["a.txt"],
    prepare: async (folder) => writeFile(join(folder, "a.txt"), "قال الناطق باسم الجيش، إن المدينة هادئة.\n"),
  });
  await drag(page, 0, "الناطق");
  await page.keyboard.press("m");
  await markOver(page, 0, "الناطق");
  await page.keyboard.press("b");
  await page.keyboard.press("ArrowLeft");
  await markOver(page, 0, "الناطق باسم");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await markOver(page, 0, "قال الناطق باسم");
});

test("drags a boundary by its handle to words, to characters with Alt, and lets go on Escape", async ({
  open,
  shot,
}) => {
  const { page } = await open();
  await mark(page, 2, "York Times has looked", "2", "C4");
  const end = pane(page, 2).locator(".handle.end");
  const before = await text(page, 2).evaluate((element) => element.closest(".scroller")?.scrollTop);
  await dragHandle(page, "end", 2, "Moura and fo");
  await markOver(page, 2, "York Times has looked into Moura and found");
  await expect(page.getByRole("button", { name: "Undo moving a boundary" })).toBeEnabled();

  await dragHandle(page, "start", 2, "New York", "Alt", 2);
  await markOver(page, 2, "w York Times has looked into Moura and found");

  await gripHandle(page, "end", 2);
  const [, target] = await placeOf(page, 2, "looked");
  await page.mouse.move(target.x, target.y);
  await markOver(page, 2, "w York Times has looked");
  await shot(page, "boundaries-dragging");
  await page.keyboard.press("Escape");
  await markOver(page, 2, "w York Times has looked into Moura and found");
  await page.mouse.up();
  await markOver(page, 2, "w York Times has looked into Moura and found");
  await expect(end).toHaveCount(1);
  expect(await text(page, 2).evaluate((element) => element.closest(".scroller")?.scrollTop)).toBe(before);
});

/** Opens an article of one paragraph that is several times as high as the window, and marks a passage of its middle. */
async function markInHighParagraph(open: (opening: Opening) => Promise<App>): Promise<Page> {
  const words = Array.from({ length: 1500 }, (_, i) => `word${i}`).join(" ");
  const { page } = await open({
    args: ["a.txt"],
    prepare: async (folder) => writeFile(join(folder, "a.txt"), `${words}\n`),
  });
  await drag(page, 0, "word700 word701");
  await page.keyboard.press("m");
  await markOver(page, 0, "word700 word701");
  return page;
}

/** The numbers of the first and the last word that is marked. */
async function markedWords(page: Page): Promise<readonly [number, number]> {
  const marked = await pane(page, 0)
    .locator("mark.active")
    .evaluateAll((pieces) => pieces.map((piece) => piece.textContent).join(""));
  const numbers = [...marked.matchAll(/word(\d+)/g)].map(([, number]) => Number(number));
  return [numbers[0] ?? 0, numbers.at(-1) ?? 0];
}

/** Where the article stands, in pixels. */
function top(page: Page): Promise<number> {
  return text(page, 0).evaluate((element) => element.closest(".scroller")?.scrollTop ?? 0);
}

test("scrolls while a boundary is held at the edge of the text, until it is let go of or left", async ({
  open,
  shot,
}) => {
  const page = await markInHighParagraph(open);
  const frame = await pane(page, 0).locator(".scroller").boundingBox();
  if (!frame) throw new Error("there is no text");
  await gripHandle(page, "end", 0);
  await page.mouse.move(frame.x + 200, frame.y + frame.height + 10, { steps: 5 });
  await expect.poll(async () => (await markedWords(page))[1]).toBeGreaterThan(1100);
  await expect(bar(page)).toBeHidden();
  await shot(page, "boundaries-scrolling");
  await page.mouse.up();
  const kept = await markedWords(page);
  expect(kept[0]).toBe(700);
  const stood = await top(page);

  // Upwards, beyond the beginning of the paragraph, where it stops by itself.
  await pane(page, 0).locator(".handle.start").scrollIntoViewIfNeeded();
  await gripHandle(page, "start", 0);
  await page.mouse.move(frame.x + 200, frame.y - 10, { steps: 5 });
  await expect.poll(async () => (await markedWords(page))[0]).toBeLessThan(10);
  expect(await top(page)).toBeLessThan(stood);
  await page.keyboard.press("Escape");
  const left = await top(page);
  await expect.poll(() => markedWords(page)).toEqual(kept);
  await page.mouse.move(frame.x + 200, frame.y + frame.height + 10, { steps: 5 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await top(page)).toBe(left);
  await page.mouse.up();
  expect(await markedWords(page)).toEqual(kept);
});

test("scrolls no further than the boundary goes", async ({ open }) => {
  const page = await markInHighParagraph(open);
  const frame = await pane(page, 0).locator(".scroller").boundingBox();
  if (!frame) throw new Error("there is no text");
  await gripHandle(page, "end", 0);
  await page.mouse.move(frame.x + 200, frame.y + frame.height + 60, { steps: 5 });
  await expect.poll(async () => (await markedWords(page))[1]).toBe(1499);
  await expect(pane(page, 0).locator(".handle.end")).toBeInViewport();
  await page.mouse.up();
});

test("scrolls while a selection is dragged beyond the edge of the text", async ({ open }) => {
  const page = await markInHighParagraph(open);
  const frame = await pane(page, 0).locator(".scroller").boundingBox();
  if (!frame) throw new Error("there is no text");
  const before = await top(page);
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height - 60);
  await page.mouse.down();
  await page.mouse.move(frame.x + frame.width / 2 + 40, frame.y + frame.height + 20, { steps: 5 });
  await expect.poll(() => top(page)).toBeGreaterThan(before + 400);
  await page.mouse.up();
  const selected = await page.evaluate(() => String(getSelection()).match(/word\d+/g)?.length ?? 0);
  expect(selected).toBeGreaterThan(100);
});

test("offers no handles where nothing may be changed", async ({ open }) => {
  const first = await open();
  await expect(first.page.locator(".handle")).toHaveCount(0);
  const second = await open({ beside: { app: first, as: "same-analyst" } });
  await text(second.page, 0).focus();
  await second.page.keyboard.press("]");
  await expect(second.page.locator("mark.active").first()).toBeVisible();
  await second.page.keyboard.press("b");
  await expect(bar(second.page)).toBeHidden();
  await expect(second.page.locator(".handle")).toHaveCount(0);
  expect(await marksOver(second.page, 0, PASSAGE)).toEqual([]);
});

for (const theme of ["light", "dark"] as const) {
  test(`shows boundaries at 1024, 1440 and 2560 pixels, ${theme}`, async ({ open, shot, axe }) => {
    const { page } = await open();
    for (const width of [1024, 1440, 2560]) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: width === 2560 ? 1440 : 900 });
      await mark(page, 1, "Relations between Bamako", "1", "C1");
      await page.keyboard.press("b");
      await expect(bar(page)).toBeInViewport({ ratio: 1 });
      await axe(page);
      await shot(page, `boundaries-${theme}-${width}`);
      await page.keyboard.press("Escape");
      await drag(page, 1, "oscow have grown");
      await expect(page.getByRole("toolbar", { name: "Mark the selection" })).toBeVisible();
      await axe(page);
      await shot(page, `preview-${theme}-${width}`);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+z");
      await expect.poll(() => marksOver(page, 1, "Relations between Bamako")).toEqual([]);
    }
  });
}

/** Presses the button on the handle at one end of the active mark. */
async function gripHandle(page: Page, side: "start" | "end", place: number): Promise<void> {
  const box = await pane(page, place).locator(`.handle.${side}`).boundingBox();
  if (!box) throw new Error("the handle is not there");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
}

/** Drags a handle into the last character of a passage, or so many characters into it. */
async function dragHandle(
  page: Page,
  side: "start" | "end",
  place: number,
  passage: string,
  modifier?: string,
  characters = passage.length,
): Promise<void> {
  const [, to] = await placeOf(page, place, passage.slice(0, characters));
  await gripHandle(page, side, place);
  if (modifier) await page.keyboard.down(modifier);
  await page.mouse.move(to.x - 3, to.y, { steps: 3 });
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  if (modifier) await page.keyboard.up(modifier);
}
