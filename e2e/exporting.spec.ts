import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "./app.ts";
import { setsOnDisk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { writeSyntheticProject } from "./synthetic-project.ts";

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

test("exports chosen claims and articles, by keys alone, and says how much goes out", async ({ open, shot, axe }) => {
  const app = await open();
  const { page } = app;
  await page.keyboard.press("Control+e");
  const dialog = page.getByRole("dialog", { name: "Export the annotation set" });
  const goingOut = dialog.getByText(/^Goes out: /);
  const losses = dialog.getByRole("region", { name: "What this format leaves behind" });
  await dialog.getByRole("radio", { name: /^Marks \(CSV\)/ }).check();
  await dialog.getByRole("radio", { name: /All analysts/ }).check();
  await expect(losses).toContainText("The texts of 5 articles stay behind.");

  const claims = dialog.getByRole("group", { name: "Claims" });
  await claims.getByRole("radio", { name: "All (15)" }).focus();
  await page.keyboard.press("ArrowDown");
  const save = dialog.getByRole("button", { name: /Save…|Download/ });
  await expect(save).toBeDisabled();
  await expect(save).toHaveAccessibleDescription("No claim is chosen. Choose one, or all of them.");
  await page.keyboard.press("Tab");
  await expect(claims.getByLabel("Find claims")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("End");
  await expect(claims.getByRole("checkbox", { name: /^C15 / })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(claims.getByRole("radio", { name: "Chosen (2)" })).toBeChecked();
  await expect(goingOut).toContainText("2 claims and 5 articles");

  const articles = dialog.getByRole("group", { name: "Articles" });
  await articles.getByRole("radio", { name: "Chosen" }).check();
  await expect(save).toHaveAccessibleDescription("No article is chosen. Choose one, or all of them.");
  await shot(page, "export-nothing-chosen");
  await axe(page);
  await articles.getByRole("button", { name: "Tick all" }).click();
  const first = articles.getByRole("listitem").first();
  const [outlet] = ((await first.textContent()) ?? "").split(":");
  await first.getByRole("checkbox").uncheck();
  await expect(goingOut).toContainText("2 claims and 4 articles");
  await expect(losses).toContainText("The texts of 4 articles stay behind.");
  for (const width of [1024, 1440, 2560]) {
    await page.setViewportSize({ width, height: width === 1024 ? 720 : 1000 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await shot(page, `export-chosen-${width}-${colorScheme}`);
    }
  }
  await axe(page);

  const path = join(app.home, "some.csv");
  await app.saveTo(path);
  await save.click();
  await expect(dialog.getByRole("status")).toContainText("Exported as");
  await expect.poll(() => readFile(path, "utf8").catch(() => "")).not.toBe("");
  const rows = (await readFile(path, "utf8")).trim().split("\r\n").slice(1);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(/"(C\d+)"/.exec(row)?.[1]).toMatch(/^C1(5)?$/);
  expect(rows.join("\n")).not.toContain(`"${outlet}"`);

  // The choice ends with the window.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+e");
  await expect(claims.getByRole("radio", { name: "All (15)" })).toBeChecked();
});

test("finds some of thousands of claims, with only those in view on the page", async ({ open, axe }) => {
  const { page } = await open({
    args: ["project"],
    prepare: async (folder) => {
      await mkdir(join(folder, "project"));
      const size = { articles: 3, charactersPerArticle: 20_000, marks: 2_000, claims: 2_000 };
      await writeSyntheticProject(join(folder, "project"), size);
    },
  });
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const claims = page.getByRole("dialog").getByRole("group", { name: "Claims" });
  await claims.getByRole("radio", { name: "Chosen" }).check();
  await expect.poll(() => claims.getByRole("checkbox").count()).toBeGreaterThan(3);
  expect(await claims.getByRole("checkbox").count()).toBeLessThan(60);
  await claims.getByRole("checkbox").first().focus();
  await page.keyboard.press("End");
  await expect(claims.getByRole("checkbox", { name: /^C2000 / })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("number 1999");
  await expect(claims.getByRole("checkbox")).toHaveCount(1);
  await claims.getByRole("button", { name: "Tick 1 line" }).click();
  await expect(claims.getByRole("radio", { name: "Chosen (1)" })).toBeChecked();
  await axe(page);
});

test("writes no codebook without a claim, and says why before", async ({ open }) => {
  const { page } = await open({
    args: ["project"],
    prepare: async (folder) => {
      await mkdir(join(folder, "project"));
      await writeSyntheticProject(join(folder, "project"), {
        ...{ articles: 1, charactersPerArticle: 2_000 },
        ...{ marks: 0, claims: 0 },
      });
    },
  });
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const save = dialog.getByRole("button", { name: /Save…|Download/ });
  await expect(save).toBeEnabled();
  await dialog.getByRole("radio", { name: /^REFI-QDA codebook/ }).check();
  await expect(save).toBeDisabled();
  await expect(dialog.getByRole("status")).toHaveText("A codebook holds claims, and there are none to write.");
  await dialog.getByRole("radio", { name: /^Marks \(CSV\)/ }).check();
  await expect(save).toBeEnabled();
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
