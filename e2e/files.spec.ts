import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { drag, mark, markCount, markOver, marksOver, pane, saved } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const PASSAGE = "In the middle months of 2022";
const SECOND = "the strength they were losing";
const CLAIM = "Whether anybody asked";

function accessBar(page: Page): Locator {
  return page.getByRole("status").filter({ hasText: "Read-only." });
}

async function takeOver(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Take over…" }).click();
  await page.getByRole("dialog", { name: "Take over here?" }).getByRole("button", { name: "Take over" }).click();
  await expect(accessBar(page)).toBeHidden();
}

async function filesDialog(page: Page): Promise<Locator> {
  await page.getByRole("contentinfo").getByRole("button", { name: /Files/ }).click();
  return page.getByRole("dialog", { name: "Project files" });
}

/** The file of the analyst's set that holds a passage. */
async function fileWith(folder: string, passage: string): Promise<string> {
  for (const name of await readdir(join(folder, "annotations"))) {
    const path = join(folder, "annotations", name);
    if ((await readFile(path, "utf8")).includes(passage)) return path;
  }
  throw new Error(`no set says “${passage}”`);
}

test("opens a second window of the same analyst for reading, which takes over when the first is killed", async ({
  open,
  shot,
  axe,
}) => {
  const first = await open();
  await mark(first.page, 0, PASSAGE, "2", "C5");
  await saved(first.page);
  const second = await open({ beside: { app: first, as: "same-analyst" } });
  await expect(accessBar(second.page)).toContainText("are open in another window of Parallax on this computer");
  await shot(second.page, "read-only");
  await axe(second.page);
  await drag(second.page, 0, SECOND);
  await second.page.keyboard.press("1");
  await expect(second.page.getByRole("combobox", { name: "Claim" })).toBeHidden();
  const count = await markCount(second.page);

  await first.kill();
  await expect(accessBar(second.page)).toBeHidden();
  await mark(second.page, 0, SECOND, "1", "C5");
  await saved(second.page);
  expect(await markCount(second.page)).toBe(count + 1);
  await expect(await markOver(second.page, 0, PASSAGE)).toHaveClass(/refutes/);
});

test("shows what another window has marked as soon as it is there", async ({ open }) => {
  const first = await open();
  const second = await open({ beside: { app: first, as: "same-analyst" } });
  await mark(first.page, 0, PASSAGE, "2", "C5");
  await saved(first.page);
  await expect.poll(() => marksOver(second.page, 0, PASSAGE)).toHaveLength(1);
});

test("lets a window take the marks over on purpose, and keeps what the other could not save", async ({
  open,
  shot,
  axe,
}) => {
  const first = await open();
  const second = await open({ beside: { app: first, as: "same-analyst" } });
  await takeOver(second.page);
  await expect(accessBar(first.page)).toContainText("has taken over your marks");
  await mark(second.page, 0, PASSAGE, "2", "C5");
  await saved(second.page);
  await expect.poll(() => marksOver(first.page, 0, PASSAGE)).toHaveLength(1);
  await shot(first.page, "taken-over");
  await axe(first.page);
});

test("lets two analysts work in one folder, and each sees what the other has made", async ({ open }) => {
  // In the sample everybody begins as its first analyst.
  const first = await open({
    args: ["one.txt", "two.txt"],
    prepare: async (folder) => {
      await writeFile(join(folder, "one.txt"), "The bridge\n\nThe bridge opened on Monday.\n");
      await writeFile(join(folder, "two.txt"), "No bridge\n\nNobody has seen the bridge.\n");
    },
  });
  const second = await open({ beside: { app: first, as: "another-analyst" } });
  await expect(accessBar(second.page)).toBeHidden();
  await mark(first.page, 0, "opened on Monday", "2", CLAIM);
  await mark(second.page, 1, "Nobody has seen", "1", "Who has seen it");
  for (const page of [first.page, second.page]) {
    await saved(page);
    await expect(page.getByRole("complementary").getByText(CLAIM)).toBeVisible();
    await expect(page.getByRole("complementary").getByText("Who has seen it")).toBeVisible();
  }
});

test("lists the backups, restores one, and takes that back", async ({ open, shot, axe }) => {
  const app = await open();
  const before = await markCount(app.page);
  await mark(app.page, 0, PASSAGE, "2", "C5");
  await saved(app.page);
  await app.restart();
  const dialog = await filesDialog(app.page);
  await dialog
    .getByRole("tab", { name: /Backup/ })
    .first()
    .click();
  await expect(dialog.getByRole("table")).toContainText("Marks");
  await shot(app.page, "versions");
  await axe(app.page);
  await dialog.getByRole("button", { name: "Restore this version" }).click();
  await expect(dialog.getByText("Restored. Undo takes it back.")).toBeVisible();
  await app.page.keyboard.press("Escape");
  expect(await markCount(app.page)).toBe(before);
  await saved(app.page);
  await app.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => markCount(app.page)).toBe(before + 1);
  await saved(app.page);
});

test("keeps its own marks when another program changes their file, and lets the analyst decide", async ({
  open,
  shot,
}) => {
  const app = await open();
  await mark(app.page, 0, PASSAGE, "2", CLAIM);
  await saved(app.page);
  await app.restart();
  const file = await fileWith(app.folder, PASSAGE);
  await writeFile(file, (await readFile(file, "utf8")).replaceAll(CLAIM, "Whether anybody answered"));
  await expect(app.page.getByText("Another version of your marks waits for your decision.")).toBeVisible();
  await app.page.getByRole("button", { name: "Look at the files" }).click();
  const dialog = app.page.getByRole("dialog", { name: "Project files" });
  await expect(dialog.getByRole("table")).toContainText("Claims");
  await shot(app.page, "edited-outside");
  await dialog.getByRole("button", { name: "Use this version" }).click();
  await app.page.keyboard.press("Escape");
  await expect(app.page.getByRole("complementary").getByText("Whether anybody answered")).toBeVisible();
  await saved(app.page);
});

test("puts a set together again from its journal and backups when its file is damaged", async ({ open, shot }) => {
  const app = await open();
  await mark(app.page, 0, PASSAGE, "2", "C5");
  await saved(app.page);
  await app.restart();
  const file = await fileWith(app.folder, PASSAGE);
  await mark(app.page, 0, SECOND, "1", "C5");
  await saved(app.page);
  await app.kill();
  await writeFile(file, '{ "schemaVersion": 2, "marks": [');
  await app.restart();
  await expect(await markOver(app.page, 0, PASSAGE)).toHaveClass(/refutes/);
  await expect(await markOver(app.page, 0, SECOND)).toHaveClass(/supports/);
  const dialog = await filesDialog(app.page);
  await expect(dialog.getByText(/put together again/)).toBeVisible();
  await shot(app.page, "put-together-again");
  await app.page.keyboard.press("Escape");
  await app.restart();
  expect((await readdir(join(app.folder, "quarantine", "annotations"))).join()).toMatch(/damaged/);
  await expect(await markOver(app.page, 0, SECOND)).toHaveClass(/supports/);
});

test("says so when changes of the journal are missing, and shows all others", async ({ open, shot }) => {
  const app = await open();
  await mark(app.page, 0, PASSAGE, "2", "C5");
  await saved(app.page);
  await app.kill();
  const [analyst = ""] = await readdir(join(app.folder, "journal"));
  const segments = (await readdir(join(app.folder, "journal", analyst))).filter((name) => name.endsWith(".jsonl"));
  await appendFile(join(app.folder, "journal", analyst, segments.at(-1) ?? ""), "0badf00d {}\n");
  await app.restart();
  await expect(app.page.getByText("Something is missing from one file of the project.")).toBeVisible();
  await expect(await markOver(app.page, 0, PASSAGE)).toHaveClass(/refutes/);
  await app.page.getByRole("button", { name: "Look at the files" }).click();
  const dialog = app.page.getByRole("dialog", { name: "Project files" });
  await expect(dialog.getByText(/does not fit its checksum/)).toBeVisible();
  await shot(app.page, "journal-damaged");
});

test("opens a project of a newer version for reading only", async ({ open }) => {
  const first = await open();
  const path = join(first.folder, "project.json");
  await writeFile(path, (await readFile(path, "utf8")).replace('"schemaVersion": 2', '"schemaVersion": 99'));
  const before = await readFile(path, "utf8");
  await first.restart();
  await expect(accessBar(first.page)).toContainText("was written by a newer version of Parallax");
  await expect(pane(first.page, 0)).toBeVisible();
  expect(await readFile(path, "utf8")).toBe(before);
});
