import type { Page } from "@playwright/test";
import { mark, markCount, markOver, saved, setsOnDisk, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const PASSAGE = "In the middle months of 2022";

function list(page: Page) {
  return page.getByRole("complementary", { name: "Marks" });
}

function lines(page: Page) {
  return list(page).locator(".hit");
}

function status(page: Page) {
  return list(page).getByRole("status");
}

test("lists all marks, narrows them by anything, and goes to one by keyboard alone", async ({ open, shot, axe }) => {
  const { page } = await open();
  const count = await markCount(page);
  await page.keyboard.press("w");
  await expect(page.locator("#mark-filter")).toBeFocused();
  await expect(status(page)).toHaveText(`${count} marks`);
  await axe(page);
  await shot(page, "mark-list");

  await page.keyboard.type("drian FRANÇAIS");
  await expect(status(page)).toHaveText(`0 of ${count} marks`);
  await list(page).getByRole("button", { name: "Show all marks" }).click();
  await page.locator("#mark-filter").fill("le drian");
  await expect(status(page)).toHaveText(`3 of ${count} marks`);
  const stance = list(page).getByLabel("Stance");
  const refuting = await stance.locator('option[value="supports"]').textContent();
  await stance.selectOption("supports");
  await expect(status(page)).toHaveText(`${/\((\d+)\)/.exec(refuting ?? "")?.[1]} of ${count} marks`);
  await list(page).getByLabel("Voice").selectOption("quoted-direct");
  await expect(list(page).getByLabel("Speaker").locator("option")).toHaveCount(2);
  await shot(page, "mark-list-narrowed");

  await lines(page).first().focus();
  await page.keyboard.press("End");
  await expect(lines(page).last()).toBeFocused();
  const quote = await lines(page).last().locator(".quote").textContent();
  await page.keyboard.press("Enter");
  await expect(lines(page).last()).toHaveAttribute("aria-current", "true");
  const shown = page.locator("mark.active").first();
  await expect(shown).toBeInViewport();
  expect(quote).toContain(((await shown.textContent()) ?? "").trim());
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  expect(await page.evaluate(() => document.activeElement?.classList.contains("text"))).toBe(true);
  await page.keyboard.press("w");
  await expect(list(page).getByLabel("Stance")).toHaveValue("supports");
  await list(page).getByRole("button", { name: "Clear" }).click();
  await expect(status(page)).toHaveText(`${count} marks`);
  await list(page).getByRole("button", { name: "More filters" }).click();
  await list(page).getByLabel("Analyst").selectOption({ label: "Ben Laurent (25)" });
  await expect(status(page)).toHaveText("25 marks");
  await expect(list(page)).toContainText("You are still blind to 2 articles");
});

test("flags a mark, notes on it, and finds it by both, also after a restart", async ({ open, shot, axe }) => {
  const app = await open();
  const { page } = app;
  await mark(page, 0, PASSAGE, "1", "C1");
  await page.keyboard.press("x");
  await expect(page.getByText("Flagged to discuss.")).toBeAttached();
  await expect(page.locator('[data-label="C1+ ⚑"]')).toBeVisible();
  await (await markOver(page, 0, PASSAGE)).click();
  const card = page.getByRole("dialog", { name: "Mark" });
  await expect(card.getByRole("button", { name: /To discuss/ })).toHaveAttribute("aria-pressed", "true");
  await card.getByLabel("Mark note").fill("Which months?");
  await card.getByLabel("Mark note").press("Enter");
  await shot(page, "mark-flagged");
  await axe(page);
  await saved(page);
  await app.restart();

  await text(app.page, 0).focus();
  await app.page.keyboard.press("w");
  await list(app.page).getByLabel("Flag").selectOption("to-discuss");
  await expect(lines(app.page)).toHaveCount(1);
  await expect(lines(app.page)).toContainText("Which months?");
  await lines(app.page).focus();
  await app.page.keyboard.press("x");
  await expect(lines(app.page)).toHaveCount(0);
  await app.page.keyboard.press("Control+z");
  await expect(lines(app.page)).toHaveCount(1);
  await saved(app.page);
  const marks = (await setsOnDisk(app.folder)).flatMap((set) => set.marks.filter(({ toDiscuss }) => toDiscuss));
  expect(marks).toMatchObject([{ toDiscuss: true, note: "Which months?" }]);
});

test("keeps deleted marks in a bin, from which they come back with all they say", async ({ open, shot, axe }) => {
  const app = await open();
  const { page } = app;
  const before = await markCount(page);
  await mark(page, 0, PASSAGE, "1", "C1");
  await expect.poll(() => markCount(page)).toBe(before + 1);
  await page.keyboard.press("Delete");
  await expect.poll(() => markCount(page)).toBe(before);
  await page.keyboard.press("w");
  await lines(page).first().focus();
  await page.keyboard.press("Delete");
  await expect.poll(() => markCount(page)).toBe(before - 1);
  await expect(lines(page).first()).toBeFocused();
  await list(page).getByRole("button", { name: "Bin 2" }).click();
  await expect(lines(page)).toHaveCount(2);
  await axe(page);
  await shot(page, "mark-bin");
  await saved(page);
  await app.restart();

  await text(app.page, 0).focus();
  await app.page.keyboard.press("w");
  await list(app.page).getByRole("button", { name: "Bin 2" }).click();
  await lines(app.page).filter({ hasText: PASSAGE }).focus();
  await app.page.keyboard.press("Enter");
  await expect(lines(app.page)).toHaveCount(1);
  await expect.poll(() => markCount(app.page)).toBe(before);
  await expect(await markOver(app.page, 0, PASSAGE)).toHaveAttribute("data-mark", /./);
  await lines(app.page).focus();
  await app.page.keyboard.press("Delete");
  await expect(list(app.page).getByText("The bin is empty.")).toBeVisible();
  await app.page.keyboard.press("Control+z");
  await expect(lines(app.page)).toHaveCount(1);
});
