import type { Page } from "@playwright/test";
import { claimField, drag, mark, markOver, pane, select, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const PASSAGE = "In the middle months of 2022";

function palette(page: Page) {
  return page.getByRole("dialog", { name: "All actions" });
}

function field(page: Page) {
  return page.getByRole("combobox", { name: "Find an action, a claim or an article" });
}

test("finds an action by part of its name and does it where the focus was", async ({ open, axe, shot }) => {
  const { page } = await open();
  await select(page, 0, PASSAGE);
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await expect(palette(page).getByRole("option").first()).toBeVisible();
  await axe(page);
  await shot(page, "palette");
  await page.keyboard.type("without claim");
  await expect(palette(page).getByRole("option").first()).toHaveText(/Mark the selection without a claim.*M$/);
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeHidden();
  await expect(await markOver(page, 0, PASSAGE)).toBeVisible();
  await expect(text(page, 0)).toBeFocused();
});

test("leaves the focus and the selection as they were on Escape and on its own key", async ({ open }) => {
  const { page } = await open();
  for (const key of ["Escape", "Control+k"]) {
    await drag(page, 1, "the");
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press(key);
    await expect(palette(page)).toBeHidden();
    await expect(text(page, 1)).toBeFocused();
    await page.keyboard.press("1");
    await expect(claimField(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(claimField(page)).toBeHidden();
  }
});

test("shows what cannot be done now with the reason, and does not do it", async ({ open, axe }) => {
  const { page } = await open();
  await text(page, 0).focus();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("split the mark");
  const option = palette(page).getByRole("option", { name: /Split the mark at the caret/ });
  await expect(option).toHaveAttribute("aria-disabled", "true");
  await expect(option).toContainText("Choose a mark first");
  await expect(palette(page).getByRole("status")).toContainText("Choose a mark first");
  await axe(page);
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeVisible();
});

test("puts what was used last first, and remembers it", async ({ open }) => {
  const app = await open();
  await app.page.keyboard.press("Control+k");
  await app.page.keyboard.type("equally wide");
  await app.page.keyboard.press("Enter");
  await expect(palette(app.page)).toBeHidden();
  await app.restart();
  await app.page.keyboard.press("Control+k");
  const last = palette(app.page).getByRole("group", { name: "Used last" });
  await expect(last.getByRole("option")).toHaveText(["Make all articles equally wide"]);
  await expect(last.getByRole("option")).toHaveAttribute("aria-selected", "true");
});

test("offers claims and articles, from its entry in the menu too", async ({ open }) => {
  const { page } = await open();
  const title = await pane(page, 4).getByRole("heading").first().textContent();
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("menuitem", { name: /All actions/ }).click();
  await field(page).fill("align c5");
  await expect(palette(page).getByRole("option").first()).toContainText("Align all texts at C5:");
  await page.keyboard.press("Enter");
  await expect(page.getByText("No passage for").first().or(page.locator("mark.active").first()).first()).toBeVisible();
  await page.keyboard.press("Control+k");
  await field(page).fill(`go to ${title ?? ""}`);
  await page.keyboard.press("Enter");
  await expect(text(page, 4)).toBeFocused();
});

test("says what it would undo, and undoes it", async ({ open }) => {
  const { page } = await open();
  await mark(page, 0, PASSAGE, "2", "C5");
  await markOver(page, 0, PASSAGE);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("undo");
  await expect(palette(page).getByRole("option").first()).toContainText("Undo: marking");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("contentinfo").getByText("Undone: marking.")).toBeVisible();
});
