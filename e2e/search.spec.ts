import type { Page } from "@playwright/test";
import { claimField, markCount, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

function panel(page: Page) {
  return page.getByRole("complementary", { name: "Search" });
}

function field(page: Page) {
  return panel(page).getByRole("textbox", { name: "Search for" });
}

/** What is painted over the texts as a hit, and which of it is the current one. */
async function painted(page: Page): Promise<{ hits: number; current: readonly string[] }> {
  return page.evaluate(() => ({
    hits: CSS.highlights.get("found")?.size ?? 0,
    current: [...(CSS.highlights.get("found-current") ?? [])].map((range) => range.toString()),
  }));
}

test("searches all articles at once, steps through the hits, and goes back to the text", async ({
  open,
  shot,
  axe,
}) => {
  const { page } = await open();
  await text(page, 0).focus();
  await page.keyboard.press("Control+f");
  await expect(field(page)).toBeFocused();
  await expect(panel(page).getByText("with or without accents")).toBeVisible();
  await shot(page, "search-empty");
  await page.keyboard.type("MOURA");
  const sources = panel(page).getByRole("region");
  const count = await panel(page).getByRole("listitem").count();
  await expect(panel(page).getByRole("status").first()).toHaveText(
    `${count} hits in ${await sources.count()} articles`,
  );
  expect(await sources.count()).toBeGreaterThan(1);
  await expect.poll(() => painted(page)).toEqual({ hits: count, current: [] });

  await page.keyboard.press("Enter");
  await expect.poll(() => painted(page)).toEqual({ hits: count - 1, current: ["Moura"] });
  await expect(panel(page).getByRole("status").first()).toContainText(`1 of ${count}`);
  await page.keyboard.press("F3");
  await expect(panel(page).getByRole("status").first()).toContainText(`2 of ${count}`);
  await page.keyboard.press("Shift+F3");
  await page.keyboard.press("Shift+Enter");
  await expect(panel(page).getByRole("status").first()).toContainText(`${count} of ${count}`);
  await expect(field(page)).toBeFocused();
  await expect(panel(page).locator("li.current")).toBeInViewport();
  await axe(page);

  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("Moura");
  await expect.poll(() => painted(page)).toEqual({ hits: 0, current: [] });
  await page.keyboard.press("Control+f");
  await expect(field(page)).toHaveValue("Moura");
});

test("tells case, whole words and expressions apart where asked to, and says why nothing was found", async ({
  open,
}) => {
  const { page } = await open();
  await page.getByRole("button", { name: "Search all sources" }).click();
  const hits = panel(page).getByRole("listitem");
  await field(page).fill("keita");
  await expect(hits.first()).toContainText("Keïta");
  await panel(page).getByLabel("Match case").check();
  await expect(panel(page).getByRole("status")).toHaveText("Nothing found. Try it without “Match case”.");
  await panel(page).getByLabel("Match case").uncheck();
  await field(page).fill("mali");
  const all = await hits.count();
  await panel(page).getByLabel("Whole words").check();
  await expect.poll(() => hits.count()).toBeLessThan(all);
  await panel(page).getByLabel("Whole words").uncheck();

  await panel(page).getByLabel("Regular expression").check();
  await field(page).fill("\\d+ to \\d+");
  await expect(hits.first()).toContainText("300 to 400");
  await field(page).fill("(");
  await expect(panel(page).getByRole("status")).toHaveText(/^This is not a regular expression yet: /);
});

test("gives up a regular expression that would take for ever, and stays usable", async ({ open }) => {
  const { page } = await open();
  await page.keyboard.press("Control+f");
  await panel(page).getByLabel("Regular expression").check();
  await field(page).fill("^(([\\s\\S])+.)+☃$");
  await expect(panel(page).getByRole("status")).toHaveText("Searching…");
  await panel(page).getByLabel("Whole words").check();
  await expect(panel(page).getByText("takes too long on these texts")).toBeVisible();
  await field(page).fill("Moura");
  await expect(panel(page).getByRole("listitem").first()).toContainText("Moura");
});

test("searches one article only", async ({ open }) => {
  const { page } = await open();
  await text(page, 2).focus();
  await page.keyboard.press("Control+f");
  await field(page).fill("wagner");
  await expect.poll(() => panel(page).getByRole("region").count()).toBeGreaterThan(1);
  await panel(page)
    .getByLabel(/This article only/)
    .check();
  await expect(panel(page).getByRole("region")).toHaveCount(1);
});

test("makes marks of ticked hits with one claim, as one step", async ({ open, shot }) => {
  const { page } = await open();
  const before = await markCount(page);
  await page.keyboard.press("Control+f");
  await field(page).fill("sanctions");
  await panel(page).getByRole("listitem").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await shot(page, "search-ticked");
  await page.keyboard.press("2");
  await claimField(page).fill("C15");
  await page.keyboard.press("Enter");
  await expect(panel(page).getByText("2 passages marked.")).toBeVisible();
  expect(await markCount(page)).toBe(before + 2);
  await expect(page.locator('.panes [data-label="C15−"]')).toHaveCount(2);

  await panel(page).locator(".hit").nth(1).focus();
  await page.keyboard.press("1");
  await claimField(page).fill("C15");
  await page.keyboard.press("Enter");
  await expect(panel(page).getByText("2 have this claim already.")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(() => markCount(page)).toBe(before);
});

test("ticks all hits of one article", async ({ open }) => {
  const { page } = await open();
  await page.keyboard.press("Control+f");
  await field(page).fill("moura");
  const first = panel(page).getByRole("region").first();
  await first.getByRole("checkbox", { name: /^Tick all hits/ }).check();
  const count = await first.getByRole("listitem").count();
  await expect(panel(page).getByText(`Mark the ${count} ticked`)).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
  test(`fits 1024, 1440 and 2560 pixels, ${theme}`, async ({ open, shot, axe }) => {
    const { page } = await open();
    for (const width of [1024, 1440, 2560]) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: width === 2560 ? 1440 : 900 });
      await page.keyboard.press("Control+f");
      await field(page).fill("russia");
      for (let step = 0; step < 3; step++) await page.keyboard.press("Enter");
      await expect.poll(async () => (await painted(page)).current.length).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await axe(page);
      await shot(page, `search-${theme}-${width}`);
      await page.keyboard.press("Escape");
      await expect(panel(page)).toBeHidden();
    }
  });
}
