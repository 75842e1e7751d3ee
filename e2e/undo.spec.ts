import { mark, markCount, marksOver, saved } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const FIRST = "In the middle months of 2022";

test("says what was undone and redone", async ({ open, axe }) => {
  const { page } = await open();
  await mark(page, 0, FIRST, "4", "Whether anybody asked");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("contentinfo").getByText("Undone: marking.")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Redo marking" }).click();
  await expect(page.getByRole("contentinfo").getByText("Redone: marking.")).toBeVisible();
});

test("undoes and redoes after the program was killed and started again, with the names", async ({ open }) => {
  const app = await open();
  const before = await markCount(app.page);
  await mark(app.page, 0, FIRST, "4", "Whether anybody asked");
  await app.page.keyboard.press("v");
  await expect(app.page.getByRole("button", { name: "Undo changing the voice" })).toBeEnabled();
  await app.page.keyboard.press("Control+z");
  await expect(app.page.getByRole("button", { name: "Redo changing the voice" })).toBeEnabled();
  await saved(app.page);
  await app.kill();
  await app.restart();

  await expect(app.page.getByRole("button", { name: "Undo marking" })).toBeEnabled();
  await app.page.getByRole("button", { name: "Redo changing the voice" }).click();
  await app.page.getByRole("button", { name: "Undo changing the voice" }).click();
  await app.page.getByRole("button", { name: "Undo marking" }).click();
  await expect.poll(() => markCount(app.page)).toBe(before);
  expect(await marksOver(app.page, 0, FIRST)).toEqual([]);
  await saved(app.page);

  // What was undone can be redone after an orderly restart too.
  await app.restart();
  await app.page.getByRole("button", { name: "Redo marking" }).click();
  await expect.poll(() => markCount(app.page)).toBe(before + 1);
});

test("forgets what could be undone where another window has worked on since", async ({ open }) => {
  const app = await open();
  await mark(app.page, 0, FIRST, "2", "C5");
  await saved(app.page);
  await app.kill();
  const other = await open({ beside: { app, as: "another-analyst" } });
  await expect(other.page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled();
});
