import { chmod, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import type { AnalystId } from "../../annotations/model/id.ts";
import { SCHEMA_VERSION } from "../../annotations/model/schema-version.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { ANNA, BRUNO, exampleProject } from "../storage/testing/example-project.ts";
import { faultyFiles } from "../storage/testing/faulty-files.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { renderExport, saveExport } from "./export-file.ts";

const text = async (...call: Parameters<typeof renderExport>) =>
  Buffer.from((await renderExport(...call)).bytes).toString();

it("renders each format with a name that every system takes", async () => {
  const { project } = await readProject(nodeFiles, await exampleProject());
  const titled = { ...project, file: { ...project.file, title: "Bridges: a/b" } };
  expect(await renderExport(titled, { format: "csv", analysts: [] })).toMatchObject({
    name: "Bridges a b.csv",
    mediaType: "text/csv",
  });
  expect(await text(titled, { format: "csv", analysts: [] })).toMatch(/^"analyst",/);
  expect(JSON.parse(await text(titled, { format: "json", analysts: [] }))).toMatchObject({
    format: "parallax-annotation-set",
    project: titled.file,
  });
  await expect(renderExport(titled, { format: "x\u001b", analysts: [] })).rejects.toThrow(
    'There is no export format "x\\u{1b}". Choose one of: json, web-annotation, ',
  );
});

it("writes all sets, or those of the analysts that are named, in the order of their ids", async () => {
  const { project } = await readProject(nodeFiles, await exampleProject());
  const { id, createdAt } = project.file;
  const sets = [BRUNO, ANNA].map(
    (analyst): AnnotationSet => ({
      schemaVersion: SCHEMA_VERSION,
      projectId: id,
      ...{ analyst, createdAt, journalThrough: 0, claims: [], marks: [], cells: [] },
    }),
  );
  const written = async (analysts: AnalystId[]) => {
    return JSON.parse(await text({ ...project, sets }, { format: "json", analysts })).sets.map(
      (set: AnnotationSet) => set.analyst.name,
    );
  };
  expect(await written([])).toEqual(["Anna", "Bruno"]);
  expect(await written([BRUNO.id, ANNA.id])).toEqual(["Anna", "Bruno"]);
  expect(await written([BRUNO.id])).toEqual(["Bruno"]);
});

it("writes whole files as open as their folder, or as what was there before", async () => {
  const folder = await temporaryFolder();
  await chmod(folder, 0o755);
  const path = join(folder, "out.csv");
  for (const [text, before, after] of [
    ["new", 0o644, 0o640],
    ["newer é", 0o640, 0o640],
  ] as const) {
    await saveExport(nodeFiles, path, text, await exampleProject());
    expect(await readFile(path, "utf8")).toBe(text);
    expect((await stat(path)).mode & 0o777).toBe(before);
    await chmod(path, after);
  }
  expect(await readdir(folder)).toEqual(["out.csv"]);
});

it("writes to the file that a link leads to", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "real.csv"), "old");
  await symlink("real.csv", join(folder, "link.csv"));
  await saveExport(nodeFiles, join(folder, "link.csv"), "new", await exampleProject());
  expect(await readlink(join(folder, "link.csv"))).toBe("real.csv");
  expect(await readFile(join(folder, "real.csv"), "utf8")).toBe("new");
});

it("refuses to write into the project, also through a link, or over what is no file", async () => {
  const folder = await temporaryFolder();
  const project = await exampleProject();
  const before = await folderContents(project);
  await symlink(project, join(folder, "link"));
  await mkdir(join(folder, "taken.csv"));
  for (const path of [
    join(project, "project.json"),
    join(project, "sources", "x.csv"),
    join(folder, "link", "x.csv"),
  ]) {
    await expect(saveExport(nodeFiles, path, "x", project)).rejects.toThrow("lies in the project's own folder");
  }
  await expect(saveExport(nodeFiles, join(folder, "taken.csv"), "x", project)).rejects.toThrow(
    "taken.csv is not a file",
  );
  await expect(saveExport(nodeFiles, "/dev/null", "x", project)).rejects.toThrow("/dev/null is not a file");
  await expect(saveExport(nodeFiles, join(folder, "none", "x.csv"), "x", project)).rejects.toMatchObject({
    code: "not-saved",
    message: expect.stringContaining("a folder on the way to it is missing"),
  });
  expect(await folderContents(project)).toEqual(before);
});

it("keeps the old file when the disk is full", async () => {
  const path = join(await temporaryFolder(), "out.csv");
  await writeFile(path, "old");
  const files = faultyFiles((call) => (call === "write" ? "ENOSPC" : undefined));
  await expect(saveExport(files, path, "new", await exampleProject())).rejects.toThrow("the disk is full");
  expect(await readFile(path, "utf8")).toBe("old");
});
