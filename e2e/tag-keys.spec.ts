import { mark, saved, setsOnDisk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const PASSAGE = "In the middle months of 2022";

test("gives voice, certainty and confidence by key without opening the card, and says what it is now", async ({
  open,
}) => {
  const app = await open();
  const { page } = app;
  await mark(page, 0, PASSAGE, "1", "C5");
  const news = page.getByRole("contentinfo").getByRole("status");
  await page.keyboard.press("v");
  await expect(news.filter({ hasText: "Voice: quoted, direct." })).toBeVisible();
  await page.keyboard.press("Shift+T");
  await expect(news.filter({ hasText: "Certainty: possible." })).toBeVisible();
  await page.keyboard.press("d");
  await expect(news.filter({ hasText: "Confidence: medium." })).toBeVisible();
  await expect(page.getByRole("dialog", { name: "Mark" })).toBeHidden();
  await saved(page);
  await app.restart();
  await expect(app.page.getByRole("button", { name: "Undo changing the confidence" })).toBeEnabled();
  const sets = await setsOnDisk(app.folder);
  const marks = sets.flatMap((set) => set.marks).filter(({ ranges }) => ranges[0]?.quote === PASSAGE);
  expect(marks.map(({ tags: [tag] }) => [tag?.stance, tag?.voice, tag?.certainty, tag?.confidence])).toEqual([
    ["supports", "quoted-direct", "possible", "medium"],
  ]);
});
