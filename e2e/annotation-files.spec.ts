import { randomUUID } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProjectFile } from "../annotations/model/project.ts";
import type { SourceRecord } from "../annotations/model/source.ts";
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

/** The export of a project like the one that is open, in which the analyst at work has said more of everything. */
async function exportOf(app: App, sourceId: string): Promise<string> {
  const json = async (...place: readonly string[]) => JSON.parse(await readFile(join(app.folder, ...place), "utf8"));
  const project: ProjectFile = await json("project.json");
  const files = (await readdir(join(app.folder, "sources"))).filter((file) => file.endsWith(".json"));
  const sources = await Promise.all(
    files.map(async (file) => {
      const source: SourceRecord = await json("sources", file);
      const text = await readFile(join(app.folder, "sources", file.replace(/json$/, "txt")), "utf8");
      return { ...source, ...(source.id === sourceId ? { note: "A wire report 🛶.", agency: "AFP" } : {}), text };
    }),
  );
  const [set] = await setsOnDisk(app.folder);
  const [first, ...marks] = set?.marks ?? [];
  if (!set || !first) throw new Error("the sample has a set with marks");
  const at = "2023-01-02T03:04:05Z";
  const deleted = { ...first, id: randomUUID(), tags: [], binnedAt: at, colour: "blue" };
  const [a, b] = sources.map(({ id }) => id).sort();
  const speakers = [{ id: randomUUID(), name: "the junta", aliases: ["العسكر"] }];
  return JSON.stringify({
    ...{ format: "parallax-annotation-set", schemaVersion: project.schemaVersion },
    project: { ...project, id: randomUUID(), title: "Another one", settings: { corroboratedBy: 4 }, speakers },
    ...{ sources, claims: [] },
    sets: [
      { ...set, marks: [first, ...marks], bin: [deleted], originVerdicts: [{ a, b, verdict: "independent", at }] },
    ],
  });
}

test("reads all of an export of Parallax, and names what stays as it is here", async ({ open, shot, axe }) => {
  const app = await open();
  const before = await setsOnDisk(app.folder);
  const mine = before.find(({ marks }) => marks.length > 0);
  const sourceId = mine?.marks[0]?.sourceId ?? "";
  await read(app, "all.json", await exportOf(app, sourceId));
  const dialog = app.page.getByRole("dialog", { name: "Read annotations" });
  const summary = dialog.locator(".reading-summary");
  await expect(summary).toContainText("1 deleted mark for the bin.");
  await expect(summary).toContainText("1 new finding on common origins.");
  await expect(summary).toContainText("The details of 1 article as in the file. 1 new speaker.");
  await dialog.getByText("1 thing stays as it is here").click();
  await expect(dialog.getByText("how many origins corroborate a claim")).toBeVisible();
  await shot(app.page, "read-export");
  await axe(app.page);
  await dialog.getByLabel("take the file’s version").check();
  await expect(summary).toContainText("The settings of the project as in the file.");
  await dialog.getByRole("button", { name: "Read", exact: true }).click();
  await expect(dialog).toBeHidden();
  await saved(app.page);

  const told = async () => {
    const sets = await setsOnDisk(app.folder);
    const project: ProjectFile = JSON.parse(await readFile(join(app.folder, "project.json"), "utf8"));
    const source: SourceRecord = JSON.parse(await readFile(join(app.folder, "sources", `${sourceId}.json`), "utf8"));
    return {
      bin: sets.flatMap(({ bin = [] }) => bin.map(({ colour }) => colour)),
      verdicts: sets.flatMap(({ originVerdicts = [] }) => originVerdicts.map(({ verdict }) => verdict)),
      speakers: project.speakers?.map(({ name, aliases }) => [name, ...aliases]),
      ...{ threshold: project.settings.corroboratedBy, title: project.title, note: source.note, agency: source.agency },
    };
  };
  const { title } = JSON.parse(await readFile(join(app.folder, "project.json"), "utf8"));
  await expect.poll(told).toEqual({
    ...{ bin: ["blue"], verdicts: ["independent"], speakers: [["the junta", "العسكر"]] },
    ...{ threshold: 4, title, note: "A wire report 🛶.", agency: "AFP" },
  });
  await app.page.keyboard.press("Control+z");
  await expect.poll(told).toEqual({ bin: [], verdicts: [], threshold: 2, title });
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
