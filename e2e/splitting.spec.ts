import type { Page } from "@playwright/test";
import { drag, mark, markCount, markOver, marksOver, pane, saved, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { marksOnDisk, piecesOf } from "./passages.ts";

const PASSAGE = "middle months of 2022";

/** Puts the caret behind a passage of the focused text without touching the mark that is active. */
async function caretAfter(page: Page, place: number, passage: string): Promise<void> {
  await drag(page, place, passage);
  await page.keyboard.press("ArrowRight");
}

test("splits a mark at the caret into two that say the same, as one step", async ({ open, shot }) => {
  const app = await open();
  const { page } = app;
  await mark(page, 0, PASSAGE, "2", "C7");
  const id = await (await markOver(page, 0, PASSAGE)).getAttribute("data-mark");
  const before = await markCount(page);
  await caretAfter(page, 0, "middle months");
  await page.keyboard.press("s");
  await expect(await markOver(page, 0, "middle months")).toHaveAttribute("data-mark", id ?? "");
  await expect(await markOver(page, 0, "of 2022")).toHaveClass(/refutes.*active/);
  expect(await markCount(page)).toBe(before + 1);
  await shot(page, "split");
  await saved(page);
  await page.getByRole("button", { name: "Undo splitting a mark" }).click();
  await markOver(page, 0, PASSAGE);
  await page.getByRole("button", { name: "Redo splitting a mark" }).click();
  await saved(page);
  await app.restart();
  const halves = (await marksOnDisk(app)).filter(({ ranges }) =>
    ["middle months", "of 2022"].includes(ranges[0]?.quote ?? ""),
  );
  expect(halves.map(({ tags }) => tags.map(({ stance }) => stance))).toEqual([["refutes"], ["refutes"]]);
  expect(new Set(halves.flatMap(({ tags }) => tags.map((tag) => tag.id))).size).toBe(2);
});

test("does not split where nothing would be left", async ({ open }) => {
  const { page } = await open();
  await mark(page, 0, PASSAGE, "2", "C7");
  await page.keyboard.press("s");
  await expect(page.getByText(/^Put the caret between two words/)).toBeVisible();
  await markOver(page, 0, PASSAGE);
});

test("merges a mark with the one beside it and unites their tags, as one step", async ({ open }) => {
  const { page } = await open();
  await mark(page, 0, "the officers who", "1", "C2");
  await mark(page, 0, PASSAGE, "2", "C7");
  const before = await markCount(page);
  await page.keyboard.press("j");
  await expect(await markOver(page, 0, `${PASSAGE} the officers who`)).toHaveClass(/active/);
  await expect(pane(page, 0).locator('[data-label="C7− C2+"]').first()).toBeVisible();
  expect(await markCount(page)).toBe(before - 1);
  await page.getByRole("button", { name: "Undo merging two marks" }).click();
  await markOver(page, 0, PASSAGE);
  await markOver(page, 0, "the officers who");
});

test("merges a mark with one that is chosen, though words lie between", async ({ open, axe, shot }) => {
  const { page } = await open();
  await mark(page, 0, "strength they were losing", "1", "C2");
  await mark(page, 0, PASSAGE, "2", "C7");
  const id = (await (await markOver(page, 0, PASSAGE)).getAttribute("data-mark")) ?? "";
  await page.keyboard.press("j");
  const bar = page.getByRole("toolbar", { name: "Merge marks" });
  await expect(bar).toBeVisible();
  await axe(page);
  await shot(page, "merging");
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await page.keyboard.press("j");
  await text(page, 0).click({ position: { x: 60, y: 60 } });
  await expect(page.locator("mark.active")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();

  await page.keyboard.press("]");
  await page.keyboard.press("j");
  await page.keyboard.press("]");
  await page.keyboard.press("j");
  await expect(bar).toBeHidden();
  await expect.poll(() => piecesOf(page, 0, id)).toBe(`${PASSAGE}strength they were losing`);
  expect(await marksOver(page, 0, "strength they were losing")).toEqual([]);
});

test("does not merge marks of two texts", async ({ open }) => {
  const { page } = await open();
  await mark(page, 1, "Relations between Bamako", "1", "C2");
  await mark(page, 0, PASSAGE, "2", "C7");
  await page.keyboard.press("j");
  await (await markOver(page, 1, "Relations between Bamako")).click();
  await page.keyboard.press("j");
  await expect(page.getByText("Only marks of one text can be merged.")).toBeVisible();
  await markOver(page, 0, PASSAGE);
});
