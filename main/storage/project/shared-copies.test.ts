import { readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "../disk/files.ts";
import { exampleProject } from "../testing/example-project.ts";
import { faultyFiles } from "../testing/faulty-files.ts";
import { folderContents } from "../testing/folder-contents.ts";
import { readProject } from "./project-folder.ts";
import { projectLayout } from "./project-layout.ts";
import { openProjectStore } from "./project-store.ts";
import { clearLeftovers, keepSharedCopies, mendShared } from "./shared-copies.ts";

/** A project with copies of its shared files, and the names of those of its first source. */
async function copied() {
  const folder = await exampleProject();
  const layout = projectLayout(folder);
  await keepSharedCopies(nodeFiles, layout);
  const [record = ""] = (await readdir(join(folder, "sources"))).filter((name) => name.endsWith(".json"));
  return { folder, layout, record: `sources/${record}`, text: `sources/${record.replace(".json", ".txt")}` };
}

function withoutOriginals(contents: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(contents).filter(([name]) => !name.endsWith(".original.txt")));
}

it("keeps a copy of project.json and of each source's metadata and text, synced up to the project's folder", async () => {
  const folder = await exampleProject();
  const before = withoutOriginals(await folderContents(folder));
  const files = faultyFiles();
  await keepSharedCopies(files, projectLayout(folder));
  expect(withoutOriginals(await folderContents(join(folder, "backups")))).toEqual(before);
  expect(files.log.filter((call) => call.startsWith("syncFolder")).slice(-5)).toEqual([
    ...["syncFolder backups", "syncFolder bridge"],
    ...["syncFolder sources", "syncFolder backups", "syncFolder bridge"],
  ]);
  files.log.length = 0;
  await keepSharedCopies(files, projectLayout(folder));
  expect(files.log.filter((call) => !/^(facts|list|read) /.test(call))).toEqual([]);
});

it("copies what has been written since, but nothing that cannot be read", async () => {
  const { folder, layout, record } = await copied();
  const revised = (await readFile(join(folder, "project.json"), "utf8")).replace("The bridge", "The better bridge");
  await writeFile(join(folder, "project.json"), revised);
  const former = await readFile(join(folder, "backups", record));
  await writeFile(join(folder, record), "{");
  await keepSharedCopies(nodeFiles, layout);
  expect(await readFile(join(folder, "backups", "project.json"), "utf8")).toBe(revised);
  expect(await readFile(join(folder, "backups", record))).toEqual(former);
});

it.each<[string, "record" | "text" | "project", string | null, string]>([
  ["project.json that is gone", "project", null, "(it was missing)"],
  ["project.json that is cut off", "project", '{"schemaVersion": 2,', "(it is not valid JSON"],
  ["a source's metadata that are gone", "record", null, "(it was missing)"],
  ["a source's metadata that are empty", "record", "", "(it is empty)"],
  ["a source's text that is gone", "text", null, "(it was missing)"],
  ["a source's text that was changed", "text", "Another text.\n", "(it was not the text that had been imported)"],
])("puts back %s, says so, and keeps what was there", async (_, which, content, reason) => {
  const { folder, layout, record, text } = await copied();
  const name = { project: "project.json", record, text }[which];
  const before = await folderContents(folder);
  if (content === null) await rm(join(folder, name));
  else await writeFile(join(folder, name), content);
  const [report, ...others] = await mendShared(nodeFiles, layout);
  expect(others).toEqual([]);
  expect(report).toMatchObject({ file: `bridge/${name}`, kind: "restored" });
  expect(report?.message).toContain(reason);
  const { [name]: put, ...after } = await folderContents(folder);
  expect(put).toBe(before[name]);
  const quarantined = Object.entries(after).filter(([path]) => path.startsWith("quarantine/"));
  expect(quarantined.map(([, bytes]) => Buffer.from(bytes, "base64").toString())).toEqual(
    content === null ? [] : [content],
  );
  expect(await mendShared(nodeFiles, layout)).toEqual([]);
});

it("puts a source back of which nothing is left", async () => {
  const { folder, layout, record, text } = await copied();
  const before = (await readProject(nodeFiles, folder)).project;
  for (const name of [record, text]) await rm(join(folder, name));
  expect((await mendShared(nodeFiles, layout)).map(({ file }) => file)).toEqual([`bridge/${record}`, `bridge/${text}`]);
  expect((await readProject(nodeFiles, folder)).project).toEqual(before);
});

it("leaves alone what is damaged when the copy is too, and what a newer version wrote", async () => {
  const { folder, layout, record } = await copied();
  await writeFile(join(folder, "project.json"), '{"schemaVersion": 99}');
  await writeFile(join(folder, record), "{");
  await writeFile(join(folder, "backups", record), "also damaged");
  const before = await folderContents(folder);
  expect(await mendShared(nodeFiles, layout)).toEqual([]);
  expect(await folderContents(folder)).toEqual(before);
});

it("mends a project when it is opened, and tells of it", async () => {
  const { folder } = await copied();
  const before = (await readProject(nodeFiles, folder)).project;
  await writeFile(join(folder, "project.json"), "");
  const store = await openProjectStore(nodeFiles, folder);
  expect(store.project).toEqual(before);
  expect(store.reports.map(({ file, kind }) => [file, kind])).toEqual([["bridge/project.json", "restored"]]);
  await store.close();
});

it("does not take a folder without project.json for a project because of a stranger's file in backups", async () => {
  const { folder, layout } = await copied();
  await rm(join(folder, "project.json"));
  await writeFile(join(folder, "backups", "project.json"), "{}");
  expect(await mendShared(nodeFiles, layout)).toEqual([]);
  await expect(openProjectStore(nodeFiles, folder)).rejects.toThrow("is not a Parallax project");
});

it("clears away what programs that were killed long ago have left of their writing, and nothing else", async () => {
  const { folder, layout } = await copied();
  const before = await folderContents(folder);
  const old = new Date(Date.now() - 25 * 3_600_000);
  for (const name of ["sources/.parallax-1.tmp", "backups/sources/.parallax-2.tmp", ".parallax-3.tmp", "mine.tmp"]) {
    await writeFile(join(folder, name), "half a fi");
    await utimes(join(folder, name), old, old);
  }
  await writeFile(join(folder, ".parallax-4.tmp"), "under way");
  await clearLeftovers(nodeFiles, layout);
  const { ".parallax-4.tmp": young, "mine.tmp": foreign, ...rest } = await folderContents(folder);
  expect(rest).toEqual(before);
  expect([young, foreign]).not.toContain(undefined);
});
