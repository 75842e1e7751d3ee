import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { revisionOf } from "../../../annotations/commands/apply.ts";
import type { Command } from "../../../annotations/commands/command.ts";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { Source } from "../../../annotations/model/source.ts";
import type { Files } from "../disk/files.ts";
import { nodeFiles } from "../disk/files.ts";
import { sealFits } from "../disk/seal.ts";
import type { Processes } from "../journal/holder.ts";
import { machineProcesses } from "../journal/machine-processes.ts";
import { ANNA, addMark, article, BRUNO, claim, exampleProject, MOMENT, putClaim } from "../testing/example-project.ts";
import { faultyFiles } from "../testing/faulty-files.ts";
import { folderContents } from "../testing/folder-contents.ts";
import { readProject } from "./project-folder.ts";
import { openProjectStore, type ProjectStore } from "./project-store.ts";

async function opened(files: Files = nodeFiles, { analyst = ANNA as Analyst, idleTime = 60_000 } = {}) {
  const folder = await exampleProject();
  const reported: unknown[] = [];
  const store = await openProjectStore(files, folder, { idleTime, report: (error) => reported.push(error) });
  await store.workAs(analyst);
  return { folder, store, reported, set: join(folder, "annotations", `${analyst.id}.json`) };
}

function source(store: ProjectStore, index: number): Source {
  const found = store.project.sources[index];
  if (!found) throw new Error(`no source ${index}`);
  return found;
}

function retitled(title: string): Command {
  return { kind: "revise-project", analyst: ANNA.id, at: MOMENT, title };
}

async function onDisk(folder: string) {
  return (await readProject(nodeFiles, folder)).project;
}

it("has every acknowledged command on the disk at once, and in the JSON after closing", async () => {
  const { folder, store, set } = await opened();
  const c1 = claim("C1");
  const mark = addMark(ANNA, source(store, 0), "opened on Monday 🌉", c1.id, "supports");
  await store.apply([putClaim(ANNA, c1), mark]);
  expect(await onDisk(folder)).toEqual(store.project);
  expect(JSON.parse(await readFile(set, "utf8"))).toMatchObject({ journalThrough: 0, marks: [] });
  await store.close();
  expect(await onDisk(folder)).toEqual(store.project);
  expect(JSON.parse(await readFile(set, "utf8"))).toMatchObject({
    journalThrough: 1,
    marks: [mark.mark],
    claims: [c1],
  });
});

it("keeps a mark after an emoji at its code points", async () => {
  const { folder, store } = await opened();
  await store.apply([addMark(ANNA, source(store, 0), "the mayor")]);
  await store.close();
  const [range] = (await onDisk(folder)).sets[0]?.marks[0]?.ranges ?? [];
  expect(range).toEqual({
    start: 49,
    end: 58,
    quote: "the mayor",
    prefix: "\nThe bridge opened on Monday 🌉, ",
    suffix: " said.\n\nNobody was hurt in the c",
  });
  expect([...source(store, 0).text].slice(49, 58).join("")).toBe("the mayor");
});

it("makes no file for an analyst who only looks", async () => {
  const { folder, store } = await opened();
  expect(store.project.sets.map(({ analyst }) => analyst)).toEqual([ANNA]);
  await store.close();
  const left = Object.keys(await folderContents(folder)).filter((name) => !/^(sources|backups\/sources)\//.test(name));
  expect(left).toEqual(["backups/project.json", "project.json"]);
});

it("makes the file of an analyst who is to have one", async () => {
  const { folder, store } = await opened();
  await store.joinAs(BRUNO);
  expect((await onDisk(folder)).sets.map(({ analyst }) => analyst)).toEqual([BRUNO]);
  expect(await sealFits(await readFile(join(folder, "annotations", `${BRUNO.id}.json`)))).toBe(true);
  await store.close();
});

it("syncs once for all commands that have queued up meanwhile", async () => {
  const files = faultyFiles();
  const { store } = await opened(files);
  await store.apply([putClaim(ANNA, claim("C1"))]);
  files.log.length = 0;
  await Promise.all(Array.from({ length: 20 }, (_, i) => store.apply([putClaim(ANNA, claim(`C${i + 2}`))])));
  expect(files.log.map((call) => call.replace(/\.parallax-.*/, "00000001.jsonl"))).toEqual([
    ...["write 00000001.jsonl", "facts 00000002.jsonl", "facts 00000001.jsonl", "syncData 00000001.jsonl"],
  ]);
  expect(store.project.sets[0]).toMatchObject({ journalThrough: 21 });
  await store.close();
});

it("carries out all commands of one call or none", async () => {
  const { folder, store } = await opened();
  const before = store.project;
  const good = addMark(ANNA, source(store, 0), "bridge");
  const bad = addMark(ANNA, source(store, 0), "Nobody", claim("C1").id, "supports");
  await expect(store.apply([good, retitled("New"), bad])).rejects.toThrow(Refusal);
  expect(store.project).toBe(before);
  await store.close();
  expect(await onDisk(folder)).toEqual({ ...before, sets: [] });
});

it("refuses only the call that does not fit when several wait", async () => {
  const { store } = await opened();
  const mark = addMark(ANNA, source(store, 0), "bridge");
  const other = { ...mark, mark: { ...addMark(ANNA, source(store, 0), "mayor").mark, id: mark.mark.id } };
  const results = await Promise.allSettled([[mark], [other], [retitled("New")]].map((asked) => store.apply(asked)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(store.project).toMatchObject({ file: { title: "New" }, sets: [{ marks: [mark.mark], claims: [] }] });
  await store.close();
});

it("refuses to change another analyst's set", async () => {
  const { store } = await opened();
  await expect(store.apply([putClaim(BRUNO, claim("C1"))])).rejects.toThrow(
    "Only the analyst who works here may change anything.",
  );
  await store.workAs(BRUNO);
  await store.apply([putClaim(BRUNO, claim("C1"))]);
  await store.close();
});

it("writes revisions of sources and of the project to their own files", async () => {
  const { folder, store } = await opened();
  const revision = revisionOf(store.project, { analyst: ANNA.id, at: MOMENT, sourceId: source(store, 1).id });
  const metadata = { ...revision.metadata, outlet: "The Evening Echo" };
  await store.apply([retitled("The new bridge"), { ...revision, metadata, boilerplate: [0] }]);
  const project = await onDisk(folder);
  expect(project).toEqual({ ...store.project, sets: [] });
  expect(project.file.title).toBe("The new bridge");
  expect(project.sources[1]).toMatchObject({ outlet: "The Evening Echo", blocks: [{ boilerplate: true }, {}, {}] });
  await store.close();
});

it("does not overwrite a shared file that has changed, and takes back what it had written", async () => {
  const { folder, store } = await opened();
  const revision = revisionOf(store.project, { analyst: ANNA.id, at: MOMENT, sourceId: source(store, 0).id });
  const path = join(folder, "sources", `${source(store, 0).id}.json`);
  await writeFile(path, `${await readFile(path, "utf8")}\n`);
  const before = await folderContents(folder);
  const former = store.project;
  await expect(store.apply([retitled("New"), { ...revision, order: 7 }])).rejects.toMatchObject({
    code: "refused",
    message: expect.stringContaining("was changed by another program since Parallax read it, and was left as it is."),
  });
  expect(store.project).toEqual(former);
  expect(await folderContents(folder)).toEqual(before);
  await store.close();
});

it("takes a shared change back when the journal fails", async () => {
  const files = faultyFiles();
  const { folder, store } = await opened(files);
  await store.apply([putClaim(ANNA, claim("C1"))]);
  const before = await folderContents(folder);
  const former = store.project;
  files.interfere = (call, path) => (call === "write" && path.includes("/journal/") ? "ENOSPC" : undefined);
  await expect(store.apply([retitled("New"), putClaim(ANNA, claim("C2"))])).rejects.toMatchObject({
    code: "not-saved",
  });
  expect(store.project).toBe(former);
  expect(await folderContents(folder)).toEqual(before);
  files.interfere = () => undefined;
  await store.apply([retitled("New"), putClaim(ANNA, claim("C2"))]);
  expect(await onDisk(folder)).toEqual(store.project);
  await store.close();
});

it.each([
  ["a full disk", "write", "ENOSPC", "the disk is full"],
  ["a failing disk", "syncData", "EIO", "The disk failed while"],
] as const)("tells of %s, and neither its value nor the disk has the change", async (_, broken, code, reason) => {
  const files = faultyFiles();
  const { folder, store } = await opened(files);
  await store.apply([putClaim(ANNA, claim("C1"))]);
  const former = store.project;
  files.interfere = (call) => (call === broken ? code : undefined);
  const failed = [claim("C2"), claim("C3")].map((value) => store.apply([putClaim(ANNA, value)]));
  for (const { reason: error } of (await Promise.allSettled(failed)) as PromiseRejectedResult[]) {
    expect(error).toMatchObject({ code: "not-saved", message: expect.stringContaining(reason) });
  }
  expect(store.project).toBe(former);
  expect(await onDisk(folder)).toEqual(former);
  files.interfere = () => undefined;
  await store.close();
  expect(await onDisk(folder)).toEqual(former);
});

it("folds the journal into the JSON when the analyst pauses", async () => {
  const { folder, store, set } = await opened(nodeFiles, { idleTime: 5 });
  await store.apply([putClaim(ANNA, claim("C1"))]);
  await vi.waitFor(async () => {
    expect(JSON.parse(await readFile(set, "utf8"))).toMatchObject({ journalThrough: 1 });
  });
  await store.apply([putClaim(ANNA, claim("C2"))]);
  expect(await onDisk(folder)).toEqual(store.project);
  await store.close();
});

it("folds after two hundred commands without a pause, and loses none that come meanwhile", async () => {
  const { folder, store, set } = await opened();
  for (let i = 1; i <= 210; i++) await store.apply([putClaim(ANNA, claim(`C${i}`))]);
  await vi.waitFor(async () => {
    const { journalThrough } = JSON.parse(await readFile(set, "utf8"));
    expect(journalThrough).toBeGreaterThanOrEqual(200);
  });
  expect(await onDisk(folder)).toEqual(store.project);
  await store.close();
  expect((await onDisk(folder)).sets[0]?.claims).toHaveLength(210);
});

it("folds a large set more rarely, so that writing it does not make each command dearer", async () => {
  const { store, set } = await opened();
  const marks = Array.from({ length: 6_000 }, () => addMark(ANNA, source(store, 0), "the mayor"));
  await store.apply(marks);
  await store.close();
  const again = await openProjectStore(nodeFiles, store.folder, { idleTime: 60_000 });
  await again.workAs(ANNA);
  const snapshot = async () => JSON.parse(await readFile(set, "utf8")).journalThrough;
  for (let i = 0; i < 299; i++) await again.apply([putClaim(ANNA, claim(`C${i}`))]);
  expect(await snapshot()).toBe(1);
  await again.apply([putClaim(ANNA, claim("C299"))]);
  await vi.waitFor(async () => expect(await snapshot()).toBe(301), { timeout: 10_000 });
  await again.close();
});

it("keeps backups though the latest one is from the future", async () => {
  const folder = await exampleProject();
  const backups = join(folder, "backups", "annotations", ANNA.id);
  const future = "2126-01-01T00-00-00.000Z.1-changes.0-marks.1-claims.0-cells.json";
  await mkdir(backups, { recursive: true });
  await writeFile(join(backups, future), "{}");
  for (const label of ["C1", "C2"]) {
    const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
    await store.workAs(ANNA);
    await store.apply([putClaim(ANNA, claim(label))]);
    await store.close();
  }
  const kept = (await readdir(backups)).filter((name) => name !== future);
  expect(kept).toEqual([expect.stringMatching(/\.1-changes\.0-marks\.1-claims\.0-cells\.json$/)]);
});

it("removes folded segments only after the backup that contains them is on the disk, and the snapshot too", async () => {
  const folder = await exampleProject();
  const files = faultyFiles();
  for (const label of ["C1", "C2"]) {
    const store = await openProjectStore(files, folder, { idleTime: 60_000, backupEvery: 0 });
    await store.workAs(ANNA);
    await store.apply([putClaim(ANNA, claim(label))]);
    files.log.length = 0;
    await store.close();
  }
  const calls = files.log.map((call) =>
    call.replace(/\.parallax-.*\.tmp/, "<temporary>").replace(/\d{4}-.*-cells/, "<backup>"),
  );
  expect(calls.filter((call) => !/^(facts|read|list|realPath|write|create|setMode|ensureFolder) /.test(call))).toEqual([
    "sync <temporary>",
    // The journal says which snapshot comes.
    "syncData <temporary>",
    ...[
      "link <backup>.json",
      `syncFolder ${ANNA.id}`,
      "syncFolder annotations",
      "syncFolder backups",
      "syncFolder bridge",
    ],
    ...[`rename ${ANNA.id}.json`, "syncFolder annotations"],
    ...["sync <temporary>", "link 00000003.jsonl", "remove <temporary>"],
    ...[`syncFolder ${ANNA.id}`, "syncFolder journal", "syncFolder bridge"],
    ...["remove 00000001.jsonl", `syncFolder ${ANNA.id}`],
    "syncData <temporary>",
  ]);
  expect(await readdir(join(folder, "journal", ANNA.id))).toEqual(["00000002.jsonl", "00000003.jsonl"]);
});

it("keeps all in the journal when folding fails, and says so", async () => {
  const files = faultyFiles();
  const { folder, store, reported } = await opened(files);
  await store.apply([putClaim(ANNA, claim("C1"))]);
  files.interfere = (call, path) => (call === "rename" && path.endsWith(".json") ? "EIO" : undefined);
  await store.close();
  expect(reported).toEqual([expect.objectContaining({ code: "not-saved" })]);
  expect(await onDisk(folder)).toEqual(store.project);
  const again = await openProjectStore(nodeFiles, folder);
  await again.workAs(ANNA);
  await again.apply([putClaim(ANNA, claim("C2"))]);
  await again.close();
  expect((await onDisk(folder)).sets).toMatchObject([{ journalThrough: 2, claims: [{}, {}] }]);
});

it("tells as long as the JSON is behind the journal, and brings it up to date once it can", async () => {
  const files = faultyFiles();
  const { folder, store, set } = await opened(files, { idleTime: 1 });
  await store.apply([putClaim(ANNA, claim("C1"))]);
  files.interfere = (call, path) => (call === "rename" && path === set ? "ENOSPC" : undefined);
  await store.apply([putClaim(ANNA, claim("C2"))]);
  await vi.waitFor(() => {
    expect([store.access, store.reports]).toMatchObject([
      { kind: "writable" },
      [{ kind: "restored", message: expect.stringMatching(/^All changes are safe in the journal.*the disk is full/) }],
    ]);
  });
  files.interfere = () => undefined;
  await store.apply([putClaim(ANNA, claim("C3"))]);
  await vi.waitFor(() => expect(store.reports).toEqual([]));
  expect(JSON.parse(await readFile(set, "utf8"))).toMatchObject({ journalThrough: 3 });
  await store.close();
  expect((await onDisk(folder)).sets[0]?.claims).toHaveLength(3);
});

it("reads a journal again whatever has become of other analysts' claims since", async () => {
  const { folder, store } = await opened(nodeFiles, { analyst: BRUNO });
  const c1 = claim("C1");
  await store.apply([putClaim(BRUNO, c1)]);
  await store.workAs(ANNA);
  const mark = addMark(ANNA, source(store, 0), "bridge", c1.id, "supports");
  await store.apply([mark]);
  await rm(join(folder, "journal", BRUNO.id), { recursive: true });
  await rm(join(folder, "annotations", `${BRUNO.id}.json`));
  expect((await onDisk(folder)).sets.map(({ analyst, claims, marks }) => ({ analyst, claims, marks }))).toEqual([
    { analyst: ANNA, claims: [], marks: [mark.mark] },
  ]);
  await store.close();
});

it("lets a second window look and close without getting in the way of the first", async () => {
  const { folder, store } = await opened();
  await store.apply([putClaim(ANNA, claim("C1"))]);
  const before = await folderContents(folder);
  const other = await openProjectStore(nodeFiles, folder, { idleTime: 0 });
  await other.workAs(ANNA);
  expect(other.project.sets).toEqual(store.project.sets);
  await other.close();
  expect(await folderContents(folder)).toEqual(before);
  await store.apply([putClaim(ANNA, claim("C2"))]);
  await store.close();
  expect((await onDisk(folder)).sets[0]?.claims).toHaveLength(2);
});

it("lets only the first of two windows of one analyst write, and the second once the first is closed", async () => {
  const { folder, store } = await opened();
  await store.apply([putClaim(ANNA, claim("A1"))]);
  const other = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  await other.workAs(ANNA);
  const reason = expect.stringContaining("are open in another window of Parallax on this computer");
  expect(other.access).toEqual({ kind: "read-only", reason, remedy: "take-over" });
  await expect(other.apply([putClaim(ANNA, claim("B1"))])).rejects.toMatchObject({
    code: "not-saved",
    message: reason,
  });
  await expect(other.apply([retitled("New")])).rejects.toMatchObject({ code: "not-saved", message: reason });
  await expect(other.addSources([article("Third\n")])).rejects.toMatchObject({ code: "not-saved", message: reason });
  await store.apply([putClaim(ANNA, claim("A2"))]);
  expect(await other.lookAround()).toBe(true);
  expect(other.project).toEqual(store.project);
  expect(await other.lookAround()).toBe(false);
  await store.close();
  expect(await other.lookAround()).toBe(true);
  expect(other.access).toEqual({ kind: "writable" });
  await other.apply([putClaim(ANNA, claim("B1"))]);
  await other.close();
  expect((await onDisk(folder)).sets[0]?.claims.map(({ label }) => label).sort()).toEqual(["A1", "A2", "B1"]);
});

it("takes a set over on purpose: the other window acknowledges nothing any more, and what it had is there", async () => {
  const { folder, store } = await opened();
  await store.apply([putClaim(ANNA, claim("A1"))]);
  const other = await openProjectStore(nodeFiles, folder, { idleTime: 60_000, report: () => undefined });
  await other.workAs(ANNA);
  await other.remedy("take-over");
  expect(other.access).toEqual({ kind: "writable" });
  expect(other.project.sets).toEqual(store.project.sets);
  const asked = store.apply([putClaim(ANNA, claim("A2"))]);
  await expect(asked).rejects.toMatchObject({ code: "not-saved", message: expect.stringContaining("was taken over") });
  expect(store.access).toEqual({
    kind: "read-only",
    reason: expect.stringContaining("Another window of Parallax has taken over your marks in this project"),
    remedy: "take-over",
  });
  await other.apply([putClaim(ANNA, claim("B1"))]);
  await store.close();
  await other.close();
  expect((await onDisk(folder)).sets[0]?.claims.map(({ label }) => label).sort()).toEqual(["A1", "B1"]);
});

it("notices without a command that its set was taken over, and takes it back on purpose", async () => {
  const { store, folder } = await opened();
  await store.apply([putClaim(ANNA, claim("A1"))]);
  const other = await openProjectStore(nodeFiles, folder, { idleTime: 60_000, report: () => undefined });
  await other.workAs(ANNA);
  await other.remedy("take-over");
  expect(await store.lookAround()).toBe(true);
  expect(store.access).toMatchObject({ kind: "read-only", remedy: "take-over" });
  await other.apply([putClaim(ANNA, claim("B1"))]);
  await store.remedy("take-over");
  expect(store.project).toEqual(other.project);
  await store.apply([putClaim(ANNA, claim("A2"))]);
  await Promise.all([store.close(), other.close()]);
  expect((await onDisk(folder)).sets[0]?.claims.map(({ label }) => label).sort()).toEqual(["A1", "A2", "B1"]);
});

it("takes nothing over from somebody who came after the person was told to try again", async () => {
  const folder = await exampleProject();
  const files = faultyFiles((call) => (/create|ensureFolder|link|rename/.test(call) ? "ENOSPC" : undefined));
  const other = await openProjectStore(files, folder, { report: () => undefined });
  await other.workAs(ANNA);
  expect(other.access).toMatchObject({ kind: "read-only", remedy: "try-again" });
  const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  await store.workAs(ANNA);
  files.interfere = () => undefined;
  const message = expect.stringContaining("are open in another window of Parallax");
  for (const _ of ["as it is found out", "once it is known"]) {
    await expect(other.remedy("try-again")).rejects.toMatchObject({ code: "not-saved", message });
    expect(other.access).toMatchObject({ kind: "read-only", remedy: "take-over" });
  }
  await store.apply([putClaim(ANNA, claim("C1"))]);
  expect(store.access).toEqual({ kind: "writable" });
  await Promise.all([store.close(), other.close()]);
});

it("tells of another reason why nothing can be changed", async () => {
  const { folder, store } = await opened();
  const files = faultyFiles();
  let isGone = false;
  const processes: Processes = {
    ...machineProcesses,
    stateOf: async (holder) => (isGone ? "gone" : machineProcesses.stateOf(holder)),
  };
  const other = await openProjectStore(files, folder, { processes, report: () => undefined });
  await other.workAs(ANNA);
  expect(other.access).toMatchObject({ kind: "read-only", remedy: "take-over" });
  expect(await other.lookAround()).toBe(false);
  isGone = true;
  files.interfere = (call) => (/create|ensureFolder|link|rename/.test(call) ? "ENOSPC" : undefined);
  expect(await other.lookAround()).toBe(true);
  expect(other.access).toMatchObject({ kind: "read-only", remedy: "try-again" });
  await Promise.all([store.close(), other.close()]);
});

it("goes on after a failed sync once the person asks for it, and says as long as it cannot", async () => {
  const files = faultyFiles();
  const { folder, store } = await opened(files);
  await store.apply([putClaim(ANNA, claim("C1"))]);
  files.interfere = (call) => (call === "syncData" || call === "sync" ? "EIO" : undefined);
  await expect(store.apply([putClaim(ANNA, claim("C2"))])).rejects.toMatchObject({ code: "not-saved" });
  expect(store.access).toMatchObject({ kind: "read-only", remedy: "try-again" });
  await expect(store.remedy("try-again")).rejects.toMatchObject({ code: "not-saved" });
  expect(store.access).toMatchObject({ kind: "read-only", remedy: "try-again" });
  files.interfere = () => undefined;
  await store.remedy("try-again");
  expect(store.access).toEqual({ kind: "writable" });
  await store.apply([putClaim(ANNA, claim("C3"))]);
  await store.close();
  expect((await onDisk(folder)).sets[0]?.claims.map(({ label }) => label).sort()).toEqual(["C1", "C3"]);
});

it.each(["EROFS", "EACCES", "ENOSPC"])(
  "opens for reading where nothing can be written (%s), and for writing after",
  async (code) => {
    const folder = await exampleProject();
    const files = faultyFiles((call) => (/create|ensureFolder|link|rename/.test(call) ? code : undefined));
    const store = await openProjectStore(files, folder, { report: () => undefined });
    await store.workAs(ANNA);
    expect(store.access).toEqual({
      kind: "read-only",
      reason: expect.stringMatching(/could not be saved: (the disk|this user account) /),
      remedy: "try-again",
    });
    await expect(store.remedy("try-again")).rejects.toMatchObject({ code: "not-saved" });
    files.interfere = () => undefined;
    await store.remedy("try-again");
    await store.apply([putClaim(ANNA, claim("C1"))]);
    await store.close();
    expect((await onDisk(folder)).sets).toEqual(store.project.sets);
  },
);

it("adds several sources, all or none", async () => {
  const files = faultyFiles();
  const { folder, store } = await opened(files);
  const additions = [article("Third\n", { order: 2 }), article("Fourth\n", { order: 3 })];
  const before = await folderContents(folder);
  const former = store.project;
  const last = `${additions[1]?.source.id}.json`;
  files.interfere = (call, path) => (call === "rename" && path.endsWith(last) ? "EDQUOT" : undefined);
  await expect(store.addSources(additions)).rejects.toMatchObject({ code: "not-saved" });
  expect(store.project).toBe(former);
  expect(await folderContents(folder)).toEqual(before);
  files.interfere = () => undefined;
  expect(await store.addSources(additions)).toEqual(additions.map((addition) => addition.source));
  expect((await onDisk(folder)).sources).toEqual(store.project.sources);
  await store.apply([addMark(ANNA, source(store, 2), "Third")]);
  await store.close();
});

it("carries out what was asked for before closing, and nothing after", async () => {
  const { folder, store } = await opened();
  const mark = addMark(ANNA, source(store, 0), "bridge");
  const asked = store.apply([mark]);
  const closed = store.close();
  await expect(store.apply([mark])).rejects.toMatchObject({ code: "not-saved" });
  await expect(store.addSources([])).rejects.toMatchObject({ code: "not-saved" });
  await Promise.all([asked, closed, store.close()]);
  expect((await onDisk(folder)).sets[0]?.marks).toEqual([mark.mark]);
});
