import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { mark, markCount, markOver, marksOver, saved, text } from "./desk.ts";
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

function steps(page: Page): Locator {
  return page.getByRole("dialog", { name: "Steps" });
}

/** The names of the steps that the open list shows, each with what it says of where it stands. */
async function listed(page: Page): Promise<readonly string[]> {
  return steps(page)
    .getByRole("option")
    .evaluateAll((options) =>
      options.map((option) => {
        const name = option.querySelector(".step-name")?.textContent ?? "";
        const isNow = option.getAttribute("aria-current") === "step";
        return `${name}${isNow ? " (now)" : ""}${option.textContent?.includes(", undone") ? " (undone)" : ""}`;
      }),
    );
}

test("says what the list of steps is for where nothing has been done", async ({ open, shot, axe }) => {
  const { page } = await open();
  await text(page, 0).focus();
  await page.keyboard.press("i");
  await expect(steps(page)).toContainText("No steps yet");
  await axe(page);
  await shot(page, "steps-none");
  await page.keyboard.press("i");
  await expect(steps(page)).toBeHidden();
  await page.keyboard.press("i");
  await expect(steps(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(steps(page)).toBeHidden();
  await expect(text(page, 0)).toBeFocused();
});

test("lists the steps, goes back and forward to any of them by key, and does so after a restart", async ({
  open,
  shot,
  axe,
}) => {
  const app = await open();
  const { page } = app;
  const before = await markCount(page);
  await mark(page, 0, FIRST, "4", "Whether anybody asked");
  await page.keyboard.press("v");
  await page.keyboard.press("2");
  await expect(page.getByRole("button", { name: "Undo changing the stance" })).toBeEnabled();
  await page.keyboard.press("i");
  await expect(steps(page).getByRole("listbox")).toBeFocused();
  expect(await listed(page)).toEqual([
    "changing the stance (now)",
    "changing the voice",
    "marking",
    "before all steps",
  ]);
  await expect(
    steps(page).getByRole("option", { name: /^marking.*just now.*“In the middle months of 2022”/ }),
  ).toBeVisible();
  await axe(page);

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const undone = ["changing the stance (undone)", "changing the voice (undone)"];
  await expect.poll(() => listed(page)).toEqual([...undone, "marking (now)", "before all steps"]);
  await expect(await markOver(page, 0, FIRST)).toHaveClass(/questions/);
  await expect(page.getByRole("contentinfo").getByText("2 steps undone.")).toBeVisible();
  await shot(page, "steps");
  await axe(page);
  await page.keyboard.press("End");
  await page.keyboard.press("Space");
  await expect.poll(() => markCount(page)).toBe(before);
  await saved(page);
  await app.kill();
  await app.restart();

  const again = app.page;
  await again.getByRole("button", { name: "Steps" }).click();
  await expect.poll(() => listed(again)).toEqual([...undone, "marking (undone)", "before all steps (now)"]);
  await steps(again)
    .getByRole("option", { name: /^changing the voice/ })
    .click();
  await expect.poll(() => markCount(again)).toBe(before + 1);
  await expect
    .poll(() => listed(again))
    .toEqual(["changing the stance (undone)", "changing the voice (now)", "marking", "before all steps"]);
  await again.keyboard.press("Home");
  await again.keyboard.press("Enter");
  await expect(await markOver(again, 0, FIRST)).toHaveClass(/refutes/);
  await again.keyboard.press("Escape");
  await expect(steps(again)).toBeHidden();
});

test("stops at a step that cannot be undone, and says how far it came", async ({ open }) => {
  const app = await open();
  const { page } = app;
  await page.keyboard.press("y");
  await page.getByRole("combobox", { name: "Find a speaker" }).fill("tine");
  await page.keyboard.press("Enter");
  await page.getByLabel("Name", { exact: true }).fill("A. Tine");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Undo renaming a speaker" })).toBeVisible();
  const before = await markCount(page);
  await mark(page, 0, FIRST, "1", "C1");
  await saved(page);

  // Another program takes the speaker out of the project, and gives that another name.
  const path = join(app.folder, "project.json");
  const { speakers: _, ...file } = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...file, title: "Elsewhere" }));
  await expect(page.getByRole("button", { name: "Elsewhere" })).toBeVisible();
  await page.keyboard.press("i");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 of 2 steps undone. This speaker is not in the project's list.")).toBeVisible();
  expect(await markCount(page)).toBe(before);
  await expect.poll(() => listed(page)).toEqual(["marking (undone)", "before all steps (now)"]);
});

test("keeps few lines of a long list on the page, and opens it from the palette", async ({ open }) => {
  const { page } = await open();
  await mark(page, 0, FIRST, "1", "C1");
  for (let i = 0; i < 250; i++) await page.keyboard.press(i % 2 === 0 ? "2" : "1");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("list steps");
  await page.keyboard.press("Enter");
  const options = steps(page).getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-setsize", "252");
  expect(await options.count()).toBeLessThan(40);
  await page.keyboard.press("End");
  await expect(steps(page).getByRole("option", { name: "before all steps" })).toBeInViewport();
  expect(await options.count()).toBeLessThan(40);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("contentinfo").getByText("250 steps undone.")).toBeVisible();
  await expect(await markOver(page, 0, FIRST)).toHaveClass(/supports/);
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("contentinfo").getByText("250 steps done again.")).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
  test(`shows the steps at 1024, 1440 and 2560 pixels, ${theme}`, async ({ open, shot, axe }) => {
    const { page } = await open();
    await page.emulateMedia({ colorScheme: theme });
    await mark(page, 0, FIRST, "1", "C1");
    for (const key of ["v", "2", "t", "x", "3", "v", "d"]) await page.keyboard.press(key);
    for (let i = 0; i < 3; i++) await page.keyboard.press("ControlOrMeta+z");
    await page.keyboard.press("i");
    for (const width of [1024, 1440, 2560]) {
      await page.setViewportSize({ width, height: width === 2560 ? 1440 : 900 });
      await expect(steps(page)).toBeInViewport({ ratio: 1 });
      await axe(page);
      await shot(page, `steps-${theme}-${width}`);
    }
  });
}
