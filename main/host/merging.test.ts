import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Input } from "../../annotations/api/contract.ts";
import type { Handlers } from "../../annotations/api/handlers.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import type { Project } from "../../annotations/model/project.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { ANNA, addMark, article, BRUNO, claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { type Host, type HostDialogs, startHost } from "./host.ts";

const NO_DIALOGS: HostDialogs = {
  openArticles: async () => [],
  chooseCopy: async () => null,
  openAnnotations: async () => [],
  saveExport: async () => null,
  chooseFolder: async () => null,
};

async function started(folder: string, config: string, copy: string | null = null): Promise<Host> {
  const paths = { config, sample: join(folder, "none"), home: config };
  const dialogs = { ...NO_DIALOGS, chooseCopy: async () => copy };
  const host = await startHost({ kind: "electron", version: "1.2.3", dialogs, folder, paths });
  onTestFinished(() => host.close());
  return host;
}

async function work(folder: string, analyst: Analyst, label: string, quote = "hurt"): Promise<void> {
  const store = await openProjectStore(nodeFiles, folder);
  await store.workAs(analyst);
  const [, source] = store.project.sources;
  if (!source) throw new Error("no source");
  const made = claim(label);
  await store.apply([putClaim(analyst, made), addMark(analyst, source, quote, made.id, "supports")]);
  await store.close();
}

/** A project of Bruno, and a copy of it with more of Bruno, a new analyst and a new article. */
async function twoCopies() {
  const folder = await exampleProject();
  await work(folder, BRUNO, "C1");
  const copy = join(await temporaryFolder(), "their copy");
  await cp(folder, copy, { recursive: true });
  await work(copy, BRUNO, "C2");
  await work(copy, ANNA, "C3", "bridge");
  const store = await openProjectStore(nodeFiles, copy);
  await store.addSources([article("A third bridge\n", { order: 2 })]);
  await store.close();
  return { folder, copy, config: await temporaryFolder() };
}

/** The files of a copy as a browser hands them over. */
async function uploaded(copy: string): Promise<Input<"merge.stage">> {
  const names = (await readdir(copy, { recursive: true })).filter((name) =>
    /^(project|(sources|annotations).+)\.(json|txt)$/.test(name),
  );
  const files = names.map(async (name) => ({
    place: name.replaceAll("\\", "/"),
    base64: (await readFile(join(copy, name))).toString("base64"),
  }));
  return { name: "their copy", files: await Promise.all(files) };
}

async function project(handlers: Handlers): Promise<Project> {
  return (await handlers["session.open"]({})).project;
}

/** The marks and claims of each analyst who has some, and the articles in view, as they are on the disk. */
async function onDisk(folder: string) {
  const { project: stored } = await readProject(nodeFiles, folder);
  return {
    sets: stored.sets
      .filter(({ marks }) => marks.length > 0)
      .map(({ analyst, marks, claims }) => ({ name: analyst.name, marks, claims })),
    articles: stored.sources.filter(({ removed }) => !removed).map(({ title }) => title),
  };
}

async function merged(handlers: Handlers) {
  const { staged } = await handlers["merge.choose"]({ what: "folder" });
  const projectId = (await project(handlers)).file.id;
  const { step, refused } = await handlers["merge.confirm"]({ projectId, id: staged?.id ?? "", take: "ours" });
  if (!step) throw new Error(refused ?? "nothing was merged");
  return { projectId, merge: step.merge };
}

it("says what a copy would add, and changes nothing", async () => {
  const { folder, copy, config } = await twoCopies();
  const { handlers } = await started(folder, config, copy);
  const before = await onDisk(folder);
  const { staged } = await handlers["merge.choose"]({ what: "folder" });
  expect(staged).toMatchObject({
    name: "their copy",
    preview: {
      sources: { added: ["A third bridge"], same: 2 },
      sets: [
        { name: "Bruno", isNew: false, counts: { marks: { added: 1, same: 1, conflicts: 0 } } },
        { name: "Anna", isNew: true, counts: { marks: { added: 1, same: 0 } } },
      ],
      conflicts: [],
      changes: { ours: true, theirs: true },
    },
  });
  expect(await onDisk(folder)).toEqual(before);
  expect((await handlers["merge.stage"](await uploaded(copy))).staged?.preview).toEqual(staged?.preview);
});

it("merges into the sets of all, undoes it in one step, and does it again, after a restart too", async () => {
  const { folder, copy, config } = await twoCopies();
  const first = await started(folder, config, copy);
  const before = await onDisk(folder);
  const step = await merged(first.handlers);
  const after = await onDisk(folder);
  expect(after.sets.map(({ name, marks }) => [name, marks.length])).toEqual([
    ["Bruno", 2],
    ["Anna", 1],
  ]);
  expect(after.articles).toEqual(["The bridge opens", "A bridge too late", "A third bridge"]);
  expect((await project(first.handlers)).sets.flatMap(({ marks }) => marks)).toHaveLength(3);
  expect(first.stepNames.undo).toBe("merging 2 marks and 2 other entries of 2 analysts, 1 article");
  expect(await first.handlers["merge.undo"](step)).toEqual({ misfit: null });
  expect(await onDisk(folder)).toEqual(before);
  expect(await first.handlers["merge.redo"](step)).toEqual({ misfit: null });
  expect(await onDisk(folder)).toEqual(after);
  await first.close();
  const second = await started(folder, config);
  const { analyst } = await second.handlers["session.open"]({});
  const { done } = await second.handlers["history.read"]({ projectId: step.projectId, analystId: analyst.id });
  expect(done.map(({ name, merge }) => [name, merge])).toEqual([
    ["merging 2 marks and 2 other entries of 2 analysts, 1 article", step.merge],
  ]);
  expect(await second.handlers["merge.undo"](step)).toEqual({ misfit: null });
  expect(await onDisk(folder)).toEqual(before);
});

it("undoes nothing where somebody has changed since what the merge brought", async () => {
  const { folder, copy, config } = await twoCopies();
  const { handlers } = await started(folder, config, copy);
  const step = await merged(handlers);
  const store = await openProjectStore(nodeFiles, folder);
  await store.workAs(ANNA);
  const mark = store.project.sets.find((set) => set.analyst.id === ANNA.id)?.marks[0];
  if (!mark) throw new Error("no mark");
  await store.apply([{ kind: "revise-mark", analyst: ANNA.id, at: mark.createdAt, markId: mark.id, note: "Mine." }]);
  await store.close();
  const before = await onDisk(folder);
  expect((await handlers["merge.undo"](step)).misfit).toMatch(/^Nothing was undone: somebody has changed since/);
  expect(await onDisk(folder)).toEqual(before);
});

it("merges and undoes nothing while somebody else has one of the sets", async () => {
  const { folder, copy, config } = await twoCopies();
  const { handlers } = await started(folder, config, copy);
  const other = await openProjectStore(nodeFiles, folder);
  onTestFinished(() => other.close());
  await other.workAs(BRUNO);
  const before = await onDisk(folder);
  await expect(merged(handlers)).rejects.toThrow(
    "The marks of Bruno are open in another window of Parallax, so nothing was merged. Close it there, then do that again.",
  );
  expect(await onDisk(folder)).toEqual(before);
});

it("refuses what cannot be read with one sentence, and a copy that does not wait", async () => {
  const { folder, copy, config } = await twoCopies();
  const { handlers } = await started(folder, config);
  const base64 = Buffer.from("{}").toString("base64");
  expect(await handlers["merge.stage"]({ name: "broken.json", files: [{ place: null, base64 }] })).toEqual({
    staged: null,
    refused: expect.stringMatching(/^broken\.json cannot be merged: /),
  });
  await writeFile(join(copy, "project.json"), "{");
  expect((await handlers["merge.stage"](await uploaded(copy))).refused).toMatch(/^the other copy\/project\.json /);
  const projectId = (await project(handlers)).file.id;
  expect(await handlers["merge.confirm"]({ projectId, id: "none", take: "ours" })).toEqual({
    step: null,
    refused: "This copy does not wait any more. Choose it again.",
  });
  await expect(handlers["merge.undo"]({ projectId, merge: "none" })).rejects.toThrow("cannot be undone here any more");
});
