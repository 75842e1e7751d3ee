import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "../storage/disk/files.ts";
import { createProject, newProjectFile, readProject } from "../storage/project/project-folder.ts";
import { exampleProject } from "../storage/testing/example-project.ts";
import { faultyFiles } from "../storage/testing/faulty-files.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { resolveStart } from "./start-project.ts";

async function places() {
  return { home: join(await temporaryFolder(), "Parallax"), sample: await exampleProject() };
}

async function files(...contents: readonly (readonly [name: string, content: string])[]): Promise<string[]> {
  const folder = await temporaryFolder();
  for (const [name, content] of contents) await writeFile(join(folder, name), content);
  return contents.map(([name]) => join(folder, name));
}

it("opens a copy of the sample when nothing is given, and the same copy later", async () => {
  const paths = await places();
  const folder = await resolveStart([], undefined, paths);
  expect(folder).toBe(join(paths.home, "Sample"));
  expect(await readdir(paths.home)).toEqual(["Sample"]);
  expect(await folderContents(folder)).toEqual(await folderContents(paths.sample));
  const file = join(folder, "project.json");
  await writeFile(file, (await readFile(file, "utf8")).replace("The bridge", "My bridge"));
  expect(await resolveStart([], undefined, paths)).toBe(folder);
  expect((await readProject(nodeFiles, folder)).project.file.title).toBe("My bridge");
});

it("leaves another project named Sample, and a folder that is none, alone", async () => {
  const paths = await places();
  await mkdir(join(paths.home, "Sample (2)"), { recursive: true });
  await createProject(nodeFiles, join(paths.home, "Sample"), newProjectFile("Soil samples"), []);
  expect(await resolveStart([], undefined, paths)).toBe(join(paths.home, "Sample (3)"));
  expect(await resolveStart([], undefined, paths)).toBe(join(paths.home, "Sample (3)"));
});

it("does not hide a damaged copy behind a fresh one", async () => {
  const paths = await places();
  const folder = await resolveStart([], undefined, paths);
  await writeFile(join(folder, "project.json"), "{");
  expect(await resolveStart([], undefined, paths)).toBe(folder);
});

it("leaves nothing of a sample that could not be copied", async () => {
  const paths = await places();
  const full = faultyFiles((call, path) => (call === "write" && path.includes("sources") ? "ENOSPC" : undefined));
  await expect(resolveStart([], undefined, paths, full)).rejects.toMatchObject({
    code: "not-saved",
    message: expect.stringContaining("Sample could not be saved: the disk is full."),
  });
  expect(await readdir(paths.home)).toEqual([]);
});

it("opens the one folder that is given", async () => {
  const paths = await places();
  expect(await resolveStart([paths.sample], undefined, paths)).toBe(paths.sample);
  expect(await nodeFiles.facts(paths.home)).toBeNull();
});

it("makes a new project of files, each time in another folder", async () => {
  const paths = await places();
  const given = await files(["a.txt", "First\r\n"], ["b.txt", "\uFEFFSecond 🌉\n"]);
  const folder = await resolveStart(given, undefined, paths);
  expect(basename(folder)).toMatch(/^Two articles, \d{1,2} \w+ \d{4}$/);
  const { project } = await readProject(nodeFiles, folder);
  expect(project.file.title).toBe(basename(folder));
  expect(project.sources.map(({ text, order, originalName }) => [text, order, originalName])).toEqual([
    ["First\n", 0, "a.txt"],
    ["Second 🌉\n", 1, "b.txt"],
  ]);
  for (const { id, originalName } of project.sources) {
    const original = await readFile(join(folder, "sources", `${id}.original.txt`));
    expect(original).toEqual(await readFile(join(dirname(given[0] ?? ""), originalName)));
  }
  expect(await resolveStart(given, undefined, paths)).toBe(`${folder} (2)`);
  expect(await resolveStart(given, "Bridges: a/b", paths)).toBe(join(paths.home, "Bridges a b"));
});

it("makes nothing when one of the files is refused", async () => {
  const paths = await places();
  const given = await files(["a.txt", "First\n"], ["b.txt", ""]);
  await expect(resolveStart([...given, "/no/such/file.txt"], undefined, paths)).rejects.toMatchObject({
    code: "refused",
    message: `${given[1]} is empty.\n/no/such/file.txt does not exist.`,
  });
  await expect(resolveStart(given.slice(0, 1), " ", paths)).rejects.toThrow(
    "A project's title has 1 to 500 characters.",
  );
  expect(await nodeFiles.facts(paths.home)).toBeNull();
});

it("refuses several folders, and a folder among files", async () => {
  const paths = await places();
  const [file = ""] = await files(["a.txt", "First\n"]);
  for (const args of [
    [paths.sample, file],
    [paths.sample, await temporaryFolder()],
  ]) {
    await expect(resolveStart(args, undefined, paths)).rejects.toThrow("give one project folder, or articles");
  }
  await rm(file);
});
