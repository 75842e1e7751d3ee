import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openSources } from "../../annotations/model/project.ts";
import { nodeFiles } from "./files.ts";
import { createProject, newProjectFile, readProject } from "./project-folder.ts";
import { openProjectStore } from "./project-store.ts";
import { ANNA, addMark, article, exampleProject, FIRST_TEXT, SECOND_TEXT } from "./testing/example-project.ts";
import { faultyFiles } from "./testing/faulty-files.ts";
import { folderContents } from "./testing/folder-contents.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

async function failure(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => "nothing was refused",
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: "Failure", code: "refused" });
  return error instanceof Error ? error.message : "";
}

/** Damages a project, expects its opening to be refused, and checks that nothing was touched by it. */
async function refusalAfter(damage: (folder: string) => Promise<void>): Promise<string> {
  const folder = await exampleProject();
  const store = await openProjectStore(nodeFiles, folder);
  await store.workAs(ANNA);
  const [source] = openSources(store.project);
  if (!source) throw new Error("no source");
  await store.apply([addMark(ANNA, source, "bridge")]);
  await store.close();
  await damage(folder);
  const before = await folderContents(folder);
  const message = await failure(openProjectStore(nodeFiles, folder));
  expect(await folderContents(folder)).toEqual(before);
  return message;
}

async function nameOf(folder: string, ending: string): Promise<string> {
  const names = await readdir(folder);
  return join(folder, names.find((name) => name.endsWith(ending)) ?? "none");
}

async function replaceIn(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

it("lays a project out on the disk so that it can be read without Parallax", async () => {
  const folder = join(await temporaryFolder(), "bridge");
  const file = newProjectFile("The bridge");
  const first = article(FIRST_TEXT);
  const second = { ...article(SECOND_TEXT, { order: 1 }), original: Buffer.from(`\uFEFF${SECOND_TEXT}`) };
  await createProject(nodeFiles, folder, file, [first, second]);
  const names = [first, second].flatMap(({ source }) =>
    ["json", "original.txt", "txt"].map((end) => `${source.id}.${end}`),
  );
  expect((await readdir(folder)).sort()).toEqual(["annotations", "project.json", "sources"]);
  expect((await readdir(join(folder, "sources"))).sort()).toEqual(names.sort());
  expect(await readFile(join(folder, "sources", `${second.source.id}.txt`), "utf8")).toBe(SECOND_TEXT);
  expect(await readFile(join(folder, "sources", `${second.source.id}.original.txt`))).toEqual(second.original);
  expect(JSON.parse(await readFile(join(folder, "project.json"), "utf8"))).toEqual(file);
  const { project } = await readProject(nodeFiles, folder);
  expect(project).toEqual({ file, sources: [first.source, second.source], sets: [] });
});

it("keeps a text that begins with a byte order mark of its own", async () => {
  const folder = join(await temporaryFolder(), "bridge");
  const marked = article("\uFEFFTwo marks");
  await createProject(nodeFiles, folder, newProjectFile("The bridge"), [marked]);
  expect((await readProject(nodeFiles, folder)).project.sources).toEqual([marked.source]);
});

it("takes an empty folder for a new project, and no other", async () => {
  const folder = await temporaryFolder();
  await createProject(nodeFiles, folder, newProjectFile("The bridge"), []);
  const before = await folderContents(folder);
  expect(await failure(createProject(nodeFiles, folder, newProjectFile("Again"), []))).toBe(
    `${folder} is a project already. Choose a folder that does not exist yet.`,
  );
  expect(await folderContents(folder)).toEqual(before);
  const full = await temporaryFolder();
  await writeFile(join(full, "letter.txt"), "mine");
  expect(await failure(createProject(nodeFiles, full, newProjectFile("Again"), []))).toContain("is not empty");
  expect(await readdir(full)).toEqual(["letter.txt"]);
});

it("leaves nothing behind when a new project cannot be written", async () => {
  const parent = await temporaryFolder();
  const files = faultyFiles((call, path) =>
    call === "rename" && path.endsWith("project.json") ? "ENOSPC" : undefined,
  );
  await expect(
    createProject(files, join(parent, "new"), newProjectFile("The bridge"), [article(FIRST_TEXT)]),
  ).rejects.toMatchObject({ code: "not-saved", message: expect.stringContaining("the disk is full") });
  await mkdir(join(parent, "empty"));
  await expect(
    createProject(files, join(parent, "empty"), newProjectFile("The bridge"), [article(FIRST_TEXT)]),
  ).rejects.toMatchObject({ code: "not-saved" });
  expect(await readdir(parent)).toEqual(["empty"]);
  expect(await readdir(join(parent, "empty"))).toEqual([]);
});

it("refuses a folder that is missing, a file, and a folder without project.json", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "a.txt"), "text");
  expect(await failure(readProject(nodeFiles, join(folder, "none")))).toBe(
    `There is no folder ${join(folder, "none")}.`,
  );
  expect(await failure(readProject(nodeFiles, join(folder, "a.txt")))).toContain("a.txt is not a folder");
  expect(await failure(readProject(nodeFiles, folder))).toBe(
    `${folder} is not a Parallax project: it holds no project.json.`,
  );
});

it("refuses a project.json that is broken, of another form, newer, or no file", async () => {
  const with_ = (text: string) => refusalAfter((folder) => writeFile(join(folder, "project.json"), text));
  expect(await with_('{"schemaVersion": 1,')).toContain("bridge/project.json cannot be read: it is not valid JSON");
  expect(await with_('{"schemaVersion": 1}')).toContain(
    "bridge/project.json does not have the form of a Parallax file: id",
  );
  expect(await with_('{"schemaVersion": 2}')).toContain(
    "bridge/project.json was written by a newer version of Parallax",
  );
  const asFolder = async (folder: string) => {
    await rm(join(folder, "project.json"));
    await mkdir(join(folder, "project.json"));
  };
  expect(await refusalAfter(asFolder)).toBe("bridge/project.json is not a file.");
});

it("refuses a source whose text is changed, missing, or shorter than its blocks", async () => {
  const sources = (folder: string) => join(folder, "sources");
  const textOf = async (folder: string) => {
    const record = (await readdir(sources(folder))).find((name) => name.endsWith(".json")) ?? "";
    return join(sources(folder), record.replace(".json", ".txt"));
  };
  expect(await refusalAfter(async (folder) => replaceIn(await textOf(folder), "bridge", "Bridge"))).toMatch(
    /^bridge\/sources\/.{36}\.txt was damaged or changed: it is not the text that was imported/,
  );
  expect(await refusalAfter(async (folder) => rm(await textOf(folder)))).toMatch(
    /\.txt was damaged or changed: it is missing/,
  );
  expect(
    await refusalAfter(async (folder) => {
      const path = await nameOf(sources(folder), ".json");
      const record = JSON.parse(await readFile(path, "utf8"));
      record.blocks.at(-1).end = 10_000;
      await writeFile(path, JSON.stringify(record));
    }),
  ).toMatch(/sources\/.{36}\.json was damaged or changed: block 3 does not lie in the text/);
});

it("refuses a set that belongs elsewhere, and marks outside the texts", async () => {
  const set = (folder: string) => join(folder, "annotations", `${ANNA.id}.json`);
  const changed = (from: string, to: string) => refusalAfter((folder) => replaceIn(set(folder), from, to));
  const where = `bridge/annotations/${ANNA.id}.json was damaged or changed:`;
  expect(await changed(ANNA.id, "0a11a000-0000-4000-8000-00000000000f")).toContain(
    `${where} it belongs to another analyst`,
  );
  expect(
    await refusalAfter(async (folder) => {
      const content = JSON.parse(await readFile(set(folder), "utf8"));
      await writeFile(set(folder), JSON.stringify({ ...content, projectId: crypto.randomUUID() }));
    }),
  ).toContain(`${where} it belongs to another project`);
  expect(await changed('"end": 10', '"end": 5000')).toContain(`${where} mark 1 does not lie in the text`);
  const removeSource = async (folder: string) => {
    const { marks } = JSON.parse(await readFile(set(folder), "utf8"));
    await rm(join(folder, "sources", `${marks[0].sourceId}.json`));
  };
  expect(await refusalAfter(removeSource)).toContain(`${where} the source of mark 1 is not in the project`);
});

it("refuses a journal whose set is missing", async () => {
  const message = await refusalAfter(async (folder) => {
    await mkdir(join(folder, "journal", ANNA.id), { recursive: true });
    await writeFile(join(folder, "journal", ANNA.id, "00000001.jsonl"), "");
    await rm(join(folder, "annotations", `${ANNA.id}.json`));
  });
  expect(message).toBe(
    `bridge/annotations/${ANNA.id}.json was damaged or changed: it is missing, but there is a journal that continues it. Nothing was changed; put it back from a copy of the project.`,
  );
});

it("passes over what is no part of a project", async () => {
  const folder = await exampleProject();
  const before = (await readProject(nodeFiles, folder)).project;
  await writeFile(join(folder, "sources", `${crypto.randomUUID()}.txt`), "an import that was broken off");
  await writeFile(join(folder, "sources", ".parallax-1.tmp"), "{");
  await writeFile(join(folder, "annotations", "notes.json"), "{");
  expect((await readProject(nodeFiles, folder)).project).toEqual(before);
});

it("says which file the system does not let it read", async () => {
  const folder = await exampleProject();
  const files = faultyFiles((call, path) => (call === "read" && path.endsWith("project.json") ? "EACCES" : undefined));
  expect(await failure(readProject(files, folder))).toBe(
    "bridge/project.json could not be read: this user account has no permission. Change the permissions, or choose another place.",
  );
});
