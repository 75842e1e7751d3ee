import { claimField, mark, markCount, markOver, pane, saved, setsOnDisk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const PASSAGE = "In the middle months of 2022";

test("shows and changes everything that a tag says", async ({ open, shot, axe }) => {
  const app = await open();
  const { page } = app;
  await mark(page, 0, PASSAGE, "1", "C1");
  await (await markOver(page, 0, PASSAGE)).click();
  const card = page.getByRole("dialog", { name: "Mark" });
  await expect(card).toBeVisible();
  await card.getByRole("button", { name: /refutes/ }).click();
  await card.getByLabel("Voice").selectOption({ label: "quoted, indirect" });
  await card.getByLabel("Speaker").fill("the spokesman");
  await card.getByLabel("Article").selectOption("distances");
  await card.getByLabel("Certainty").selectOption("probable");
  await card.getByLabel("Confidence").selectOption("low");
  await card.getByLabel("Note", { exact: true }).fill("To be checked");
  await card.getByLabel("Note", { exact: true }).press("Enter");
  await shot(page, "mark-card");
  await axe(page);
  await saved(page);
  await app.restart();

  await (await markOver(app.page, 0, PASSAGE)).click();
  const again = app.page.getByRole("dialog", { name: "Mark" });
  await expect(again.getByRole("button", { name: /refutes/ })).toHaveAttribute("aria-pressed", "true");
  await expect(again.getByLabel("Speaker")).toHaveValue("the spokesman");
  await expect(again.getByLabel("Note", { exact: true })).toHaveValue("To be checked");
  const tags = (await setsOnDisk(app.folder)).flatMap((set) => set.marks.flatMap((made) => made.tags));
  expect(tags.filter((tag) => tag.note === "To be checked")).toMatchObject([
    {
      stance: "refutes",
      voice: "quoted-indirect",
      speaker: "the spokesman",
      attitude: "distances",
      certainty: "probable",
      confidence: "low",
    },
  ]);
});

test("adds a second tag, removes it, and deletes the mark", async ({ open }) => {
  const { page } = await open();
  const before = await markCount(page);
  await mark(page, 0, PASSAGE, "1", "C1");
  await (await markOver(page, 0, PASSAGE)).click();
  const card = page.getByRole("dialog", { name: "Mark" });
  await card.getByRole("button", { name: "Add a tag" }).click();
  await claimField(page).fill("C13");
  await page.keyboard.press("Enter");
  await expect(pane(page, 0).locator('[data-label="C1+ C13+"]')).toBeVisible();
  await expect(card.getByRole("group", { name: "Tags of this mark" }).getByRole("button")).toHaveCount(2);
  await card.getByRole("button", { name: "Remove this tag" }).click();
  await expect(pane(page, 0).locator('[data-label="C1+"]').first()).toBeVisible();
  await card.getByRole("button", { name: /Delete mark/ }).click();
  await expect(card).toBeHidden();
  expect(await markCount(page)).toBe(before);
});

test("reaches every mark where three overlap, by clicking and from the list", async ({ open, shot }) => {
  const { page } = await open();
  const deep = page.locator("mark.crowd").first();
  await deep.scrollIntoViewIfNeeded();
  const { x, y } = (await deep.boundingBox()) ?? { x: 0, y: 0 };
  const seen = new Set<string | null>();
  const active = page.locator("mark.active");
  for (let click = 0; click < 3; click++) {
    await page.mouse.click(x + 4, y + 8);
    await expect(active.first()).toBeVisible();
    seen.add(await active.first().getAttribute("data-mark"));
  }
  expect(seen.size).toBe(3);
  const here = page.getByRole("dialog", { name: "Mark" }).getByRole("group", { name: "Marks at this place" });
  await expect(here.getByText("3 marks here")).toBeVisible();
  await shot(page, "three-marks-deep");
});

test("goes from mark to mark and edits one with the keyboard alone", async ({ open }) => {
  const { page } = await open();
  await page.keyboard.press("F6");
  await page.keyboard.press("]");
  const first = await page.locator("mark.active").first().getAttribute("data-mark");
  await page.keyboard.press("]");
  await expect(page.locator("mark.active").first()).not.toHaveAttribute("data-mark", first ?? "");
  await page.keyboard.press("[");
  await expect(page.locator("mark.active").first()).toHaveAttribute("data-mark", first ?? "");

  await page.keyboard.press("3");
  await expect(page.locator("mark.active").first()).toHaveClass(/mixed/);
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: "Mark" });
  await expect(card).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await page.keyboard.press("c");
  await claimField(page).fill("C14");
  await page.keyboard.press("Enter");
  await expect(pane(page, 0).locator('[data-label^="C14±"]').first()).toBeVisible();
});

test("keeps the open card within the window when that gets smaller, or its passage is scrolled away", async ({
  open,
  shot,
}) => {
  const { page } = await open();
  await mark(page, 0, PASSAGE, "1", "C1");
  await (await markOver(page, 0, PASSAGE)).click();
  const card = page.getByRole("dialog", { name: "Mark", exact: true });
  const fits = () =>
    card.evaluate((element) => {
      const { top, right, bottom, left } = element.getBoundingClientRect();
      return top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
  for (const [width, height] of [
    [1440, 900],
    [1024, 640],
    [1024, 420],
    [800, 480],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => page.evaluate(() => innerHeight)).toBe(height);
    await expect.poll(fits).toBe(true);
    await shot(page, `mark-card-${width}x${height}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await pane(page, 0)
    .locator(".scroller")
    .evaluate((scroller) => scroller.scrollTo({ top: scroller.scrollHeight, behavior: "instant" }));
  await expect(await markOver(page, 0, PASSAGE)).not.toBeInViewport();
  await expect.poll(fits).toBe(true);
});
