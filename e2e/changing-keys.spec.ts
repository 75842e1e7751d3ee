import type { Page } from "@playwright/test";
import { mark, markOver, select, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const PASSAGE = "In the middle months of 2022";

function keyOf(page: Page, action: string) {
  return page.getByRole("button", { name: new RegExp(`^Change the key of: ${action}`) }).locator(".key-shown");
}

async function change(page: Page, action: string, key: string): Promise<void> {
  await keyOf(page, action).click();
  await expect(keyOf(page, action)).toHaveText("press it…");
  await page.keyboard.press(key);
  await expect(keyOf(page, action)).not.toHaveText("press it…");
}

async function openSheet(page: Page): Promise<void> {
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
}

async function closeSheet(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeHidden();
}

test("changes the key of an action, shows it everywhere, and remembers it", async ({ open, axe }) => {
  const app = await open();
  await openSheet(app.page);
  await change(app.page, "Review, and back to Read", "8");
  await expect(keyOf(app.page, "Review, and back to Read")).toHaveText("8");
  await axe(app.page);
  await closeSheet(app.page);
  await expect(app.page.getByRole("contentinfo")).toContainText("8 review");
  await text(app.page, 0).focus();
  await app.page.keyboard.press("r");
  await expect(app.page.getByRole("button", { name: "Read", exact: true })).toHaveAttribute("aria-current", "page");
  await app.page.keyboard.press("8");
  await expect(app.page.getByRole("button", { name: "Review", exact: true })).toHaveAttribute("aria-current", "page");
  await app.restart();
  await expect(app.page.getByRole("contentinfo")).toContainText("8 review");
  await openSheet(app.page);
  await app.page.getByRole("button", { name: "Reset the key of: Review, and back to Read" }).click();
  await expect(keyOf(app.page, "Review, and back to Read")).toHaveText("R");
});

test("says whose key it is, and swaps the two or leaves both", async ({ open, axe, shot }) => {
  const { page } = await open();
  await openSheet(page);
  await change(page, "Give the mark the next voice", "c");
  await expect(page.getByText("C is already the key of “Change the claim of the mark”.")).toBeVisible();
  await axe(page);
  await shot(page, "changing-keys");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(keyOf(page, "Give the mark the next voice")).toHaveText("V");
  await change(page, "Give the mark the next voice", "c");
  await page.getByRole("button", { name: "Swap the two" }).click();
  await expect(keyOf(page, "Give the mark the next voice")).toHaveText("C");
  await expect(keyOf(page, "Change the claim of the mark")).toHaveText("V");
  await closeSheet(page);
  await mark(page, 0, PASSAGE, "2", "C5");
  await markOver(page, 0, PASSAGE);
  await page.keyboard.press("c");
  await expect(page.getByRole("button", { name: "Undo changing the voice" })).toBeEnabled();
  await openSheet(page);
  await page.getByRole("button", { name: "Reset all keys" }).click();
  await expect(keyOf(page, "Give the mark the next voice")).toHaveText("V");
  await expect(keyOf(page, "Change the claim of the mark")).toHaveText("C");
});

test("gives a key to an action that had none, and keeps what moves about", async ({ open }) => {
  const { page } = await open();
  await openSheet(page);
  await change(page, "Make all articles equally wide", "Tab");
  await expect(page.getByText("Tab: This key is needed to move about and to select.")).toBeVisible();
  await expect(keyOf(page, "Make all articles equally wide")).toHaveText("none");
  await keyOf(page, "Make all articles equally wide").click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await expect(keyOf(page, "Make all articles equally wide")).toHaveText("none");
  await change(page, "Make all articles equally wide", "Control+Shift+e");
  await expect(keyOf(page, "Make all articles equally wide")).toHaveText("Ctrl+Shift+E");
});

test("marks exactly what is selected with Alt and the changed key", async ({ open }) => {
  const { page } = await open();
  await openSheet(page);
  await change(page, "Mark the selection without a claim", "8");
  await closeSheet(page);
  await select(page, 0, "iddle mont");
  await page.keyboard.press("Alt+8");
  await expect(page.getByRole("button", { name: "Undo marking" })).toBeEnabled();
  await expect(await markOver(page, 0, "iddle mont")).toBeVisible();
});
