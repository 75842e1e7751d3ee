import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Project } from "../../annotations/model/project.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { ANNA, addMark, BRUNO, claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { parallax } from "./testing/captured-run.ts";

const C1 = claim("C1", "The bridge opened on Monday.");

/** A project without marks, and the export of a copy in which Anna has marked something. */
async function projectAndExport() {
  const here = await exampleProject();
  const there = join(await temporaryFolder(), "there");
  await cp(here, there, { recursive: true });
  const store = await openProjectStore(nodeFiles, there);
  const [post, echo] = store.project.sources;
  if (!post || !echo) throw new Error("the example has two sources");
  await store.workAs(ANNA);
  await store.apply([
    putClaim(ANNA, C1),
    addMark(ANNA, post, "opened on Monday 🌉", C1.id, "supports"),
    addMark(ANNA, echo, "did not open before Tuesday", C1.id, "refutes"),
  ]);
  await store.close();
  const file = join(await temporaryFolder(), "anna.json");
  expect(await parallax("export", there, "--format", "json", "--out", file)).toMatchObject({ code: 0, err: "" });
  return { here, there, file };
}

async function projectIn(folder: string): Promise<Project> {
  return (await readProject(nodeFiles, folder)).project;
}

it("reads a file into the sets of its analysts, once", async () => {
  const { here, there, file } = await projectAndExport();
  const before = await folderContents(here);
  const tried = await parallax("read", here, file, "--dry-run");
  expect(tried).toMatchObject({ code: 0, err: "" });
  expect(tried.out).toContain("Anna (a new set): 2 new marks.\nNothing was changed");
  expect(await folderContents(here)).toEqual(before);
  expect(await parallax("read", here, file)).toMatchObject({ code: 0, err: "" });
  const [anna] = (await projectIn(here)).sets;
  const [original] = (await projectIn(there)).sets;
  expect({ ...anna?.analyst, marks: anna?.marks }).toEqual({ ...ANNA, marks: original?.marks });
  expect((await parallax("read", here, file)).out).toContain("Anna: 2 marks are here already.\n");
  expect((await projectIn(here)).sets[0]?.marks).toHaveLength(2);
  expect(await parallax("validate", here)).toMatchObject({ code: 0 });
});

it("reads into another analyst's set, and says so for programs", async () => {
  const { here, file } = await projectAndExport();
  const { code, out } = await parallax("read", here, file, "--analyst", "Chiara", "--from", "Anna", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    format: "json",
    written: true,
    sets: [{ analyst: { name: "Chiara" }, isNew: true, counts: { new: 2, same: 0, unplaced: 0 }, marks: [] }],
    problems: [],
  });
  const { sets } = await projectIn(here);
  expect(sets.map(({ analyst, marks }) => [analyst.name, marks.length])).toEqual([["Chiara", 2]]);
});

it("adds articles only where that is wished", async () => {
  const { here, file } = await projectAndExport();
  const other = await exampleProject();
  const content = JSON.parse(await readFile(file, "utf8"));
  content.sources[0].text = `Before. ${content.sources[0].text}`;
  const mark = content.sets[0].marks.find((one: { sourceId: string }) => one.sourceId === content.sources[0].id);
  Object.assign(content.sources[0], { id: crypto.randomUUID(), originalName: "new.txt", sha256: "0".repeat(64) });
  mark.sourceId = content.sources[0].id;
  mark.ranges[0].start += 8;
  mark.ranges[0].end += 8;
  await writeFile(file, JSON.stringify(content));
  expect((await parallax("read", here, file, "--dry-run")).out).toContain("--add-articles adds it");
  expect((await parallax("read", here, file, "--add-articles")).out).toContain("Anna (a new set): 2 new marks.");
  const { sources, sets } = await projectIn(here);
  expect(sources.map(({ originalName }) => originalName)).toEqual(["article.txt", "article.txt", "new.txt"]);
  expect(sets[0]?.marks.map(({ ranges }) => ranges[0]?.quote).sort()).toEqual([
    "did not open before Tuesday",
    "opened on Monday 🌉",
  ]);
  expect(await parallax("validate", here)).toMatchObject({ code: 0 });
  expect((await projectIn(other)).sources).toHaveLength(2);
});

it("places no mark elsewhere than the file says without consent", async () => {
  const { here, file } = await projectAndExport();
  const content = JSON.parse(await readFile(file, "utf8"));
  for (const source of content.sources) source.text = `Now: ${source.text}`;
  for (const { ranges } of content.sets[0].marks) {
    for (const range of ranges) Object.assign(range, { start: range.start + 5, end: range.end + 5 });
  }
  await writeFile(file, JSON.stringify(content));
  const waiting = await parallax("read", here, file);
  expect(waiting.out).toContain("2 marks would stand elsewhere than the file says, and are left out until you agree.");
  expect((await projectIn(here)).sets.flatMap(({ marks }) => marks)).toEqual([]);
  await parallax("read", here, file, "--accept", "moved");
  expect((await projectIn(here)).sets[0]?.marks).toHaveLength(2);
});

it.each<[string, readonly string[], number, string]>([
  ["an unknown format", ["--format", "xml"], 2, "--format must be one of"],
  ["an unknown consent", ["--accept", "all"], 2, "--accept takes adjusted, moved, unverified"],
  ["an analyst whom the file does not name", ["--from", "Zoe"], 1, "The files name no analyst Zoe. They name: Anna."],
])("refuses %s and changes nothing", async (_, options, expected, words) => {
  const { here, file } = await projectAndExport();
  const before = await folderContents(here);
  const { code, err } = await parallax("read", here, file, ...options);
  expect(code).toBe(expected);
  expect(err).toContain(words);
  expect(await folderContents(here)).toEqual(before);
});

it.each<[string, string | Uint8Array, string]>([
  ["nothing", "", "is empty"],
  ["what looks like no format", "hello", "does not look like any format"],
  ["broken JSON", '{"format": "parallax-annotation-set", "sets": [}', "it is not valid JSON (line 1, column 48)"],
  ["JSON that is something else", '{"format": "parallax-annotation-set", "schemaVersion": 2}', "/project"],
  ["prototype keys", '{"format": "parallax-annotation-set", "__proto__": {}}', 'it uses the forbidden key "__proto__"'],
  [
    "too deep JSON",
    `{"format": "parallax-annotation-set", "x": ${"[".repeat(99)}${"]".repeat(99)}}`,
    "nested more than 64",
  ],
  ["no text", Buffer.from([0x7b, 0xff, 0x00]), "does not look like any format"],
])("refuses a file that holds %s in a sentence, and changes nothing", async (_, content, words) => {
  const here = await exampleProject();
  const before = await folderContents(here);
  const file = join(await temporaryFolder(), "set.json");
  await writeFile(file, content);
  const { code, out, err } = await parallax("read", here, file, "--analyst", "Anna");
  expect([code, out]).toEqual([1, ""]);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toContain(words);
  expect(await folderContents(here)).toEqual(before);
});

it("lists the formats", async () => {
  const { out } = await parallax("formats", "--json");
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ id: "json", write: true, read: true }));
  expect((await parallax("formats")).out).toContain("Parallax annotation set (JSON)\n");
});

it("reads a codebook: claims alone, which it lists", async () => {
  const { here, there } = await projectAndExport();
  const file = join(await temporaryFolder(), "claims.qdc");
  expect(await parallax("export", there, "--format", "refi-codebook", "--out", file)).toMatchObject({
    code: 0,
    err: expect.stringMatching(/^2 marks stay behind; only the claims are written\.$/m),
  });
  const before = await folderContents(here);
  expect(await parallax("read", here, file)).toEqual({
    ...{ code: 1, out: "" },
    err: "The files do not say who made the claims: say with --analyst in whose set they are to stand.\n",
  });
  expect(await folderContents(here)).toEqual(before);
  const { code, out } = await parallax("read", here, file, "--analyst", "Anna");
  expect(code).toBe(0);
  expect(out).toContain(`New claims:\n- C1: ${C1.text}\nAnna (a new set): 1 new claim.\n`);
  expect((await projectIn(here)).sets[0]?.claims.map(({ id, text }) => [id, text])).toEqual([[C1.id, C1.text]]);
  // Where there is one set only, nobody need say whose.
  expect((await parallax("read", here, file)).out).toContain("Anna: nothing to read.\n");
});

it("reads a file without annotations, and says so", async () => {
  const here = await exampleProject();
  const before = await folderContents(here);
  const file = join(await temporaryFolder(), "empty.json");
  await writeFile(file, '{"%TYPES": {}, "%FEATURE_STRUCTURES": [], "%VIEWS": {}}');
  expect(await parallax("read", here, file)).toEqual({
    ...{ code: 0, err: "" },
    out: "Read as UIMA CAS JSON.\nIt holds no annotations.\n",
  });
  expect(await folderContents(here)).toEqual(before);
});

it("reads into the sets of all or of none, where one of them is open elsewhere", async () => {
  const { here, there, file } = await projectAndExport();
  const store = await openProjectStore(nodeFiles, there);
  const [post] = store.project.sources;
  if (!post) throw new Error("the example has two sources");
  await store.workAs(BRUNO);
  await store.apply([addMark(BRUNO, post, "hurt", C1.id, "supports")]);
  await store.close();
  expect(await parallax("export", there, "--format", "json", "--out", file)).toMatchObject({ code: 0 });
  const open = await openProjectStore(nodeFiles, here);
  await open.workAs(BRUNO);
  await open.apply([putClaim(BRUNO, claim("C7"))]);
  const refused = await parallax("read", here, file);
  expect([refused.code, refused.err]).toEqual([
    1,
    "The marks of Bruno are open in another window of Parallax, so nothing was read. Close it there, then do that again.\n",
  ]);
  expect((await projectIn(here)).sets.flatMap(({ marks }) => marks)).toEqual([]);
  await open.close();
  expect((await parallax("read", here, file)).out).toContain("Bruno: 1 new mark.\n");
  expect((await projectIn(here)).sets.map(({ analyst, marks }) => [analyst.name, marks.length]).sort()).toEqual([
    ["Anna", 2],
    ["Bruno", 1],
  ]);
  expect(await parallax("validate", here)).toMatchObject({ code: 0 });
});
