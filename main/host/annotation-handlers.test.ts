import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Handlers } from "../../annotations/api/handlers.ts";
import type { ReadingDecisions } from "../../annotations/api/reading-decisions.ts";
import { annotationSetJson } from "../../annotations/exchange/json/annotation-set-json.ts";
import { writtenText } from "../../annotations/exchange/written.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { ANNA, addMark, BRUNO, claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { type HostDialogs, startHost } from "./host.ts";

/** Handlers over a project, whose dialog for annotations gives these paths. */
async function started(
  paths: readonly string[] = [],
): Promise<{ readonly handlers: Handlers; readonly folder: string }> {
  const folder = await exampleProject();
  const config = await temporaryFolder();
  const dialogs: HostDialogs = {
    openArticles: async () => [],
    openAnnotations: async () => paths,
    chooseCopy: async () => null,
    saveExport: async () => null,
    chooseFolder: async () => null,
  };
  const places = { config, sample: join(folder, "none"), home: config };
  const host = await startHost({ kind: "electron", version: "1.2.3", dialogs, folder, paths: places });
  onTestFinished(() => host.close());
  return { handlers: host.handlers, folder };
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

const LINE = `${JSON.stringify({ text: "A new article says so.", label: [[2, 13, "C1/supports"]] })}\n`;

it("reads what the screen hands over, and adds its articles where that is wished", async () => {
  const { handlers, folder } = await started();
  const before = await folderContents(folder);
  const { staged, refused } = await handlers["annotations.stage"]({
    files: [{ name: "a.jsonl", base64: base64(LINE) }],
    readAs: null,
  });
  expect(refused).toBe(null);
  expect(staged).toMatchObject({ format: "doccano", names: ["a.jsonl"], read: { problems: [] } });
  expect(staged?.read.marks).toHaveLength(1);
  expect(await folderContents(folder)).toEqual(before);
  const [addition] = staged?.additions ?? [];
  const wish = { id: staged?.id ?? "", keys: [addition?.key ?? ""] };
  const { sources } = await handlers["annotations.addArticles"](wish);
  expect(sources).toEqual([{ ...addition?.source, order: 2 }]);
  expect(await readFile(join(folder, "sources", `${sources[0]?.id}.txt`), "utf8")).toBe("A new article says so.");
});

it("reads what the dialog gives, and nothing when it was cancelled", async () => {
  const file = join(await temporaryFolder(), "b.jsonl");
  await writeFile(file, LINE);
  const { handlers } = await started([file]);
  expect(await handlers["annotations.choose"]({ readAs: null })).toMatchObject({
    staged: { names: ["b.jsonl"], format: "doccano" },
  });
  const cancelled = await started();
  expect(await cancelled.handlers["annotations.choose"]({ readAs: null })).toEqual({ staged: null, refused: null });
});

it("says in a sentence why files cannot be read", async () => {
  const { handlers } = await started();
  const refusal = async (text: string, readAs: string | null = null) => {
    const files = [{ name: "c.json", base64: base64(text) }];
    return (await handlers["annotations.stage"]({ files, readAs })).refused;
  };
  expect(await refusal("nothing")).toMatch(/^“c\.json” does not look like any format that Parallax reads/);
  expect(await refusal("{", "json")).toBe("“c.json” cannot be read: it is not valid JSON (line 1, column 2).");
});

it("adds no article that does not wait any more", async () => {
  const { handlers } = await started();
  await expect(handlers["annotations.addArticles"]({ id: "gone", keys: ["a"] })).rejects.toThrow(
    "do not wait any more",
  );
  await expect(handlers["annotations.stop"]({})).resolves.toEqual({});
});

const UNDECIDED: ReadingDecisions = {
  ...{ from: null, sources: [], labels: [], accepted: [], placed: [] },
  conflicts: "both",
};

/** A host at work as Bruno, with marks of Anna and Bruno from an export that waits to be read. */
async function withExport() {
  const { handlers, folder } = await started();
  const there = join(await temporaryFolder(), "there");
  await cp(folder, there, { recursive: true });
  const store = await openProjectStore(nodeFiles, there);
  const [first] = store.project.sources;
  if (!first) throw new Error("no source");
  const made = claim("C1");
  await store.workAs(ANNA);
  await store.apply([putClaim(ANNA, made), addMark(ANNA, first, "bridge", made.id, "supports")]);
  await store.workAs(BRUNO);
  await store.apply([addMark(BRUNO, first, "Monday", made.id, "refutes")]);
  const { project } = store;
  await store.close();
  const text = writtenText(annotationSetJson, { project, sets: project.sets });
  const staged = async () => {
    const files = [{ name: "both.json", base64: base64(text) }];
    const { staged: waiting } = await handlers["annotations.stage"]({ files, readAs: null });
    if (!waiting) throw new Error("nothing waits");
    return waiting;
  };
  const { project: open } = await handlers["session.open"]({});
  return { handlers, folder, staged, projectId: open.file.id, own: made };
}

/** How many marks each analyst has on the disk. */
async function marksOnDisk(folder: string) {
  const { project } = await readProject(nodeFiles, folder);
  return Object.fromEntries(project.sets.map(({ analyst, marks }) => [analyst.name, marks.length]));
}

it("reads into a set for each analyst of the file as one step, which is undone and done again", async () => {
  const { handlers, folder, staged, projectId } = await withExport();
  const before = await marksOnDisk(folder);
  const { id } = await staged();
  const { step } = await handlers["annotations.readForEach"]({ projectId, id, decisions: UNDECIDED });
  expect(step?.name).toBe("reading 2 marks and one other entry of 2 analysts");
  const after = await marksOnDisk(folder);
  expect(after).toEqual({ ...before, Anna: 1, Bruno: 1 });
  const merge = step?.merge ?? "";
  expect(await handlers["merge.undo"]({ projectId, merge })).toEqual({ misfit: null });
  expect(await marksOnDisk(folder)).toEqual({ ...before, Anna: 0, Bruno: 0 });
  expect(await handlers["merge.redo"]({ projectId, merge })).toEqual({ misfit: null });
  expect(await marksOnDisk(folder)).toEqual(after);
  expect(await handlers["annotations.readForEach"]({ projectId, id, decisions: UNDECIDED })).toEqual({
    step: null,
    refused: null,
  });
});

it("reads only those who were chosen, and leaves articles out that were", async () => {
  const { handlers, folder, staged, projectId } = await withExport();
  const { id, read } = await staged();
  const key = read.analysts.find(({ name }) => name === "Anna")?.key ?? "";
  const readFor = async (decisions: Partial<ReadingDecisions>) =>
    handlers["annotations.readForEach"]({ projectId, id, decisions: { ...UNDECIDED, ...decisions } });
  const { step } = await readFor({ sources: read.sources.map((source) => [source.key, "leave"]) });
  expect(step?.name).toBe("reading one other entry of 2 analysts");
  expect((await marksOnDisk(folder)).Anna ?? 0).toBe(0);
  await readFor({ from: [key] });
  expect((await marksOnDisk(folder)).Anna).toBe(1);
  expect((await marksOnDisk(folder)).Bruno ?? 0).toBe(0);
});

it("reads nothing while somebody else has one of the sets", async () => {
  const { handlers, folder, staged, projectId } = await withExport();
  const { id } = await staged();
  const other = await openProjectStore(nodeFiles, folder);
  onTestFinished(() => other.close());
  await other.workAs(ANNA);
  await other.apply([putClaim(ANNA, claim("C9"))]);
  const before = await marksOnDisk(folder);
  const readAll = () => handlers["annotations.readForEach"]({ projectId, id, decisions: UNDECIDED });
  // What is new since this host last looked is seen at the first try.
  expect((await readAll()).refused).toBe("Anna has marks in this project by now. Do that again.");
  expect(await readAll()).toEqual({
    step: null,
    refused:
      "The marks of Anna are open in another window of Parallax, so nothing was read. Close it there, then do that again.",
  });
  expect(await marksOnDisk(folder)).toEqual(before);
});

it("reads for each only what names somebody, and waits", async () => {
  const { handlers, projectId } = await withExport();
  const { staged } = await handlers["annotations.stage"]({
    files: [{ name: "a.jsonl", base64: base64(LINE) }],
    readAs: null,
  });
  const wish = { projectId, decisions: UNDECIDED };
  const refusal = async (id = "gone") => (await handlers["annotations.readForEach"]({ ...wish, id })).refused;
  expect(await refusal(staged?.id)).toBe("The files do not say of each mark whose it is.");
  expect(await refusal()).toBe("The files do not wait any more. Choose them again.");
});
