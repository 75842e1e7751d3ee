import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { mark, markCount, markOver, saved, setsOnDisk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const PASSAGE = "In the middle months of 2022";

test("has everything again after it was closed, as readable JSON", async ({ open }) => {
  const app = await open();
  await mark(app.page, 0, PASSAGE, "4", "Whether anybody asked");
  const count = await markCount(app.page);
  await saved(app.page);
  await app.restart();
  expect(await markCount(app.page)).toBe(count);
  await expect(await markOver(app.page, 0, PASSAGE)).toHaveClass(/questions/);

  const sets = await setsOnDisk(app.folder);
  const made = sets.flatMap((set) => set.marks).filter((one) => one.ranges[0]?.quote === PASSAGE);
  expect(made).toMatchObject([
    { ranges: [{ quote: PASSAGE, suffix: expect.any(String) }], tags: [{ stance: "questions" }] },
  ]);
  expect(sets.flatMap((set) => set.claims).map((claim) => claim.text)).toContain("Whether anybody asked");
  expect((await readdir(app.folder)).sort()).toEqual(
    expect.arrayContaining(["annotations", "project.json", "sources"]),
  );
  const [file] = await readdir(join(app.folder, "annotations"));
  expect(await readFile(join(app.folder, "annotations", file ?? ""), "utf8")).toMatch(/^\{\n {2}"/);
});

test("keeps a mark that was shown as saved when the host is killed right then", async ({ open }) => {
  const app = await open();
  await mark(app.page, 0, PASSAGE, "2", "C5");
  await saved(app.page);
  await app.kill();
  await app.restart();
  await expect(await markOver(app.page, 0, PASSAGE)).toHaveClass(/refutes/);
});

test("keeps a note whose field was never left", async ({ open }) => {
  const app = await open();
  await mark(app.page, 0, PASSAGE, "2", "C5");
  await (await markOver(app.page, 0, PASSAGE)).click();
  await app.page.getByLabel("Note", { exact: true }).pressSequentially("Half a sent");
  await expect(app.page.getByRole("button", { name: "Undo changing the note" })).toBeEnabled();
  await expect(app.page.getByLabel("Note", { exact: true })).toBeFocused();
  await saved(app.page);
  await app.restart();
  await (await markOver(app.page, 0, PASSAGE)).click();
  await expect(app.page.getByLabel("Note", { exact: true })).toHaveValue("Half a sent");
});
