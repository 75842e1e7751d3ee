import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "./app.ts";
import { saved, setsOnDisk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

/** Opens the dialog by keys and gives it a file. */
async function read(app: App, name: string, content: string): Promise<void> {
  const file = join(app.home, name);
  await writeFile(file, content);
  await app.page.keyboard.press("Control+k");
  await app.page.keyboard.type("read annotations");
  await app.page.keyboard.press("Enter");
  await app.chooseFiles([file]);
  await app.page.getByText("Choose files…").click();
}

/** Spans of doccano over two sentences of the first article, one of which it does not have any more as it was marked. */
async function doccanoLines(app: App, sourceId: string): Promise<string> {
  const text = await readFile(join(app.folder, "sources", `${sourceId}.txt`), "utf8");
  const points = Array.from(text);
  const start = Array.from(text.slice(0, text.indexOf("Wagner"))).length;
  const spans = [
    [start, start + 6, "C1/mentions"],
    [start + 7, start + 12, "new-code"],
  ];
  const changed = `${text}\nA sentence that the article lacks.`;
  const lost = [points.length + 1, points.length + 35, "C1/supports"];
  return `${JSON.stringify({ id: 1, text: changed, label: [...spans, lost] })}\n{broken\n`;
}

test("reads what another program marked, after each mark was decided about", async ({ open, shot, axe }) => {
  const app = await open();
  const before = await setsOnDisk(app.folder);
  const sourceId = before[0]?.marks[0]?.sourceId ?? "";
  await read(app, "team.jsonl", await doccanoLines(app, sourceId));
  const dialog = app.page.getByRole("dialog", { name: "Read annotations" });
  await expect(dialog.locator(".reading-summary")).toContainText("doccano");

  // The article is not known by its text, since that has changed: the analyst says which it is.
  const article = dialog.getByLabel(/^What .* is here$/);
  await article.selectOption(sourceId);
  await expect(dialog.locator(".reading-summary")).toContainText("2 new marks. 1 mark could not be placed.");
  await dialog.getByLabel("Stance of new-code").selectOption("refutes");
  await dialog.getByText("1 item of the file not understood").click();
  await shot(app.page, "read-annotations");
  await axe(app.page);

  await dialog.getByRole("button", { name: "Place by hand…" }).click();
  await dialog.getByLabel("Words of the passage").fill("Wagner");
  await dialog.locator(".places button").first().click();
  await expect(dialog).toContainText("All marks have a place.");
  await dialog.getByRole("button", { name: "Read 3 marks" }).click();
  await expect(dialog).toBeHidden();
  await expect(app.page.getByText("3 marks read from “team.jsonl”.")).toBeVisible();
  await saved(app.page);
  const number = (sets: typeof before) => sets.reduce((sum, { marks }) => sum + marks.length, 0);
  await expect.poll(async () => number(await setsOnDisk(app.folder))).toBe(number(before) + 3);

  await app.page.keyboard.press("Control+z");
  await expect.poll(async () => number(await setsOnDisk(app.folder))).toBe(number(before));
});

test("refuses what it cannot read in a sentence, and changes nothing", async ({ open }) => {
  const app = await open();
  const before = await setsOnDisk(app.folder);
  await read(app, "broken.json", '{"format": "parallax-annotation-set", "sets": [}');
  const dialog = app.page.getByRole("dialog", { name: "Read annotations" });
  await expect(dialog.locator(".import-progress")).toHaveText(
    "“broken.json” cannot be read: it is not valid JSON (line 1, column 48).",
  );
  await app.page.keyboard.press("Escape");
  expect(await setsOnDisk(app.folder)).toEqual(before);
});
