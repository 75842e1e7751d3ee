import { text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

for (const theme of ["light", "dark"] as const) {
  for (const width of [1024, 1440, 2560]) {
    test(`fits ${width} pixels, ${theme}`, async ({ open, shot, axe }) => {
      const { page } = await open();
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: width === 2560 ? 1440 : 900 });
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      await expect.poll(() => page.evaluate(() => document.fonts.status)).toBe("loaded");
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await axe(page);
      await shot(page, `read-${theme}-${width}`);
      await page.getByRole("button", { name: "Review", exact: true }).click();
      await page
        .getByRole("button", { name: /^C5: mixed/ })
        .first()
        .click();
      await expect(
        page.getByRole("complementary", { name: "Passages" }).locator("mark.active").first(),
      ).toBeInViewport();
      await axe(page);
      await shot(page, `review-${theme}-${width}`);
    });
  }
}

test("lists every key on a sheet", async ({ open, shot, axe }) => {
  const { page } = await open();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await shot(page, "keys");
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeHidden();
});

test("remembers theme and text size", async ({ open }) => {
  const app = await open();
  await app.page.getByRole("button", { name: "Display" }).click();
  await app.page.getByRole("menuitem", { name: /Theme/ }).click();
  await app.page.getByRole("menuitem", { name: /Theme/ }).click();
  await app.page.getByRole("menuitem", { name: /Larger text/ }).click();
  await expect(app.page.locator("html")).toHaveAttribute("data-theme", "dark");
  const size = await text(app.page, 0).evaluate((element) => getComputedStyle(element).fontSize);
  await app.restart();
  await expect(app.page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await text(app.page, 0).evaluate((element) => getComputedStyle(element).fontSize)).toBe(size);
});

test("works as another analyst, each with marks of their own", async ({ open }) => {
  const { page } = await open();
  await expect(page.getByRole("contentinfo")).toContainText("64 marks");
  await page.getByRole("button", { name: /^Analyst: / }).click();
  await page.getByRole("menuitem", { name: /Work as Ben/ }).click();
  await expect(page.getByRole("contentinfo")).toContainText("32 marks");
  await page.getByRole("button", { name: /^Analyst: / }).click();
  await page.getByRole("menuitem", { name: "New analyst…" }).click();
  await page.getByLabel("Name").fill("Chidi");
  await page.getByRole("button", { name: "Work as this analyst" }).click();
  await expect(page.getByRole("button", { name: "Analyst: Chidi" })).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText("0 marks");
});
