import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "./app.ts";
import { setsOnDisk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

test("exports the whole annotation set as JSON", async ({ open, shot, axe }) => {
  const app = await open();
  const content = JSON.parse(
    await exported(app, /Parallax annotation set/, "set.json", async () => {
      await shot(app.page, "export");
      await axe(app.page);
    }),
  );
  expect(content).toMatchObject({ format: "parallax-annotation-set", project: { title: "Mali 2021–2022" } });
  expect(content.sources).toHaveLength(5);
  expect(content.sets.map((set: { marks: unknown[] }) => set.marks.length).sort()).toEqual([32, 64]);
});

test("exports one row per mark piece and tag as CSV, with quote and context", async ({ open }) => {
  const app = await open();
  const csv = await exported(app, /Marks \(CSV\)/, "marks.csv");
  const [header] = csv.split("\r\n");
  expect(header).toContain('"claim_id","claim","stance","voice","speaker"');
  expect(header).toContain('"quote","prefix","suffix"');
  // Every piece of every mark with each of its tags, and one row a piece for the mark without a tag.
  const sets = await setsOnDisk(app.folder);
  const marks = sets.flatMap((set) => set.marks);
  const rows = marks.reduce((sum, { ranges, tags }) => sum + ranges.length * Math.max(1, tags.length), 0);
  expect(rows).toBeGreaterThan(marks.length);
  expect(csv.split("\r\n").length - 2).toBe(rows);
  expect(csv).toContain('"more than 200 terrorists"');
});

async function exported(app: App, format: RegExp, name: string, look = async () => {}): Promise<string> {
  const path = join(app.home, name);
  await app.page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = app.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: format }).check();
  await dialog.getByRole("radio", { name: /All analysts/ }).check();
  await look();
  await app.saveTo(path);
  await dialog.getByRole("button", { name: /Save…|Download/ }).click();
  await expect(dialog.getByRole("status")).toContainText("Exported as");
  await expect.poll(() => readFile(path, "utf8").catch(() => "")).not.toBe("");
  return readFile(path, "utf8");
}
