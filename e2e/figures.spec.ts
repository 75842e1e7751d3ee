import type { Page } from "@playwright/test";
import { mark, saved } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

/** Opens the figures of the review from wherever the page is. */
async function openFigures(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /^Find an action/ }).fill("Review: Figures");
  await expect(page.getByRole("listbox").getByRole("option").first()).toHaveAccessibleName(/^Review: Figures/);
  await page.keyboard.press("Enter");
}

test("figures that sources give for a claim stand on one scale, and lead to their passages", async ({
  open,
  shot,
  axe,
}) => {
  const app = await open();
  const { page } = app;
  await openFigures(page);
  const part = page.getByRole("tabpanel", { name: "Figures" });
  await expect(part.getByRole("list", { name: "people killed" }).getByRole("button")).toHaveCount(4);
  await axe(page);

  // Ben has given none, and is told how that is done.
  await page.getByRole("button", { name: /^Analyst: / }).click();
  await page.getByRole("menuitem", { name: /Work as Ben Laurent/ }).click();
  await expect(page.getByRole("button", { name: "Analyst: Ben Laurent" })).toBeVisible();
  await openFigures(page);
  await expect(part.getByText(/Give a figure/)).toBeVisible();
  await axe(page);
  await part.getByRole("button", { name: "Read and mark" }).click();

  // What the passage states is proposed, and Enter takes it; the unit goes along to the next.
  const editor = page.getByRole("group", { name: "Figure", exact: true });
  const words = editor.getByLabel("As stated");
  await mark(page, 0, "killed 300 to 400 civilians", "1", "C5");
  await page.keyboard.press("#");
  await expect(words).toBeFocused();
  await expect(words).toHaveValue("300 to 400 civilians");
  await expect(editor.getByRole("status")).toHaveText("Understood as 300 to 400 civilians");
  await editor.getByLabel("Unit").fill("people");
  await axe(page);
  await shot(page, "figure-card");
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: "Mark" });
  await expect(card.getByRole("button", { name: /^Change/ }).last()).toBeFocused();
  await expect(card.getByText("300 to 400 people")).toBeVisible();
  await page.keyboard.press("Escape");

  await mark(page, 1, "more than 200 terrorists have been neutralized", "2", "C5");
  await page.keyboard.press("#");
  await expect(editor.getByRole("status")).toHaveText("Understood as more than 200 people");
  await page.keyboard.press("Escape");
  await expect(editor).toBeHidden();
  await expect(card).toBeVisible();
  await card.getByRole("button", { name: /^Give a figure/ }).click();
  await editor.getByRole("button", { name: "Set the figure" }).click();
  await expect(editor).toBeHidden();
  await page.keyboard.press("Escape");

  // Written by hand: what cannot be understood is kept, and says what can be written.
  await mark(page, 2, "Witnesses and analysts", "5", "C5");
  await page.keyboard.press("#");
  await words.fill("very many");
  await page.keyboard.press("Enter");
  await expect(words).toBeFocused();
  await expect(editor.getByRole("status")).toContainText("neither a number nor a date");
  await words.fill("203");
  await page.keyboard.press("Enter");
  await expect(card.getByText("203 people")).toBeVisible();
  await card.getByRole("button", { name: "Take away" }).click();
  await expect(card.getByRole("button", { name: /^Give a figure/ })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(card.getByText("203 people")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Undo giving a figure" })).toBeEnabled();

  await openFigures(page);
  const rows = part.getByRole("list", { name: "people" }).getByRole("button");
  await expect(rows).toHaveCount(3);
  const names = [/300 to 400 people, supports/, /more than 200 people, refutes/, /203 people, mentions/];
  for (const [i, name] of names.entries()) await expect(rows.nth(i)).toHaveAccessibleName(name);
  // From left to right: the end of "more than 200", the dot of 203, the beginning of the bar.
  const places = await rows.evaluateAll((all) =>
    all.map((row) => {
      const box = row.querySelector("line.value:not(.open), circle.value, rect.value")?.getBoundingClientRect();
      return box ? (box.width > 20 ? box.left : box.left + box.width / 2) : Number.NaN;
    }),
  );
  expect(places[1]).toBeLessThan(places[2] ?? 0);
  expect(places[2]).toBeLessThan(places[0] ?? 0);
  await axe(page);
  await rows.nth(1).focus();
  await page.keyboard.press("Enter");
  const passages = page.getByRole("complementary", { name: "Passages" });
  await expect(rows.nth(1)).toHaveAttribute("aria-pressed", "true");
  await expect(passages.locator("mark.active").first()).toBeInViewport();
  const chosen = passages.locator('.passage[aria-pressed="true"]');
  await expect(chosen).toContainText("more than 200 terrorists have been neutralized");
  await expect(chosen).toContainText("Figure: more than 200 people");
  await part.getByText("As a table").click();
  await expect(part.getByRole("row", { name: /203 people/ })).toBeVisible();
  await axe(page);
  await shot(page, "review-figures");

  await page.getByRole("button", { name: "Undo giving a figure" }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "Redo giving a figure" }).click();
  await expect(rows).toHaveCount(3);
  await saved(page);
  await app.restart();
  await openFigures(app.page);
  const again = app.page.getByRole("list", { name: "people" }).getByRole("button");
  await expect(again).toHaveCount(3);
  await app.page.getByRole("button", { name: "Undo giving a figure" }).click();
  await expect(again).toHaveCount(2);
  await saved(app.page);
});
