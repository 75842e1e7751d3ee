import { join } from "node:path";
import type { Page } from "@playwright/test";
import { markOver, marksOfChosenClaim } from "../desk.ts";
import { expect, test } from "../fixtures.ts";

for (const theme of ["light", "dark"] as const) {
  test(`reading and review, ${theme}`, async ({ open }) => {
    const { page } = await open();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await page.getByRole("button", { name: /^C5 / }).click();
    await page.keyboard.press("g");
    await expect(page.locator(await marksOfChosenClaim(page)).first()).toBeInViewport();
    await (await markOver(page, 1, "more than 200 terrorists")).click();
    await expect(page.getByRole("dialog", { name: "Mark" })).toBeVisible();
    await picture(page, `read-${theme}`);

    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Review", exact: true }).click();
    await page
      .getByRole("button", { name: /^C5: mixed/ })
      .first()
      .click();
    await expect(page.getByRole("complementary", { name: "Passages" }).locator("mark.active").first()).toBeInViewport();
    await picture(page, `review-${theme}`);
  });
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`), animations: "disabled" });
}
