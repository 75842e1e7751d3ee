import { mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openSources } from "../../../annotations/model/project.ts";
import { nodeFiles } from "../disk/files.ts";
import { sealedJson } from "../disk/seal.ts";
import { ANNA, addMark, article, BRUNO, exampleProject, FIRST_TEXT, SECOND_TEXT } from "../testing/example-project.ts";
import { faultyFiles } from "../testing/faulty-files.ts";
import { folderContents } from "../testing/folder-contents.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createProject, newProjectFile, readProject } from "./project-folder.ts";
import { openProjectStore } from "./project-store.ts";

async function failure(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => "nothing was refused",
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: "Failure", code: "refused" });
  return error instanceof Error ? error.message : "";
}

/** A project with a mark of Anna's. */
async function annotated() {
  const folder = await exampleProject();
  const store = await openProjectStore(nodeFiles, folder);
  await store.workAs(ANNA);
  const [source] = openSources(store.project);
  if (!source) throw new Error("no source");
  await store.apply([addMark(ANNA, source, "bridge")]);
  await store.close();
  return { folder, set: join(folder, "annotations", `${ANNA.id}.json`) };
}

/** Damages a project of which there are no copies, expects its opening to be refused, and that nothing was touched by it. */
async function refusalAfter(damage: (folder: string) => Promise<void>): Promise<string> {
  const { folder } = await annotated();
  await rm(join(folder, "backups"), { recursive: true });
  await damage(folder);
  const before = await folderContents(folder);
  const message = await failure(openProjectStore(nodeFiles, folder));
  expect(await folderContents(folder)).toEqual(before);
  return message;
}

/** What the project is said to be after some damage to Anna's files; checks that nothing was touched by reading it. */
async function readAfter(damage: (project: Awaited<ReturnType<typeof annotated>>) => Promise<void>) {
  const annotatedProject = await annotated();
  await damage(annotatedProject);
  const before = await folderContents(annotatedProject.folder);
  const { project, reports } = await readProject(nodeFiles, annotatedProject.folder);
  expect(await folderContents(annotatedProject.folder)).toEqual(before);
  return { marks: project.sets.map(({ marks }) => marks.length), reports: reports.get(ANNA.id) ?? [] };
}

/** Writes a set's file with other content, as if Parallax had done that. */
async function reseal(set: string, change: (content: Record<string, unknown>) => Record<string, unknown>) {
  const { sha256: _, ...content } = JSON.parse(await readFile(set, "utf8"));
  await writeFile(set, Buffer.concat([...sealedJson(change(content))]));
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
    "bridge/project.json cannot be read: it does not have the form of a Parallax file (id: ",
  );
  expect(await with_('{"schemaVersion": 99}')).toContain(
    "bridge/project.json was written by a newer version of Parallax",
  );
  const asFolder = async (folder: string) => {
    await rm(join(folder, "project.json"));
    await mkdir(join(folder, "project.json"));
  };
  expect(await refusalAfter(asFolder)).toContain("bridge/project.json is a folder, and should be a file.");
});

it("reads a text in which git has written CR LF for LF as it was imported", async () => {
  const { folder } = await annotated();
  const before = (await readProject(nodeFiles, folder)).project;
  await rm(join(folder, "backups"), { recursive: true });
  for (const name of await readdir(join(folder, "sources"))) {
    if (!/^[^.]+\.(txt|json)$/.test(name)) continue;
    const path = join(folder, "sources", name);
    await writeFile(path, (await readFile(path, "utf8")).replaceAll("\n", "\r\n"));
  }
  const store = await openProjectStore(nodeFiles, folder);
  expect(store.project.sources).toEqual(before.sources);
  expect(store.reports).toEqual([]);
  await store.close();
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

it.each<[string, string, (set: string) => Promise<void>]>([
  [
    "belongs to another analyst",
    "could not be read (it belongs to another analyst)",
    (set) => reseal(set, (content) => ({ ...content, analyst: BRUNO })),
  ],
  [
    "belongs to another project",
    "could not be read (it belongs to another project)",
    (set) => reseal(set, (content) => ({ ...content, projectId: crypto.randomUUID() })),
  ],
  ["is cut off", "could not be read (it is not valid JSON", (set) => truncate(set, 500)],
  ["is empty", "could not be read (it is empty)", (set) => truncate(set, 0)],
  ["is gone", "was missing", (set) => rm(set)],
])("puts a set that %s together again from the journal, and says so", async (_, reason, damage) => {
  const { marks, reports } = await readAfter(({ set }) => damage(set));
  expect(marks).toEqual([1]);
  expect(reports).toEqual([
    {
      file: `bridge/annotations/${ANNA.id}.json`,
      kind: "restored",
      message: expect.stringMatching(/^It .* put together again from the journal\. Nothing is missing\./),
    },
  ]);
  expect(reports[0]?.message).toContain(`It ${reason}`);
});

it("says when there is nothing to put a set together from, and leaves it out", async () => {
  const { marks, reports } = await readAfter(async ({ folder, set }) => {
    await writeFile(set, "{");
    await rm(join(folder, "journal"), { recursive: true });
  });
  expect(marks).toEqual([]);
  expect(reports).toEqual([
    {
      file: `bridge/annotations/${ANNA.id}.json`,
      kind: "lost",
      message: expect.stringMatching(/was damaged or changed: it is not valid JSON.* Its marks are left out\.$/),
    },
  ]);
});

it("leaves out a mark whose source is not there any more, and says so", async () => {
  const { marks, reports } = await readAfter(async ({ folder, set }) => {
    const content = JSON.parse(await readFile(set, "utf8"));
    await rm(join(folder, "sources", `${content.marks[0].sourceId}.json`));
  });
  expect(marks).toEqual([0]);
  expect(reports.map(({ kind, message }) => [kind, message])).toEqual([
    ["lost", expect.stringContaining("the source of mark 1 is not in the project")],
    ["lost", expect.stringContaining("Change 1 could not be carried out again")],
  ]);
});

it("reads a set without its journal, and a journal that is damaged as far as it goes", async () => {
  const alone = await readAfter(({ folder }) => rm(join(folder, "journal"), { recursive: true }));
  expect(alone).toEqual({ marks: [1], reports: [] });
  const segment = join("journal", ANNA.id, "00000001.jsonl");
  const useless = await readAfter(async ({ folder, set }) => {
    await rm(set);
    await writeFile(
      join(folder, segment),
      (await readFile(join(folder, segment), "utf8")).replace('"seq":1', '"seq":2'),
    );
  });
  expect(useless.marks).toEqual([0]);
  expect(useless.reports.map(({ file, kind }) => [file, kind])).toEqual([[`bridge/${segment}`, "lost"]]);
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
