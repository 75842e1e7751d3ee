import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import type { AnnotationSet } from "../annotations/model/annotation-set.ts";
import { MarkId, newId } from "../annotations/model/id.ts";
import { compareMarks } from "../annotations/model/mark.ts";
import { sealedJson } from "../main/storage/disk/seal.ts";
import type { App } from "./app.ts";
import { saved, setsOnDisk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

function dialog(page: Page): Locator {
  return page.getByRole("dialog", { name: "Merge a colleague’s copy" });
}

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: /^Analyst: / }).click();
  await page.getByRole("menuitem", { name: "Merge a colleague’s copy…" }).click();
  return dialog(page);
}

async function choose({ page, chooseFiles }: App, what: "folder" | "file", path: string): Promise<void> {
  await chooseFiles([path]);
  const words = `Choose ${what}…`;
  await dialog(page).getByText(words).click();
}

/** The marks of each analyst, in the order of their ids. */
async function marksOf(folder: string) {
  const sets = await setsOnDisk(folder);
  return sets.map(({ analyst, marks }) => ({ id: analyst.id, marks })).sort((a, b) => a.id.localeCompare(b.id));
}

async function write(folder: string, set: AnnotationSet & { readonly sha256?: unknown }): Promise<void> {
  const { sha256: _former, ...content } = set;
  const path = join(folder, "annotations", `${set.analyst.id}.json`);
  await writeFile(path, Buffer.concat([...sealedJson({ ...content, journalThrough: 0 })]));
}

/** A copy in which the working analyst has another note on a mark, and the other one two marks more. */
async function colleaguesCopy({ page, folder, home }: App): Promise<string> {
  const copy = join(home, "their copy");
  await cp(folder, copy, {
    recursive: true,
    filter: (path) => !/[\\/](journal|backups|quarantine)$/.test(path),
  });
  const label = await page.getByRole("button", { name: /^Analyst: / }).getAttribute("aria-label");
  for (const set of await setsOnDisk(folder)) {
    const [first, ...rest] = set.marks;
    if (!first) throw new Error("a set of the sample has no marks");
    const isOwn = label === `Analyst: ${set.analyst.name}`;
    const more = isOwn ? [] : [first, ...rest].slice(0, 2).map((mark) => ({ ...mark, id: newId(MarkId), tags: [] }));
    const changed = isOwn ? { ...first, note: "Compare with the second article." } : first;
    await write(copy, { ...set, marks: [changed, ...rest, ...more].sort(compareMarks) });
  }
  return copy;
}

test("merges a colleague’s copy into the marks of both, undoes it in one step, and does it again", async ({
  open,
  shot,
  axe,
}) => {
  const app = await open();
  const { page, folder } = app;
  await saved(page);
  const before = await marksOf(folder);
  const copy = await colleaguesCopy(app);

  const merging = await openDialog(page);
  await shot(page, "merging-empty");
  await axe(page);
  await choose(app, "folder", copy);
  const rows = merging.getByRole("table").first().getByRole("row");
  await expect(
    rows.filter({ hasText: "Marks" }).filter({ has: page.getByRole("cell", { name: "2", exact: true }) }),
  ).toHaveCount(1);
  await expect(merging.getByRole("heading", { name: "One entry is in conflict" })).toBeVisible();
  await expect(merging.getByRole("cell", { name: /Compare with the second article/ })).toBeVisible();
  await shot(page, "merging-preview");
  await axe(page);
  await page.setViewportSize({ width: 1024, height: 720 });
  await shot(page, "merging-preview-1024");
  await merging.getByRole("button", { name: "Cancel" }).click();
  expect(await marksOf(folder)).toEqual(before);

  await openDialog(page);
  await choose(app, "folder", copy);
  await merging.getByRole("radio", { name: "Take what the other copy has" }).check();
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "merging-preview-dark");
  await axe(page);
  await merging.getByRole("button", { name: "Merge 3 marks of 2 analysts" }).click();
  await expect(merging).toBeHidden();
  await expect(page.getByText("Merged 3 marks of 2 analysts.")).toBeVisible();
  await shot(page, "merging-done");
  await axe(page);
  await expect.poll(() => marksOf(folder)).toEqual(await marksOf(copy));
  const after = await marksOf(folder);
  expect(after).not.toEqual(before);

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Merged 3 marks")).toBeHidden();
  await expect.poll(() => marksOf(folder)).toEqual(before);
  await expect(page.getByRole("button", { name: "Redo merging 3 marks of 2 analysts" })).toBeEnabled();
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect.poll(() => marksOf(folder)).toEqual(after);

  await app.restart();
  await app.page.getByRole("button", { name: "Undo merging 3 marks of 2 analysts" }).click();
  await expect.poll(() => marksOf(folder)).toEqual(before);
});

test("says in one sentence why a file cannot be merged, and changes nothing", async ({ open }) => {
  const app = await open();
  const before = await marksOf(app.folder);
  const path = join(app.home, "broken.json");
  await writeFile(path, '{"marks": ');
  const merging = await openDialog(app.page);
  await choose(app, "file", path);
  await expect(merging.getByRole("alert")).toContainText("broken.json cannot be merged: ");
  expect(await marksOf(app.folder)).toEqual(before);
});
