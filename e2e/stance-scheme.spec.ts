import type { Page } from "@playwright/test";
import { mark, pane, select, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const PASSAGE = "In the middle months of 2022";

function scheme(page: Page) {
  return page.getByRole("complementary", { name: "Stance scheme" });
}

function rightOf(box: { readonly x: number; readonly width: number } | null): number {
  return (box?.x ?? 0) + (box?.width ?? 0);
}

for (const theme of ["light", "dark"] as const) {
  test(`shows the stance scheme beside the texts at a key, and the selection stays, ${theme}`, async ({
    open,
    axe,
    shot,
  }) => {
    const { page } = await open();
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await select(page, 0, PASSAGE);
    await page.keyboard.press("h");
    await expect(scheme(page).getByRole("heading", { name: /supports/ })).toBeVisible();
    await expect(text(page, 0)).toBeFocused();
    // The texts are narrower now, and the bar beside the selection has gone along.
    const bar = page.getByRole("toolbar", { name: "Mark the selection" });
    await expect
      .poll(async () => rightOf(await bar.boundingBox()))
      .toBeLessThanOrEqual(rightOf(await pane(page, 0).boundingBox()));
    await axe(page);
    await shot(page, `stance-scheme-${theme}`);
    await page.keyboard.press("2");
    await expect(scheme(page).locator("[aria-current=true]")).toContainText("refutes");
    await page.keyboard.press("Escape");
    await expect(pane(page, 0).locator("mark.draft")).toHaveCount(0);
    await text(page, 0).focus();
    await page.keyboard.press("h");
    await expect(scheme(page)).toBeHidden();
    await expect(page.getByRole("complementary", { name: "Claims" })).toBeVisible();
  });
}

test("sets off the stance of the active mark, and is left by key from inside", async ({ open }) => {
  const { page } = await open();
  await mark(page, 0, PASSAGE, "5", "C5");
  await page.keyboard.press("h");
  const current = scheme(page).locator("[aria-current=true]");
  await expect(current).toContainText("mentions");
  await expect(current).toBeInViewport();
  await page.keyboard.press("1");
  await expect(current).toContainText("supports");
  await expect(current).toBeInViewport();
  await scheme(page).getByRole("region", { name: "Rules" }).focus();
  await page.keyboard.press("Escape");
  await expect(scheme(page)).toBeHidden();
  await expect(text(page, 0)).toBeFocused();
});
