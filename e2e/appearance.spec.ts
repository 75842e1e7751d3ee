import type { Page } from "@playwright/test";
import { pane, text } from "./desk.ts";
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

for (const theme of ["light", "dark"] as const) {
  test(`has a high contrast that the system or a person asks for, ${theme}`, async ({ open, shot, axe }) => {
    const app = await open();
    const { page } = app;
    await page.emulateMedia({ colorScheme: theme, contrast: "more" });
    await expect(page.locator("html")).toHaveAttribute("data-contrast", "more");
    await page.emulateMedia({ colorScheme: theme, contrast: "no-preference" });
    await expect(page.locator("html")).toHaveAttribute("data-contrast", "usual");
    await page.getByRole("button", { name: "Display" }).click();
    await page.getByRole("menuitemcheckbox", { name: "High contrast" }).click();
    await page.keyboard.press("Escape");
    await expect(page.locator("html")).toHaveAttribute("data-contrast", "more");
    const inks = ["ink", "ink-2", "ink-3", "accent", "supports", "refutes", "mixed", "questions", "mentions"];
    for (const ink of inks) {
      for (const ground of ["page", "paper", "rail"]) {
        expect(await contrast(page, ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7);
      }
    }
    await axe(page);
    await shot(page, `read-contrast-${theme}`);
    await page.keyboard.press("r");
    await axe(page);
    await shot(page, `review-contrast-${theme}`);
  });
}

test("shows marks by sign and underline alone where the system allows its own colours only", async ({ open, shot }) => {
  const { page } = await open();
  await page.emulateMedia({ forcedColors: "active" });
  const refuting = pane(page, 1).locator("mark.refutes").first();
  await refuting.scrollIntoViewIfNeeded();
  const style = await refuting.evaluate((mark) => {
    const { textDecorationLine, textDecorationStyle, backgroundImage } = getComputedStyle(mark);
    return [textDecorationLine, textDecorationStyle, backgroundImage];
  });
  expect(style).toEqual(["underline", "double", "none"]);
  await shot(page, "read-forced-colours");
});

test("makes the lines of a text narrower and wider, and remembers it", async ({ open }) => {
  const app = await open();
  await app.page.setViewportSize({ width: 2560, height: 1200 });
  await text(app.page, 0).focus();
  await app.page.keyboard.press("=");
  const width = async () => (await text(app.page, 0).boundingBox())?.width ?? 0;
  const medium = await width();
  await app.page.getByRole("button", { name: "Display" }).click();
  await app.page.getByRole("menuitem", { name: "Lines: medium" }).click();
  await expect(app.page.getByRole("menuitem", { name: "Lines: wide" })).toBeVisible();
  await app.page.keyboard.press("Escape");
  await expect.poll(width).toBeGreaterThan(medium * 1.3);
  await app.restart();
  await app.page.getByRole("button", { name: "Display" }).click();
  await app.page.getByRole("menuitem", { name: "Lines: wide" }).click();
  await app.page.keyboard.press("Escape");
  await app.page.setViewportSize({ width: 2560, height: 1200 });
  await expect.poll(width).toBeLessThan(medium);
});

/** The contrast between two tokens as WCAG 2 counts it, from 1 to 21. */
function contrast(page: Page, ink: string, ground: string): Promise<number> {
  return page.evaluate(
    (names) => {
      const [a = 0, b = 0] = names.map((name) => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.color = `var(--${name})`;
        const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
        probe.remove();
        const [red = 0, green = 0, blue = 0] = parts.map((value) => {
          const part = Number(value) / 255;
          return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      });
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    },
    [ink, ground],
  );
}
