import type { Page } from "@playwright/test";
import { claimField, marksOfChosenClaim, pane, saved, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { previewed } from "./passages.ts";

test("shows the matrix, and a click on a cell brings its passages into view", async ({ open, shot, axe }) => {
  const { page } = await open();
  await page.getByRole("button", { name: "Review", exact: true }).click();
  const table = page.getByRole("grid");
  await expect(table.getByRole("row")).toHaveCount(16);
  await shot(page, "review");
  await axe(page);

  const cell = table.getByRole("button", { name: /^C13: supports, in the article's own voice/ }).first();
  await cell.click();
  const passages = page.getByRole("complementary", { name: "Passages" });
  const quote = passages.getByRole("listitem").first().locator("mark");
  await expect(quote).toBeVisible();
  const inText = passages.locator("mark.active").first();
  await expect(inText).toBeInViewport();
  const beginning = (await inText.textContent())?.slice(0, 10);
  expect(beginning).toBeTruthy();
  await expect(quote).toContainText(beginning ?? "");
  await shot(page, "review-passages");
  await axe(page);
});

test("opens all passages of a claim side by side with Enter", async ({ open, shot }) => {
  const { page } = await open();
  await page.keyboard.press("r");
  await page
    .getByRole("button", { name: /^C13: supports/ })
    .first()
    .click();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Articles" })).toBeVisible();
  for (const place of [0, 2, 3, 4]) {
    await expect(
      pane(page, place)
        .locator(await marksOfChosenClaim(page))
        .first(),
    ).toBeInViewport();
  }
  await shot(page, "aligned");
});

test("moves in the matrix with the arrow keys and sets the empty states by key", async ({ open }) => {
  const app = await open();
  const { page } = app;
  await page.keyboard.press("r");
  await page.getByRole("button", { name: "C15: not mentioned" }).first().focus();
  await page.keyboard.press("End");
  const cell = page.locator(".cell-button:focus");
  await expect(cell).toHaveAccessibleName("C15: not reviewed");
  await page.keyboard.press("n");
  await expect(cell).toHaveAccessibleName("C15: not mentioned");
  await page.keyboard.press("a");
  await expect(cell).toHaveAccessibleName("C15: not applicable");
  await page.keyboard.press("Control+z");
  await expect(cell).toHaveAccessibleName("C15: not mentioned");
  await page.keyboard.press("ArrowUp");
  await expect(cell).toHaveAccessibleName(/^C14: /);
  await saved(page);
  await app.restart();
  await app.page.keyboard.press("r");
  await expect(app.page.getByRole("row", { name: /^C15/ }).getByRole("button").last()).toHaveAccessibleName(
    "C15: not mentioned",
  );
});

test("puts the focus where the keys of the view work", async ({ open }) => {
  const { page } = await open();
  await page.keyboard.press("F6");
  await page.keyboard.press("F6");
  await page.keyboard.press("r");
  await expect(page.locator(".cell-button:focus")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".cell-button:focus")).toHaveAccessibleName(/^C2: /);
  await page.keyboard.press("r");
  await expect(text(page, 1)).toBeFocused();
});

/** Scrolls the article beside the review to its end, as a person does. */
async function scrollAway(page: Page): Promise<void> {
  const evidence = page.getByRole("complementary", { name: "Passages" });
  await evidence.locator(".scroller").hover();
  await page.mouse.wheel(0, 20_000);
  await expect(evidence.locator("mark.active").first()).not.toBeInViewport();
}

test("shows the passage of the chosen cell again, on coming back and when it is chosen again", async ({ open }) => {
  const { page } = await open();
  await page.keyboard.press("r");
  const cell = page.getByRole("button", { name: /^C13: supports/ }).first();
  const passage = page.getByRole("complementary", { name: "Passages" }).locator("mark.active").first();
  await cell.click();
  await expect(passage).toBeInViewport();
  await scrollAway(page);
  await cell.click();
  await expect(passage).toBeInViewport();
  await scrollAway(page);
  await page.keyboard.press("r");
  await expect(page.getByRole("region", { name: "Articles" })).toBeVisible();
  await page.keyboard.press("r");
  await expect(passage).toBeInViewport();
  await expect(cell).toBeFocused();
});

/** Whether the passage that a text sets off stands within the article beside the review. */
function isPreviewInView(page: Page): Promise<boolean> {
  return page
    .getByRole("complementary", { name: "Passages" })
    .locator(".scroller")
    .evaluate((scroller) => {
      const frame = scroller.getBoundingClientRect();
      const places = [...(CSS.highlights.get("passage") ?? [])].flatMap((range) =>
        range instanceof Range ? [range.getBoundingClientRect()] : [],
      );
      return places.length > 0 && places.every(({ top, bottom }) => top >= frame.top && bottom <= frame.bottom);
    });
}

test("offers stances for what is selected to be marked, not for another analyst’s passage that is shown", async ({
  open,
  shot,
}) => {
  const { page } = await open();
  await page.keyboard.press("r");
  await page.getByRole("tab", { name: "Analysts" }).click();
  await page
    .getByRole("region", { name: "Where they differ" })
    .getByRole("button", { name: /Ben Laurent/ })
    .first()
    .click();
  const evidence = page.getByRole("complementary", { name: "Passages" });
  const passage = evidence.getByRole("button", { name: /Ben Laurent$/ }).first();
  await passage.click();
  const quote = (await passage.locator("mark").first().textContent()) ?? "";
  await expect.poll(async () => (await previewed(page)).join("")).toContain(quote.slice(0, 20));
  await expect.poll(() => isPreviewInView(page)).toBe(true);
  const stances = page.getByRole("toolbar", { name: "Mark the selection" });
  await expect(stances).toBeHidden();
  await shot(page, "review-passage-of-another");

  // Whoever goes into the text may take the passage as their own.
  await evidence.getByRole("textbox", { name: /^Text of/ }).focus();
  await stances.getByRole("button", { name: /supports/ }).click();
  await expect(claimField(page)).toBeFocused();
});
