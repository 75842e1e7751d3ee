import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Handlers } from "../../annotations/api/handlers.ts";
import type { Command } from "../../annotations/commands/command.ts";
import { AnalystId, newId } from "../../annotations/model/id.ts";
import { nodeFiles } from "../storage/files.ts";
import { readProject } from "../storage/project-folder.ts";
import { openSettings } from "../storage/settings.ts";
import { ANNA, addMark, claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { faultyFiles } from "../storage/testing/faulty-files.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { type HostOptions, startHost } from "./host.ts";

async function started(options: Partial<HostOptions> = {}) {
  const folder = options.folder ?? (await exampleProject());
  const paths = options.paths ?? { config: await temporaryFolder(), sample: join(folder, "none") };
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
  return handlers["project.apply"]({ projectId: project.file.id, commands });
}

it("tells a screen all it needs to start", async () => {
  const { handlers, folder, host } = await started();
  expect(await session(handlers)).toEqual({
    host: { kind: "web", version: "1.2.3", dialogs: false },
    project: { ...(await readProject(nodeFiles, folder)).project, sets: [expect.anything()] },
    folder: "bridge",
    analyst: host.settings.value.analyst,
    preferences: { theme: "system", showBoilerplate: true, textSize: 15 },
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
  const { handlers } = await started({ folder: sample, paths: { config: await temporaryFolder(), sample } });
  expect((await session(handlers)).analyst.name).toBe("Clara");
});

it("opens another project in the place of the first", async () => {
  const { host, handlers, folder } = await started();
  const { analyst } = await session(handlers);
  await apply(handlers, [putClaim(analyst, claim("C1"))]);
  const other = await exampleProject();
  const waiting = handlers["events.next"]({ after: 0 });
  await host.openProject(other);
  expect(await waiting).toEqual({ last: 1, events: [{ kind: "session-changed" }] });
  expect(host.projectFolder).toBe(other);
  expect((await session(handlers)).project.sets[0]?.claims).toEqual([]);
  expect(await readdir(join(folder, "journal", analyst.id))).toEqual([]);
  expect(host.settings.value.recent.map((recent) => recent.folder)).toEqual([other, folder]);
});

it("refuses commands that were made for a project which is not open any more", async () => {
  const { host, handlers, folder } = await started();
  const former = (await session(handlers)).project;
  const other = await exampleProject();
  await host.openProject(other);
  const { analyst, project } = await session(handlers);
  const before = [await folderContents(folder), await folderContents(other)];
  const input = { projectId: former.file.id, commands: [putClaim(analyst, claim("C1"))] };
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
  const dialogs = { openArticles: async () => [join(articles, "b.txt")], saveExport: async () => null };
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
  const { handlers } = await started({ dialogs: { openArticles: async () => [], saveExport } });
  expect(await handlers["export.save"]({ format: "csv", analysts: [] })).toEqual({ name: "mine.csv" });
  expect(await handlers["export.save"]({ format: "csv", analysts: [] })).toEqual({ name: null });
  expect(asked).toEqual([
    ["The bridge.csv", "csv"],
    ["The bridge.csv", "csv"],
  ]);
  const { text } = await handlers["export.render"]({ format: "csv", analysts: [] });
  expect(await readFile(join(folder, "mine.csv"), "utf8")).toBe(text);
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

it("works where the settings cannot be written", async () => {
  const files = faultyFiles((call, path) => (call === "ensureFolder" && path.endsWith("config") ? "EROFS" : undefined));
  const paths = { config: join(await temporaryFolder(), "config"), sample: "/none" };
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
  const { host, handlers, folder } = await started();
  const before = await folderContents(folder);
  await session(handlers);
  await handlers["export.render"]({ format: "json", analysts: [ANNA.id] });
  await host.close();
  expect(await folderContents(folder)).toEqual(before);
});
