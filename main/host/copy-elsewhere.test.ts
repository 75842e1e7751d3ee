import { mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { ANNA, claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { faultyFiles } from "../storage/testing/faulty-files.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { copyElsewhere } from "./copy-elsewhere.ts";

/** A project whose disk has failed after C1, so that C2 is not on it. */
async function failed() {
  const folder = await exampleProject();
  const files = faultyFiles();
  const store = await openProjectStore(files, folder, { idleTime: 60_000, report: () => undefined });
  await store.workAs(ANNA);
  const [c1, c2] = [claim("C1"), claim("C2")];
  await store.apply([putClaim(ANNA, c1)]);
  files.interfere = (call) => (call === "syncData" ? "EIO" : undefined);
  const unsaved = [putClaim(ANNA, c2)];
  await expect(store.apply(unsaved)).rejects.toMatchObject({ code: "not-saved" });
  return { folder, store, unsaved, labels: ["C1", "C2"] };
}

it("writes all that is shown, what could not be saved included, into a new folder, and touches nothing else", async () => {
  const { folder, store, unsaved, labels } = await failed();
  const before = await folderContents(folder);
  const parent = join(await temporaryFolder(), "not", "there", "yet");
  const copy = await copyElsewhere(nodeFiles, store, unsaved, parent);
  expect(await readdir(parent)).toEqual([copy.slice(parent.length + 1)]);
  const { project } = await readProject(nodeFiles, copy);
  expect(project.file).toEqual(store.project.file);
  expect(project.sources).toEqual(store.project.sources);
  expect(project.sets.map(({ claims }) => claims.map(({ label }) => label).sort())).toEqual([labels]);
  expect(await folderContents(folder)).toEqual(before);
  const second = await copyElsewhere(nodeFiles, store, unsaved, parent);
  expect(await readdir(parent)).toHaveLength(2);
  expect((await readProject(nodeFiles, second)).project).toEqual(project);
  await store.close();
});

it("refuses a place in the project itself, also through a link, and leaves nothing there", async () => {
  const { folder, store } = await failed();
  const linked = join(await temporaryFolder(), "link");
  await nodeFiles.ensureFolder(join(folder, "copies"));
  await symlink(join(folder, "copies"), linked);
  for (const parent of [folder, join(folder, "copies"), linked]) {
    await expect(copyElsewhere(nodeFiles, store, [], parent)).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining("lies in the project itself. Choose a place outside of it."),
    });
  }
  expect(await readdir(join(folder, "copies"))).toEqual([]);
  await store.close();
});

it("says when it cannot be written there either, and leaves nothing half made", async () => {
  const { store, unsaved } = await failed();
  const parent = join(await temporaryFolder(), "other");
  await mkdir(parent);
  const files = faultyFiles((call) => (call === "write" ? "ENOSPC" : undefined));
  await expect(copyElsewhere(files, store, unsaved, parent)).rejects.toMatchObject({
    code: "not-saved",
    message: expect.stringContaining("the disk is full"),
  });
  expect(await readdir(parent)).toEqual([]);
  await store.close();
});
