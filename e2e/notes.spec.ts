import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { saved, setsOnDisk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

test("notes on an article and on a cell are seen where they belong, kept, undone and exported", async ({
  open,
  shot,
  axe,
}) => {
  const app = await open();
  const { page } = app;
  const first = page.getByRole("article").first();
  await first.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Correct the details…" }).click();
  const details = page.getByRole("dialog", { name: "Details of the articles" });
  await details.getByLabel("Note on the article").fill("A digest, and no report from the place.");
  await axe(page);
  await shot(page, "source-note");
  await details.getByRole("button", { name: /^(Save|Confirm)$/ }).click();
  const sign = first.getByRole("button", { name: "Note on the article" });
  await expect(sign).toHaveAccessibleDescription("A digest, and no report from the place.");
  await expect(page.getByRole("button", { name: "Undo correcting the details" })).toBeEnabled();
  await expect(details).toBeHidden();
  await axe(page);

  // A cell that nobody has reviewed, and one with passages.
  await page.keyboard.press("r");
  const empty = page
    .getByRole("gridcell")
    .getByRole("button", { name: /: not reviewed/ })
    .first();
  const tagged = page
    .getByRole("gridcell")
    .getByRole("button", { name: /^C1: .*passage/ })
    .first();
  const note = page.getByRole("complementary", { name: "Passages" }).getByLabel("Note on this cell");
  await empty.click();
  await note.fill("Ask Ben.");
  await note.press("Enter");
  await expect(empty).toHaveAccessibleName(/, note: Ask Ben\.$/);
  await tagged.focus();
  await expect(note).toHaveValue("");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /^Find an action/ }).fill("write a note");
  await expect(page.getByRole("option")).toHaveAccessibleName(/^Write a note on the cell/);
  await page.keyboard.press("Enter");
  await expect(note).toBeFocused();
  await note.fill("The caption says more.");
  await note.press("Enter");
  await expect(tagged).toHaveAccessibleName(/, note: The caption says more\.$/);
  await axe(page);
  await shot(page, "cell-notes");
  await saved(page);
  await app.restart();

  const again = app.page;
  await expect(again.getByRole("button", { name: "Note on the article" })).toBeVisible();
  const sets = await setsOnDisk(app.folder);
  const texts = sets.flatMap(({ cellNotes = [] }) => cellNotes.map(({ text }) => text));
  expect(texts.toSorted()).toEqual(["Ask Ben.", "The caption says more."]);
  const target = join(app.home, "marks.csv");
  await again.keyboard.press("Control+e");
  const exporting = again.getByRole("dialog", { name: "Export" });
  await exporting.getByRole("radio", { name: /Marks \(CSV\)/ }).check();
  await app.saveTo(target);
  await exporting.getByRole("button", { name: /Save…|Download/ }).click();
  await expect.poll(() => readFile(target, "utf8").catch(() => "")).toContain("The caption says more.");
  expect(await readFile(target, "utf8")).toContain("A digest, and no report from the place.");

  await again.keyboard.press("Escape");
  for (const name of ["changing the note on a cell", "changing the note on a cell", "correcting the details"])
    await again.getByRole("button", { name: `Undo ${name}` }).click();
  await expect(again.getByRole("button", { name: "Note on the article" })).toBeHidden();
  await saved(again);
  await expect
    .poll(async () => (await setsOnDisk(app.folder)).filter((set) => set.cellNotes !== undefined).length)
    .toBe(0);
});
