import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { ProjectFile } from "../annotations/model/project.ts";
import { mark, saved, setsOnDisk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const PASSAGE = "In the middle months of 2022";

/** Opens the list of speakers and chooses the one that `words` find first. */
async function choose(page: Page, words: string): Promise<void> {
  await page.keyboard.press("y");
  await page.getByRole("combobox", { name: "Find a speaker" }).fill(words);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
}

/** What the project's file says of speakers. */
async function speakersOnDisk(folder: string): Promise<ProjectFile["speakers"]> {
  const file: ProjectFile = JSON.parse(await readFile(join(folder, "project.json"), "utf8"));
  return file.speakers;
}

/** What a claim's row of the matrix says of all sources together. */
function together(page: Page, claim: string) {
  return page.getByRole("row", { name: new RegExp(`^${claim} `) }).locator(".together");
}

test("merges two speakers into one origin, shows before what that does, and takes it apart again", async ({
  open,
  shot,
  axe,
}) => {
  const app = await open();
  const { page } = app;
  await page.keyboard.press("r");
  await expect(together(page, "C4")).toContainText("3 origins");
  await choose(page, "alioun");
  const dialog = page.getByRole("dialog", { name: "Speakers" });
  const news = dialog.getByRole("status").last();
  await dialog.getByLabel("Merge into").selectOption({ label: "rights groups (3 marks in 1 source)" });
  await expect(
    dialog.getByText("3 marks in 1 source will name rights groups: 6 marks in 2 sources together."),
  ).toBeVisible();
  await expect(dialog.getByText("Fewer independent origins support C4 (2 instead of 3).")).toBeVisible();
  await axe(page);
  await shot(page, "merging-speakers");
  await dialog.getByRole("button", { name: "Merge", exact: true }).press("Enter");
  await expect(news).toContainText("Alioune Tine and rights groups are one speaker.");
  await expect(dialog.getByRole("button", { name: "Take apart: Alioune Tine" })).toBeVisible();
  await expect(dialog.getByLabel("Name", { exact: true })).toBeFocused();

  // Another name for both: the tags keep theirs.
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Human rights observers");
  await page.keyboard.press("Enter");
  await expect(news).toContainText("rights groups is called Human rights observers from now on.");
  await dialog.getByLabel("Another name").fill("Kremlin");
  await expect(dialog.getByText("Kremlin is a speaker already, quoted by 2 marks in 1 source.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Add" })).toBeDisabled();
  await dialog.getByLabel("Another name").fill("HRO");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("list", { name: "Also called" }).getByRole("listitem")).toHaveCount(3);
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(together(page, "C4")).toContainText("2 origins");
  await saved(page);
  const tags = (await setsOnDisk(app.folder)).flatMap((set) => set.marks.flatMap((made) => made.tags));
  expect(tags.filter(({ speaker }) => speaker === "Alioune Tine").length).toBeGreaterThan(0);
  await app.restart();

  const onDisk = await speakersOnDisk(app.folder);
  expect(onDisk?.map(({ name, aliases }) => [name, ...aliases])).toEqual([
    ["Human rights observers", "Alioune Tine", "rights groups", "HRO"],
  ]);
  const again = app.page;
  await again.keyboard.press("r");
  await choose(again, "tine");
  await again.getByRole("button", { name: "Take apart: Alioune Tine" }).press("Enter");
  await expect(again.getByText("Alioune Tine does not stand for Human rights observers any more.")).toBeVisible();
  await again.keyboard.press("Escape");
  await expect(together(again, "C4")).toContainText("3 origins");
  for (const name of ["taking an alias apart", "adding an alias", "renaming a speaker", "merging two speakers"])
    await again.getByRole("button", { name: `Undo ${name}` }).click();
  await saved(again);
  expect(await speakersOnDisk(app.folder)).toBeUndefined();
});

test("says by key whom a mark quotes: somebody known, found by any name, or somebody new", async ({
  open,
  shot,
  axe,
}) => {
  const { page } = await open();
  await choose(page, "kreml");
  await page.getByLabel("Another name").fill("Moscow");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Take apart: Moscow" })).toBeVisible();
  await page.keyboard.press("Escape");

  await mark(page, 0, PASSAGE, "1", "C1");
  const field = page.getByRole("combobox", { name: "Speaker" });
  const news = page.getByRole("contentinfo").getByRole("status");
  await page.keyboard.press("q");
  await field.fill("moscw");
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/^Kremlin also Moscow/);
  await axe(page);
  await shot(page, "speaker-picker");
  await page.keyboard.press("Enter");
  await expect(news.filter({ hasText: "Quoted directly: Kremlin." })).toBeVisible();

  await page.keyboard.press("q");
  await field.fill("A fisherman of Mopti");
  await page.keyboard.press("Enter");
  await expect(news.filter({ hasText: "Quoted directly: A fisherman of Mopti." })).toBeVisible();
  await page.keyboard.press("q");
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/^A fisherman of Mopti/);
  await expect(page.getByRole("option").nth(1)).toHaveAccessibleName(/^Kremlin/);
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();

  // The field of the card suggests the same, and says who is meant by another name.
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: "Mark" });
  await card.getByLabel("Speaker").fill("moscow");
  await expect(page.getByRole("option", { name: /^Kremlin/ })).toBeVisible();
  await axe(page);
  await page.keyboard.press("Enter");
  await expect(card.getByText("counts as Kremlin")).toBeVisible();
  await card.getByLabel("Speaker").fill("krem");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(card.getByLabel("Speaker")).toHaveValue("Kremlin");
});
