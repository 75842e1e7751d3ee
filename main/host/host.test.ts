import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Handlers } from "../../annotations/api/handlers.ts";
import type { Command } from "../../annotations/commands/command.ts";
import { EMPTY_LAYOUT } from "../../annotations/layout/layout.ts";
import { AnalystId, newId } from "../../annotations/model/id.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { sealedJson } from "../storage/disk/seal.ts";
import { rememberedLayout } from "../storage/layouts.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { openSettings } from "../storage/settings.ts";
import { ANNA, addMark, claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { faultyFiles } from "../storage/testing/faulty-files.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { type HostOptions, startHost } from "./host.ts";

async function started(options: Partial<HostOptions> = {}) {
  const folder = options.folder ?? (await exampleProject());
  const paths = options.paths ?? {
    ...{ config: await temporaryFolder(), sample: join(folder, "none"), home: await temporaryFolder() },
  };
  const reported: unknown[] = [];
  const host = await startHost({
    ...{ kind: "web", version: "1.2.3", dialogs: null, report: (error: unknown) => reported.push(error) },
    ...options,
    ...{ folder, paths },
  });
  onTestFinished(() => host.close());
  return { host, folder, paths, reported, handlers: host.handlers };
}

function session(handlers: Handlers) {
  return handlers["session.open"]({});
}

/** Commands for the project that is open. */
async function apply(handlers: Handlers, commands: Command[]) {
  const { project } = await session(handlers);
  return handlers["project.apply"]({ projectId: project.file.id, screen: "test", commands });
}

it("tells a screen all it needs to start", async () => {
  const { handlers, folder, host } = await started();
  expect(await session(handlers)).toEqual({
    host: { kind: "web", version: "1.2.3", dialogs: false },
    project: { ...(await readProject(nodeFiles, folder)).project, sets: [expect.anything()] },
    folder: "bridge",
    analyst: host.settings.value.analyst,
    access: { kind: "writable" },
    reports: [],
    preferences: { theme: "system", showBoilerplate: true, textSize: 15 },
    layout: EMPTY_LAYOUT,
  });
  expect(host.settings.value.recent).toEqual([{ folder, title: "The bridge" }]);
});

it("carries out commands and has them on the disk before it answers", async () => {
  const { handlers, folder } = await started();
  const { analyst, project } = await session(handlers);
  const [source] = project.sources;
  if (!source) throw new Error("no source");
  const c1 = claim("C1");
  const mark = addMark(analyst, source, "🌉", c1.id, "mentions");
  expect(await apply(handlers, [putClaim(analyst, c1), mark])).toEqual({});
  const onDisk = (await readProject(nodeFiles, folder)).project;
  expect(onDisk.sets[0]).toMatchObject({ analyst, claims: [c1], marks: [mark.mark] });
  expect((await session(handlers)).project).toEqual(onDisk);
});

it("goes on as another analyst, and remembers it for this project", async () => {
  const { host, handlers, folder, paths } = await started();
  await handlers["session.workAs"]({ name: "Clara" });
  const { analyst } = await session(handlers);
  expect(analyst.name).toBe("Clara");
  expect((await readProject(nodeFiles, folder)).project.sets.map((set) => set.analyst)).toEqual([analyst]);
  await expect(handlers["session.workAs"]({ name: "Clara" })).rejects.toThrow(
    "There is an analyst named Clara here already.",
  );
  await expect(handlers["session.workAs"]({ analystId: newId(AnalystId) })).rejects.toThrow("no annotation set");
  await handlers["session.workAs"]({ analystId: host.settings.value.analyst.id });
  expect((await session(handlers)).analyst).toEqual(host.settings.value.analyst);
  await handlers["session.workAs"]({ analystId: analyst.id });
  await host.close();
  const again = await started({ folder, paths });
  expect((await session(again.handlers)).analyst).toEqual(analyst);
});

it("tells the screens of another analyst, but not of what was before they asked", async () => {
  const { host, handlers } = await started();
  host.emit({ kind: "menu", action: "undo" });
  await session(handlers);
  const waiting = handlers["events.next"]({ after: 0 });
  await handlers["session.workAs"]({ name: "Clara" });
  expect(await waiting).toEqual({ last: 2, events: [{ kind: "session-changed" }] });
  host.emit({ kind: "menu", action: "redo" });
  expect(await handlers["events.next"]({ after: 2 })).toEqual({ last: 3, events: [{ kind: "menu", action: "redo" }] });
});

it("works as the first analyst in a copy of the sample", async () => {
  const sample = await exampleProject();
  const first = await started({ folder: sample });
  await first.handlers["session.workAs"]({ name: "Clara" });
  await first.host.close();
  const { handlers } = await started({
    folder: sample,
    paths: { ...first.paths, config: await temporaryFolder(), sample },
  });
  expect((await session(handlers)).analyst.name).toBe("Clara");
});

it("opens another project in the place of the first", async () => {
  const { host, handlers, folder } = await started();
  const { analyst } = await session(handlers);
  await apply(handlers, [putClaim(analyst, claim("C1"))]);
  const other = await exampleProject();
  await session(handlers);
  const waiting = handlers["events.next"]({ after: 0 });
  await host.openProject(other);
  expect(await waiting).toEqual({ last: 2, events: [{ kind: "session-changed" }] });
  expect(host.projectFolder).toBe(other);
  expect((await session(handlers)).project.sets[0]?.claims).toEqual([]);
  const set = JSON.parse(await readFile(join(folder, "annotations", `${analyst.id}.json`), "utf8"));
  expect(set).toMatchObject({ journalThrough: 1, claims: [{ label: "C1" }] });
  expect(host.settings.value.recent.map((recent) => recent.folder)).toEqual([other, folder]);
});

it("refuses commands that were made for a project which is not open any more", async () => {
  const { host, handlers, folder } = await started();
  const former = (await session(handlers)).project;
  const other = await exampleProject();
  await host.openProject(other);
  const { analyst, project } = await session(handlers);
  const before = [await folderContents(folder), await folderContents(other)];
  const input = { projectId: former.file.id, screen: "test", commands: [putClaim(analyst, claim("C1"))] };
  await expect(handlers["project.apply"](input)).rejects.toMatchObject({
    code: "refused",
    message: expect.stringMatching(/^The change was made in a project that is not open any more/),
  });
  expect((await session(handlers)).project).toBe(project);
  expect([await folderContents(folder), await folderContents(other)]).toEqual(before);
});

it("keeps its project when the other one is refused, and when it is the same", async () => {
  const { host, handlers, folder } = await started();
  const before = (await session(handlers)).project;
  await expect(host.openProject(join(folder, "sources"))).rejects.toThrow("is not a Parallax project");
  await host.openProject(`${folder}/../bridge/`);
  expect(host.projectFolder).toBe(folder);
  expect((await session(handlers)).project).toBe(before);
  await apply(handlers, [putClaim(host.settings.value.analyst, claim("C1"))]);
});

it("refuses to start with what is no project, and touches nothing there", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "a.txt"), "mine");
  await expect(started({ folder })).rejects.toMatchObject({ code: "refused" });
  expect(await readdir(folder)).toEqual(["a.txt"]);
});

it("says that a change could not be saved, and stays as the disk is", async () => {
  const files = faultyFiles();
  const { handlers, folder } = await started({ files });
  const { analyst } = await session(handlers);
  await apply(handlers, [putClaim(analyst, claim("C1"))]);
  files.interfere = (call) => (call === "write" ? "ENOSPC" : undefined);
  await expect(apply(handlers, [putClaim(analyst, claim("C2"))])).rejects.toMatchObject({
    code: "not-saved",
    message: expect.stringContaining("the disk is full"),
  });
  expect((await session(handlers)).project).toEqual((await readProject(nodeFiles, folder)).project);
  files.interfere = () => undefined;
  await apply(handlers, [putClaim(analyst, claim("C2"))]);
});

it("takes articles in, from the screen and from the dialog", async () => {
  const articles = await temporaryFolder();
  await writeFile(join(articles, "b.txt"), "Fourth\n");
  const dialogs = {
    openArticles: async () => [join(articles, "b.txt")],
    openAnnotations: async () => [],
    saveExport: async () => null,
    chooseCopy: async () => null,
    chooseFolder: async () => null,
  };
  const { handlers, folder } = await started({ dialogs });
  const dropped = await handlers["intake.stage"]({ name: "a.txt", base64: Buffer.from("Third\n").toString("base64") });
  const chosen = await handlers["intake.choose"]({});
  const files = [...dropped.staged, ...chosen.staged].map(({ id, guess }) => ({
    ...{ id, metadata: guess.metadata, guessed: guess.guessed, boilerplate: [] },
  }));
  const { sources } = await handlers["intake.confirm"]({ files });
  expect(sources.map(({ text, order }) => [text, order])).toEqual([
    ["Third\n", 2],
    ["Fourth\n", 3],
  ]);
  expect((await readProject(nodeFiles, folder)).project.sources.slice(2)).toEqual(sources);
  await expect(handlers["intake.confirm"]({ files })).rejects.toThrow("does not wait any more");
});

it("saves exports where the dialog says, and nothing when it is cancelled", async () => {
  const folder = await temporaryFolder();
  const answers = [join(folder, "mine.csv"), null];
  const asked: unknown[] = [];
  const saveExport = async (...question: string[]) => {
    asked.push(question);
    return answers.shift() ?? null;
  };
  const { handlers } = await started({
    dialogs: {
      openArticles: async () => [],
      openAnnotations: async () => [],
      chooseCopy: async () => null,
      saveExport,
      chooseFolder: async () => null,
    },
  });
  expect(await handlers["export.save"]({ format: "csv", analysts: [] })).toMatchObject({ name: "mine.csv" });
  expect(await handlers["export.save"]({ format: "csv", analysts: [] })).toEqual({ name: null, losses: [] });
  expect(asked).toEqual([
    ["The bridge.csv", "csv"],
    ["The bridge.csv", "csv"],
  ]);
  const { content } = await handlers["export.render"]({ format: "csv", analysts: [] });
  expect(content).toEqual({ kind: "text", text: await readFile(join(folder, "mine.csv"), "utf8") });
});

it("writes reports as whoever is asked for sees it, where the dialog says", async () => {
  const folder = await temporaryFolder();
  const asked: unknown[] = [];
  const saveExport = async (...question: string[]) => {
    asked.push(question);
    return join(folder, "mine.html");
  };
  const { handlers } = await started({
    dialogs: {
      openArticles: async () => [],
      openAnnotations: async () => [],
      chooseCopy: async () => null,
      saveExport,
      chooseFolder: async () => null,
    },
  });
  const { analyst } = await handlers["session.open"]({});
  const wish = { format: "html", analystId: analyst.id };
  expect(await handlers["report.save"](wish)).toEqual({ name: "mine.html" });
  expect(asked).toEqual([["The bridge report.html", "html"]]);
  expect(await readFile(join(folder, "mine.html"), "utf8")).toMatch(/^<!doctype html>.*<\/html>\n$/s);
  const { name, mediaType, text } = await handlers["report.render"]({ ...wish, format: "md" });
  expect([name, mediaType]).toEqual(["The bridge report.md", "text/markdown"]);
  expect(text).toContain(`as ${analyst.name} has marked it`);
  await expect(handlers["report.render"]({ ...wish, format: "pdf" })).rejects.toThrow("Choose one of: html, md.");
});

it("shows no dialogs where there are none", async () => {
  const { handlers } = await started();
  await expect(handlers["intake.choose"]({})).rejects.toThrow("Parallax shows no file dialogs here");
  await expect(handlers["export.save"]({ format: "csv", analysts: [] })).rejects.toThrow("no file dialogs here");
});

it("remembers preferences", async () => {
  const { handlers, paths } = await started();
  const preferences = { theme: "dark", showBoilerplate: false, textSize: 20 } as const;
  await handlers["preferences.set"](preferences);
  expect((await session(handlers)).preferences).toEqual(preferences);
  expect((await openSettings(nodeFiles, paths.config)).value.preferences).toEqual(preferences);
});

it("remembers how each analyst arranged the panes", async () => {
  const { host, handlers, paths } = await started();
  const { analyst, project } = await session(handlers);
  const layout = { ...EMPTY_LAYOUT, linked: true };
  await handlers["layout.set"]({ projectId: project.file.id, analystId: analyst.id, layout });
  expect((await session(handlers)).layout).toEqual(layout);
  await handlers["session.workAs"]({ name: "Clara" });
  expect((await session(handlers)).layout).toEqual(EMPTY_LAYOUT);
  await host.close();
  const kept = (await openSettings(nodeFiles, paths.config)).value;
  expect(rememberedLayout(kept, project.file.id, analyst.id)).toEqual(layout);
});

it("works where the settings cannot be written", async () => {
  const files = faultyFiles((call, path) => (call === "ensureFolder" && path.endsWith("config") ? "EROFS" : undefined));
  const paths = { config: join(await temporaryFolder(), "config"), sample: "/none", home: "/none" };
  const { handlers, reported } = await started({ files, paths });
  await handlers["session.workAs"]({ name: "Clara" });
  expect((await session(handlers)).analyst.name).toBe("Clara");
  await expect(
    handlers["preferences.set"]({ theme: "dark", showBoilerplate: true, textSize: 15 }),
  ).rejects.toMatchObject({
    code: "not-saved",
  });
  expect(reported).toHaveLength(3);
});

it("changes nothing in a project that is only looked at", async () => {
  const folder = await exampleProject();
  const before = await folderContents(folder);
  const { host, handlers } = await started({ folder });
  await session(handlers);
  await handlers["export.render"]({ format: "json", analysts: [ANNA.id] });
  await host.close();
  const after = Object.entries(await folderContents(folder));
  expect(Object.fromEntries(after.filter(([name]) => !name.startsWith("backups/")))).toEqual(before);
});

it("tells the screens of what another program changes in the folder", async () => {
  const { handlers, folder } = await started({ lookEvery: 10 });
  await session(handlers);
  const waiting = handlers["events.next"]({ after: 0 });
  const other = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  await other.workAs(ANNA);
  await other.apply([putClaim(ANNA, claim("C1"))]);
  expect((await waiting).events).toContainEqual({ kind: "project-changed", screen: null });
  await vi.waitFor(async () => {
    const { sets } = (await session(handlers)).project;
    expect(sets.find(({ analyst }) => analyst.id === ANNA.id)).toEqual(other.project.sets[0]);
  });
  await other.close();
});

it("only reads while another host has the analyst's set, and takes it over when it is told to", async () => {
  const first = await started();
  const { analyst } = await session(first.handlers);
  await apply(first.handlers, [putClaim(analyst, claim("C1"))]);
  const second = await started({ folder: first.folder, paths: first.paths });
  const opened = await session(second.handlers);
  expect([opened.analyst, opened.access]).toEqual([
    analyst,
    { kind: "read-only", reason: expect.stringContaining("another window of Parallax"), remedy: "take-over" },
  ]);
  expect(opened.project).toEqual((await session(first.handlers)).project);
  await expect(apply(second.handlers, [putClaim(analyst, claim("C2"))])).rejects.toMatchObject({ code: "not-saved" });
  const waiting = second.handlers["events.next"]({ after: 0 });
  await second.handlers["session.remedy"]({ remedy: "take-over" });
  expect((await waiting).events[0]).toEqual({ kind: "project-changed", screen: null });
  expect((await session(second.handlers)).access).toEqual({ kind: "writable" });
  await apply(second.handlers, [putClaim(analyst, claim("C2"))]);
  await expect(apply(first.handlers, [putClaim(analyst, claim("C3"))])).rejects.toMatchObject({ code: "not-saved" });
  expect((await session(first.handlers)).access).toMatchObject({ kind: "read-only", remedy: "take-over" });
});

it("works where the first host was, once that one is closed", async () => {
  const first = await started();
  const { analyst } = await session(first.handlers);
  const second = await started({
    folder: first.folder,
    paths: first.paths,
    lookEvery: 60_000,
    lookEveryWhileReadOnly: 10,
  });
  expect((await session(second.handlers)).access.kind).toBe("read-only");
  const waiting = second.handlers["events.next"]({ after: 0 });
  await first.host.close();
  expect((await waiting).events).toEqual([{ kind: "project-changed", screen: null }]);
  await apply(second.handlers, [putClaim(analyst, claim("C1"))]);
});

it("saves a copy where projects usually are, or where the dialog says, or nowhere", async () => {
  const { handlers, paths } = await started();
  const { analyst, project } = await session(handlers);
  const input = { projectId: project.file.id, commands: [putClaim(analyst, claim("C1"))] };
  const { place } = await handlers["project.saveCopy"](input);
  expect(place).toBe(join(paths.home, "The bridge (copy)"));
  const copy = (await readProject(nodeFiles, place ?? "")).project;
  expect(copy.sets).toMatchObject([{ analyst, claims: [{ label: "C1" }] }]);
  expect((await session(handlers)).project.sets[0]?.claims).toEqual([]);
  const answers = [await temporaryFolder(), null];
  const chooseFolder = async () => answers.shift() ?? null;
  const dialogs = {
    openArticles: async () => [],
    openAnnotations: async () => [],
    chooseCopy: async () => null,
    saveExport: async () => null,
    chooseFolder,
  };
  const asking = await started({ dialogs });
  const { file } = (await session(asking.handlers)).project;
  const save = () => asking.handlers["project.saveCopy"]({ projectId: file.id, commands: [] });
  expect([await save(), await save()]).toEqual([
    { place: expect.stringMatching(/The bridge \(copy\)$/) },
    { place: null },
  ]);
  await expect(handlers["project.saveCopy"]({ projectId: file.id, commands: [] })).rejects.toThrow(
    "is not open any more",
  );
});

it("lists, gives and settles the other versions of the set", async () => {
  const { handlers, folder } = await started();
  const { analyst } = await session(handlers);
  await apply(handlers, [putClaim(analyst, claim("C1"))]);
  const id = `annotations/${analyst.id} (1).json`;
  const set = (await session(handlers)).project.sets[0];
  await writeFile(join(folder, id), Buffer.concat([...sealedJson({ ...set })]));
  const { versions } = await handlers["versions.list"]({});
  expect(versions.map((version) => [version.id, version.kind, version.contents?.claims])).toEqual([
    [id, "conflict-copy", 1],
  ]);
  expect(await handlers["versions.read"]({ id })).toEqual({ set });
  await handlers["versions.settle"]({ id });
  expect(await handlers["versions.list"]({})).toEqual({ versions: [] });
  await expect(handlers["versions.read"]({ id })).rejects.toMatchObject({ code: "refused" });
});

it("stays with the analyst at work when somebody new cannot be written down", async () => {
  const files = faultyFiles();
  const { handlers } = await started({ files });
  const { analyst } = await session(handlers);
  files.interfere = (call, path) => (call === "rename" && path.includes("/annotations/") ? "ENOSPC" : undefined);
  await expect(handlers["session.workAs"]({ name: "Clara" })).rejects.toMatchObject({ code: "not-saved" });
  files.interfere = () => undefined;
  const after = await session(handlers);
  expect([after.analyst, after.access]).toEqual([analyst, { kind: "writable" }]);
  expect(after.project.sets.map((set) => set.analyst)).toEqual([analyst]);
  await apply(handlers, [putClaim(analyst, claim("C1"))]);
  await handlers["session.workAs"]({ name: "Clara" });
  expect((await session(handlers)).project.sets.map((set) => set.analyst.name).sort()).toEqual(
    ["Clara", analyst.name].sort(),
  );
});
