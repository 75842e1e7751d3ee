import { claimField, mark, markCount, markOver, marksOver, pane, saved, select, text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const MONTHS = "In the middle months of 2022";

test("marks a passage with the keyboard alone: select, stance, claim", async ({ open, shot }) => {
  const { page } = await open();
  await page.keyboard.press("F6");
  await expect(text(page, 0)).toBeFocused();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  for (let word = 0; word < 3; word++) await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("2");
  await expect(pane(page, 0).locator("mark.draft.refutes").first()).toBeVisible();
  await expect(claimField(page)).toBeFocused();
  await shot(page, "picking-a-claim");

  const before = await markCount(page);
  await page.keyboard.type("C7");
  await page.keyboard.press("Enter");
  await expect(text(page, 0)).toBeFocused();
  await expect(pane(page, 0).locator("mark.active.refutes").first()).toBeVisible();
  await expect(pane(page, 0).locator('[data-label="C7−"]')).toBeVisible();
  expect(await markCount(page)).toBe(before + 1);
});

test("paints stance, sign, underline style and claim ID at the mark", async ({ open }) => {
  const { page } = await open();
  const styles = ["solid", "double", "dashed", "wavy", "dotted"];
  const signs = ["+", "−", "±", "?", "○"];
  for (const [i, style] of styles.entries()) {
    await mark(page, 0, MONTHS, String(i + 1), "C15");
    const made = await markOver(page, 0, MONTHS);
    await expect(made).toHaveCSS("text-decoration-style", style);
    await expect(pane(page, 0).locator(".label").first()).toHaveAttribute("data-label", `C15${signs[i]}`);
    await page.keyboard.press("Delete");
    await expect.poll(() => marksOver(page, 0, MONTHS)).toEqual([]);
  }
});

test("makes a claim on the spot, as one step with its mark", async ({ open }) => {
  const { page } = await open();
  const before = await markCount(page);
  await mark(page, 1, "Relations between Bamako", "1", "A claim that nobody has made before");
  const rail = page.getByRole("complementary", { name: "Claims" });
  await expect(rail.getByText("A claim that nobody has made before")).toBeVisible();
  expect(await markCount(page)).toBe(before + 1);
  await page.keyboard.press("Control+z");
  await expect(rail.getByText("A claim that nobody has made before")).toBeHidden();
  expect(await markCount(page)).toBe(before);
});

test("loses no key that is typed before the claim list is on the screen", async ({ open }) => {
  const { page } = await open();
  await select(page, 0, MONTHS);
  // All in one task, as no person can: stance, ID, Enter.
  await text(page, 0).evaluate((element) => {
    for (const key of ["5", "C", "1", "2", "Enter"]) {
      element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
  });
  await expect(await markOver(page, 0, MONTHS)).toHaveClass(/mentions/);
  await expect(pane(page, 0).locator(".label").first()).toHaveAttribute("data-label", "C12○");
});

test("leaves no mark when the claim list is left with Escape", async ({ open }) => {
  const { page } = await open();
  const before = await markCount(page);
  await select(page, 0, MONTHS);
  await page.keyboard.press("3");
  await claimField(page).press("Escape");
  await expect(page.locator("mark.draft")).toHaveCount(0);
  await expect(text(page, 0)).toBeFocused();
  expect(await markCount(page)).toBe(before);
});

test("marks with the pointer through the bar at the selection", async ({ open, shot }) => {
  const { page } = await open();
  await select(page, 0, MONTHS);
  await shot(page, "selection-bar");
  await page.getByRole("toolbar", { name: "Mark the selection" }).getByRole("button", { name: "questions" }).click();
  await page.getByRole("option", { name: /^C2 / }).click();
  await expect(await markOver(page, 0, MONTHS)).toHaveClass(/questions/);
});

test("takes undo and redo across panes and the claim list", async ({ open }) => {
  const { page } = await open();
  const before = await markCount(page);
  await mark(page, 0, MONTHS, "1", "C1");
  await mark(page, 4, "Dmitry Peskov", "2", "C2");
  await page.getByRole("button", { name: "New claim" }).click();
  await page.getByLabel("What it says").fill("A further claim");
  await page.getByRole("button", { name: "Add claim" }).click();
  const claim = page.getByRole("complementary", { name: "Claims" }).getByText("A further claim");
  await expect(claim).toBeVisible();

  await page.keyboard.press("Control+z");
  await expect(claim).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect.poll(() => marksOver(page, 4, "Dmitry Peskov")).toEqual([]);
  await page.keyboard.press("Control+z");
  expect(await markCount(page)).toBe(before);

  for (let step = 0; step < 3; step++) await page.keyboard.press("Control+Shift+z");
  await expect(claim).toBeVisible();
  await expect(await markOver(page, 0, MONTHS)).toHaveClass(/supports/);
  await expect(await markOver(page, 4, "Dmitry Peskov")).toHaveClass(/refutes/);
  await saved(page);
});

test("changes nothing in the text, whatever is typed, pasted or dropped there", async ({ open }) => {
  const { page } = await open();
  const before = await text(page, 0).evaluate((element) => element.textContent);
  await text(page, 0).click();
  await page.keyboard.type("aiu \n");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+x");
  await page.keyboard.press("Control+v");
  await page.keyboard.insertText("typed by an input method");
  expect(await text(page, 0).evaluate((element) => element.textContent)).toBe(before);
});

test("does not scroll a text when it is marked, tagged or undone", async ({ open }) => {
  const { page } = await open();
  await select(page, 1, "Anna Evstigneeva");
  const scroller = pane(page, 1).locator(".scroller");
  const place = await scroller.evaluate((element) => element.scrollTop);
  expect(place).toBeGreaterThan(200);
  await page.keyboard.press("1");
  await claimField(page).fill("C9");
  await page.keyboard.press("Enter");
  await expect(await markOver(page, 1, "Anna Evstigneeva")).toBeVisible();
  await page.keyboard.press("3");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await saved(page);
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(place);
});

test("refuses a claim that is too long with a sentence, and goes on saving", async ({ open }) => {
  const { page } = await open();
  await page.getByRole("button", { name: "New claim" }).click();
  const field = page.getByLabel("What it says");
  await field.evaluate((element) => element.removeAttribute("maxlength"));
  await field.fill("x".repeat(2_001));
  await page.getByRole("button", { name: "Add claim" }).click();
  await expect(page.getByText(/^This was not done/)).toBeVisible();
  await expect(field).toHaveValue("x".repeat(2_001));
  await page.keyboard.press("Escape");
  await mark(page, 0, MONTHS, "1", "C1");
  await saved(page);
});

test("marks a word after a double click, inside a mark too", async ({ open }) => {
  const { page } = await open();
  await mark(page, 0, MONTHS, "1", "C1");
  await (await markOver(page, 0, MONTHS)).dblclick({ position: { x: 22, y: 10 } });
  await expect(page.getByRole("dialog", { name: "Mark" })).toBeHidden();
  const word = await page.evaluate(() => getSelection()?.toString() ?? "");
  expect(word).toMatch(/^\p{L}+$/u);
  await page.keyboard.press("2");
  await claimField(page).fill("C2");
  await page.keyboard.press("Enter");
  await expect(await markOver(page, 0, word)).toHaveClass(/refutes/);
});

test("keeps the claim list open while something else is clicked, until Escape", async ({ open }) => {
  const { page } = await open();
  await select(page, 0, MONTHS);
  await page.keyboard.press("1");
  await claimField(page).fill("A claim in the making");
  await text(page, 3).click({ position: { x: 60, y: 200 } });
  await expect(claimField(page)).toHaveValue("A claim in the making");
  await claimField(page).press("Escape");
  await expect(claimField(page)).toBeHidden();
  await expect(page.locator("mark.draft")).toHaveCount(0);
});

test("goes from mark to mark, and on from the caret once that has left the active one", async ({ open }) => {
  const { page } = await open();
  await text(page, 0).focus();
  const active = page.locator("mark.active").first();
  await page.keyboard.press("]");
  await expect(active).toBeVisible();
  const first = await active.getAttribute("data-mark");
  for (let step = 0; step < 3; step++) await page.keyboard.press("]");
  await expect(active).not.toHaveAttribute("data-mark", first ?? "");
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("]");
  await expect(active).toHaveAttribute("data-mark", first ?? "");
});
