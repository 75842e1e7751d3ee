import { randomUUID } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProjectFile } from "../annotations/model/project.ts";
import type { SourceRecord } from "../annotations/model/source.ts";
import type { App } from "./app.ts";
import { saved, setsOnDisk, text } from "./desk.ts";
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

const CODEBOOK = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other 1"><Codes>
<Code guid="BBBBBBBB-0000-4000-8000-000000000001" name="Cause" isCodable="true"><Description>why it happened</Description>
<Code guid="BBBBBBBB-0000-4000-8000-000000000002" name="Storm" isCodable="true"/></Code>
</Codes></CodeBook>`;

test("reads a codebook, whose claims join the project without a mark, and takes it back", async ({
  open,
  shot,
  axe,
}) => {
  const app = await open();
  const before = await setsOnDisk(app.folder);
  const claims = app.page.getByRole("complementary", { name: "Claims" });
  await read(app, "claims.qdc", CODEBOOK);
  const dialog = app.page.getByRole("dialog", { name: "Read annotations" });
  await expect(dialog.locator(".reading-summary")).toContainText("REFI-QDA codebook");
  await expect(dialog.locator(".reading-summary")).toContainText("2 new claims.");
  const rows = dialog.getByRole("region", { name: "New claims" }).getByRole("row");
  await expect(rows).toHaveText([/^In the file/, /^Cause.*why it happened/, /^Storm/]);
  await shot(app.page, "read-codebook");
  await axe(app.page);
  await dialog.getByRole("button", { name: "Read 2 claims" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(claims.getByRole("button", { name: /^Storm / })).toHaveAccessibleName(/part of Cause/);
  await saved(app.page);
  const marks = (sets: typeof before) => sets.map((set) => set.marks);
  expect(marks(await setsOnDisk(app.folder))).toEqual(marks(before));
  await app.page.keyboard.press("Control+z");
  await expect(claims.getByRole("button", { name: /^Storm / })).toHaveCount(0);
});

test("says of a file without annotations that it holds none", async ({ open }) => {
  const app = await open();
  await read(app, "empty.json", '{"%TYPES": {}, "%FEATURE_STRUCTURES": [], "%VIEWS": {}}');
  const dialog = app.page.getByRole("dialog", { name: "Read annotations" });
  await expect(dialog.locator(".reading-summary")).toHaveText(
    "UIMA CAS JSON from empty.json: it holds no annotations.",
  );
  await expect(dialog.getByRole("button", { name: "Read", exact: true })).toBeDisabled();
});

/** The id of the article of an outlet. */
async function sourceOf(app: App, outlet: string): Promise<string> {
  const names = (await readdir(join(app.folder, "sources"))).filter((name) => /^[0-9a-f-]{36}\.json$/.test(name));
  const sources = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(app.folder, "sources", name), "utf8"))),
  );
  return sources.find((source) => source.outlet === outlet)?.id ?? "";
}

/** Marks of a colleague who is here and one who is not, in an article that the analyst sees and one that the analyst does not. */
async function tableOfTwo(app: App): Promise<string> {
  const [seen, blind] = [
    await sourceOf(app, "Human Security Centre"),
    await sourceOf(app, "The Organization for World Peace"),
  ];
  const rows = [
    ["analyst", "source_id", "claim_id", "stance", "quote"],
    ["Chloé Martin", seen, "C1", "supports", "In the middle months of 2022"],
    ["Chloé Martin", seen, "C1", "supports", "Words that she saw somewhere"],
    ["Ben Laurent", blind, "C3", "refutes", "The company, which has been"],
    ["Ben Laurent", blind, "C3", "refutes", "Words that he saw elsewhere"],
  ];
  return rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n");
}

/** The number of marks of each analyst on the disk. */
async function marksByName(folder: string): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries((await setsOnDisk(folder)).map(({ analyst, marks }) => [analyst.name, marks.length]));
}

test("reads into a set for each analyst of the file, shows nothing that is hidden, and takes all back in one step", async ({
  open,
  shot,
  axe,
}) => {
  const app = await open();
  const { page } = app;
  await saved(page);
  const before = await marksByName(app.folder);
  await read(app, "both.csv", await tableOfTwo(app));
  const dialog = page.getByRole("dialog", { name: "Read annotations" });
  const summary = dialog.locator(".reading-summary");
  await expect(summary).toContainText("the set of Ada Okafor: 2 new marks. 2 marks could not be placed.");
  await expect(dialog).toContainText("Words that he saw elsewhere");
  await dialog.getByRole("radio", { name: "Into my set" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: "A set for each analyst of the file" })).toBeChecked();
  await expect(summary).toContainText("Chloé Martin: 1 new mark. 1 mark could not be placed.");
  await expect(summary).toContainText("Ben Laurent: 1 new mark. 1 mark could not be placed.");
  await expect(dialog).toContainText("new here");
  for (const words of ["Words that he saw elsewhere", "Words that she saw somewhere"]) {
    const isShown = words.includes("she");
    await expect(dialog.getByText(words)).toHaveCount(isShown ? 1 : 0);
  }
  await expect(dialog).toContainText("1 mark is of others, and hidden from you.");
  await expect(dialog.getByRole("row", { name: /^C3 / }).getByRole("cell").last()).toHaveText("0");
  for (const width of [1024, 1440, 2560]) {
    await page.setViewportSize({ width, height: width === 1024 ? 720 : 1000 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await shot(page, `read-for-each-${width}-${colorScheme}`);
    }
  }
  await axe(page);
  await dialog.getByRole("button", { name: "Read 2 marks" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("“both.csv” was read into the sets of 2 analysts.")).toBeVisible();
  const after = { ...before, "Ben Laurent": (before["Ben Laurent"] ?? 0) + 1, "Chloé Martin": 1 };
  await expect.poll(() => marksByName(app.folder)).toEqual(after);

  // What Ben has marked stays hidden where Ada works blind.
  await expect(text(page, 4).locator("[data-other]")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => marksByName(app.folder)).toEqual({ ...before, "Chloé Martin": 0 });
  await expect(page.getByRole("button", { name: "Redo reading 2 marks of 2 analysts" })).toBeEnabled();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(() => marksByName(app.folder)).toEqual(after);
  await app.restart();
  await app.page.getByRole("button", { name: "Undo reading 2 marks of 2 analysts" }).click();
  await expect.poll(() => marksByName(app.folder)).toEqual({ ...before, "Chloé Martin": 0 });
});

test("reads nothing for each analyst while another window has one of the sets", async ({ open }) => {
  const app = await open();
  await saved(app.page);
  const other = await open({ beside: { app, as: "another-analyst" } });
  await other.page.getByRole("button", { name: /^Analyst: / }).click();
  await other.page.getByRole("menuitem", { name: /Work as Ben Laurent/ }).click();
  await expect(other.page.getByRole("button", { name: "Analyst: Ben Laurent" })).toBeVisible();
  const before = await marksByName(app.folder);
  await read(app, "both.csv", await tableOfTwo(app));
  const dialog = app.page.getByRole("dialog", { name: "Read annotations" });
  await dialog.getByRole("radio", { name: "A set for each analyst of the file" }).check();
  await dialog.getByRole("button", { name: "Read 2 marks" }).click();
  await expect(dialog.locator(".problem")).toHaveText(
    "The marks of Ben Laurent are open in another window of Parallax, so nothing was read. Close it there, then do that again.",
  );
  expect(await marksByName(app.folder)).toEqual(before);
});
