import type { Page } from "@playwright/test";
import { claimField, mark, markCount, markOver, pane, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const PASSAGE = "In the middle months of 2022";

const DEATHS =
  "They claim 203 Islamist fighters killed and more than 50 arrested, say nothing of civilians, and deny that any men of Wagner were there";

function panel(page: Page) {
  return page.getByRole("complementary", { name: "Found elsewhere" });
}

/** Makes the mark on Moura in the text that counts its dead the active one, and asks what is like it. */
async function askForMoura(page: Page): Promise<void> {
  const place = await page
    .locator(".panes article .text")
    .evaluateAll((texts) => texts.findIndex((element) => element.textContent.includes("claim 203 Islamist fighters")));
  await mark(page, place, DEATHS, "2", "C5");
  await page.keyboard.press("f");
  await expect(panel(page).locator(".hit").first()).toBeFocused();
}

test("finds what other articles say like a mark, and says what they share", async ({ open, shot, axe }) => {
  const { page } = await open();
  await askForMoura(page);
  const all = panel(page).locator(".hit");
  await expect(all.first().locator("b").first()).toBeVisible();
  expect(await panel(page).getByRole("region").count()).toBeGreaterThan(1);
  await expect(panel(page).getByRole("region", { name: "EA WorldView" })).toHaveCount(0);
  await axe(page);
  await shot(page, "find-elsewhere");

  await page.keyboard.press("ArrowDown");
  await expect(all.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(all.nth(1)).toBeFocused();
  const quote = await all.nth(1).locator(".quote").textContent();
  const shown = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get("found-current") ?? [];
      if (!(range instanceof Range)) return null;
      const [place, frame] = [
        range.getBoundingClientRect(),
        document.querySelector(".scroller")?.getBoundingClientRect(),
      ];
      const inView = frame && place.top >= frame.top && place.top < frame.bottom;
      return inView ? range.toString() : null;
    });
  await expect.poll(shown).toBe(quote);
});

test("tags a passage like the mark with one key, and says what is tagged already", async ({ open }) => {
  const { page } = await open();
  await askForMoura(page);
  const before = await markCount(page);
  const free = panel(page).locator("li:not(:has(.chip)) .hit").first();
  await free.focus();
  await page.keyboard.press(".");
  await expect(panel(page).getByText("1 passage marked.")).toBeVisible();
  await expect(panel(page).locator("li.current .chip")).toContainText("C5−");
  expect(await markCount(page)).toBe(before + 1);
  await page.keyboard.press("Control+z");
  await expect(panel(page).locator("li.current .chip")).toHaveCount(0);
  await page.keyboard.press("1");
  await expect(panel(page).locator("li.current .chip")).toContainText("C5+");
  expect(await markCount(page)).toBe(before + 1);
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  expect(await page.evaluate(() => document.activeElement?.classList.contains("text"))).toBe(true);
});

test("opens from the card of a mark, and closes with a pointer", async ({ open }) => {
  const { page } = await open();
  await mark(page, 0, PASSAGE, "1", "C1");
  await (await markOver(page, 0, PASSAGE)).click();
  await page
    .getByRole("dialog", { name: "Mark" })
    .getByRole("button", { name: /Find elsewhere/ })
    .click();
  await expect(panel(page)).toBeVisible();
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("complementary", { name: "Claims" })).toBeVisible();
  await expect(text(page, 0)).toBeFocused();
  await expect(pane(page, 0)).toBeVisible();
  await expect(claimField(page)).toBeHidden();
});

for (const theme of ["light", "dark"] as const) {
  test(`fits 1024, 1440 and 2560 pixels, ${theme}`, async ({ open, shot, axe }) => {
    const { page } = await open();
    for (const width of [1024, 1440, 2560]) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: width === 2560 ? 1440 : 900 });
      await askForMoura(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await axe(page);
      await shot(page, `find-elsewhere-${theme}-${width}`);
      await page.keyboard.press("Escape");
      await expect(panel(page)).toBeHidden();
      await page.keyboard.press("Control+z");
    }
  });
}
