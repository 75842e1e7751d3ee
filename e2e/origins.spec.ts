import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { mark, saved, setsOnDisk, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

// The Echo prints what the Post has, but for three words.
const POST = `The Post

The bridge at Kolda was closed on Monday after engineers found cracks in two of its pillars, the town council said in a short
statement on its page. Nobody was hurt.

A ferry will carry passengers until spring.
`.replace("short\n", "short ");
/** Enough to move what follows out of view. */
const LEAD = Array.from({ length: 40 }, (_, i) => `Street ${i} was full of people who had to walk.`).join("\n\n");
const ECHO = `The Echo

People in Kolda woke up to bad news.

${LEAD}

The bridge at Kolda was closed late on Monday after inspectors found cracks in two of
its pillars, the town council said in a brief statement on its page.
`.replace("two of\n", "two of ");

async function part(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name }).click();
  await expect(page.getByRole("tabpanel", { name })).toBeVisible();
}

test("finds what articles share, and counts those that the analyst calls one origin once", async ({
  open,
  shot,
  axe,
}) => {
  const app = await open({
    args: ["post.txt", "echo.txt"],
    prepare: async (folder) => {
      await writeFile(join(folder, "post.txt"), POST);
      await writeFile(join(folder, "echo.txt"), ECHO);
    },
  });
  let { page } = app;
  await mark(page, 0, "was closed on Monday", "1", "The bridge was closed on a Monday");
  await mark(page, 1, "was closed late on Monday", "1", "C1");
  await page.keyboard.press("r");
  const row = () => page.getByRole("row", { name: /The bridge was closed on a Monday/ });
  await expect(row()).toContainText("corroborated");
  await expect(row()).toContainText("2 articles, 2 origins");

  await part(page, "Origins");
  const pair = () => page.locator(".shared-pairs > li");
  await expect(pair()).toHaveCount(1);
  await expect(pair()).toContainText("1 passage, 26 equal words");
  const sides = pair().locator(".shared-side");
  await expect(sides).toHaveCount(2);
  await expect.poll(() => sides.nth(0).locator("b").allTextContents()).toEqual(["engineers", "short"]);
  await expect.poll(() => sides.nth(1).locator("b").allTextContents()).toEqual(["late", "inspectors", "brief"]);
  await shot(page, "origins");
  await axe(page);

  const verdict = (name: string) => pair().getByRole("button", { name, exact: true });
  await verdict("One origin").click();
  await expect(verdict("One origin")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".origin-groups")).toContainText("2 articles, 1 origin");
  await expect(page.locator(".origin-groups")).toContainText("confirmed by you");
  await axe(page);
  await page.getByRole("button", { name: /^Take back/ }).click();
  await expect(verdict("One origin")).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByRole("heading", { name: "Articles that are one origin" })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(verdict("One origin")).toHaveAttribute("aria-pressed", "true");
  await part(page, "Matrix");
  await expect(row()).toContainText("single source");
  await expect(row()).toContainText("2 articles, 1 origin");

  await page.getByRole("button", { name: "Undo calling two articles one origin" }).click();
  await expect(row()).toContainText("2 articles, 2 origins");

  // What was dismissed stays so, by key and after a restart.
  await part(page, "Origins");
  await pair().locator(".shared-pair-name").focus();
  await page.keyboard.press("d");
  await expect(verdict("Independent")).toHaveAttribute("aria-pressed", "true");
  await saved(page);
  await app.restart();
  ({ page } = app);
  await page.keyboard.press("r");
  await expect(row()).toContainText("2 articles, 2 origins");
  await part(page, "Origins");
  await expect(verdict("Independent")).toHaveAttribute("aria-pressed", "true");
  await expect(verdict("One origin")).toHaveAttribute("aria-pressed", "false");
  await expect
    .poll(async () => (await setsOnDisk(app.folder)).flatMap(({ originVerdicts = [] }) => originVerdicts))
    .toMatchObject([{ verdict: "independent" }]);

  // A passage leads into its text, where it is selected.
  await pair().locator(".shared-side").nth(1).click();
  await expect(text(page, 1)).toBeFocused();
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString()))
    .toMatch(/^The bridge at Kolda was closed late on Monday .* brief statement on its page$/);
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { top = -1, bottom = 0 } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? {};
        return top > 0 && bottom < innerHeight;
      }),
    )
    .toBe(true);

  // An agency that both name makes them one origin without a verdict, and against one.
  await page.keyboard.press("r");
  await part(page, "Origins");
  await page.getByRole("button", { name: "its details" }).click();
  const details = page.getByRole("dialog", { name: "Details of the articles" });
  for (const article of [0, 1]) {
    await details.getByRole("list", { name: "Articles" }).getByRole("button").nth(article).click();
    await details.getByLabel("Agency whose text it prints").fill(article === 0 ? "AFP" : "afp ");
    await details.getByRole("button", { name: /^(Save|Confirm)$/ }).click();
    if (article === 0) await expect(details.getByRole("button", { pressed: true }).first()).toBeVisible();
  }
  await expect(details).toBeHidden();
  await expect(page.locator(".origin-groups")).toContainText("AFP: 2 articles, declared");
  await expect(page.locator(".origin-groups")).toContainText("You have called");
  await shot(page, "origins-declared");
  await axe(page);
  await part(page, "Matrix");
  await expect(row()).toContainText("2 articles, 1 origin");
});
