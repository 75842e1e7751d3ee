import type { Page } from "@playwright/test";
import { drag, mark, markCount, markOver, pane, saved } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { marksOnDisk, piecesOf, sweep } from "./passages.ts";

const PASSAGE = "middle months of 2022";

/** Marks the passage and gives the id of the mark. */
async function marked(page: Page): Promise<string> {
  await mark(page, 0, PASSAGE, "1", "C1");
  return (await (await markOver(page, 0, PASSAGE)).getAttribute("data-mark")) ?? "";
}

test("adds a further piece to the active mark by key, as one step, and keeps it", async ({ open, shot }) => {
  const app = await open();
  const { page } = app;
  const id = await marked(page);
  const before = await markCount(page);
  await drag(page, 0, "strength they were losi");
  await page.keyboard.press("+");
  await expect.poll(() => piecesOf(page, 0, id)).toBe(`${PASSAGE}strength they were losing`);
  expect(await markCount(page)).toBe(before);
  await expect(page.getByRole("textbox", { name: /^Text of/ }).first()).toBeFocused();
  await shot(page, "pieces");
  await saved(page);
  await app.restart();
  await expect.poll(() => piecesOf(app.page, 0, id)).toBe(`${PASSAGE}strength they were losing`);
  const kept = (await marksOnDisk(app)).find((one) => one.id === id);
  expect(kept?.ranges.map(({ quote }) => quote)).toEqual([PASSAGE, "strength they were losing"]);
});

test("unites pieces that touch or overlap, and takes a piece back", async ({ open }) => {
  const { page } = await open();
  const id = await marked(page);
  await drag(page, 0, "the officers");
  await page.keyboard.press("+");
  await markOver(page, 0, `${PASSAGE} the officers`);
  await drag(page, 0, "officers who govern");
  await page.getByRole("button", { name: /add to C1\+/ }).click();
  expect(await (await markOver(page, 0, `${PASSAGE} the officers who govern`)).getAttribute("data-mark")).toBe(id);
  await drag(page, 0, "months");
  await page.keyboard.press("+");
  await expect(page.getByText("This is part of the mark already.")).toBeVisible();
  await page.getByRole("button", { name: "Undo adding a piece" }).click();
  await markOver(page, 0, `${PASSAGE} the officers`);
});

test("adds what the pointer selects with Ctrl held", async ({ open }) => {
  const { page } = await open();
  const id = await marked(page);
  await sweep(page, 0, "plain to see", "ControlOrMeta");
  await expect.poll(() => piecesOf(page, 0, id)).toBe(`${PASSAGE}plain to see`);
  await expect(pane(page, 0).locator("mark.active").first()).toHaveAttribute("data-mark", id);
  await expect(page.getByRole("dialog", { name: "Mark" })).toBeHidden();
});

test("moves the boundaries of each piece, and takes a piece out", async ({ open }) => {
  const { page } = await open();
  const id = await marked(page);
  await drag(page, 0, "plain to see");
  await page.keyboard.press("+");
  await expect(pane(page, 0).locator(".handle")).toHaveCount(4);
  await page.keyboard.press("b");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect.poll(() => piecesOf(page, 0, id)).toBe(`${PASSAGE} theplain to`);

  await page.keyboard.press("b");
  await page.keyboard.press("Delete");
  await expect.poll(() => piecesOf(page, 0, id)).toBe(`${PASSAGE} the`);
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Undo removing a piece" }).click();
  await expect.poll(() => piecesOf(page, 0, id)).toBe(`${PASSAGE} theplain to`);
});

test("says what is missing when there is no mark to add to", async ({ open }) => {
  const { page } = await open();
  const before = await markCount(page);
  await drag(page, 0, "strength");
  await page.keyboard.press("+");
  await expect(page.getByText(/^Choose the mark first/)).toBeVisible();
  expect(await markCount(page)).toBe(before);
});
