import { cp, mkdir, readdir, rename, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { readProject } from "../project/project-folder.ts";
import { openProjectStore } from "../project/project-store.ts";
import { ANNA, claim, exampleProject, putClaim } from "../testing/example-project.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { nodeFiles } from "./files.ts";

it.each(["sources", "annotations", "journal", `journal/${ANNA.id}`, "backups", "backups/annotations", "quarantine"])(
  "opens no project for writing whose %s is a link that leads out of it",
  async (name) => {
    const folder = await exampleProject();
    const outside = join(await temporaryFolder(), "outside");
    await mkdir(join(folder, name), { recursive: true });
    await cp(join(folder, name), outside, { recursive: true });
    const before = await readdir(outside);
    await rm(join(folder, name), { recursive: true });
    await symlink(outside, join(folder, name));
    await expect(openProjectStore(nodeFiles, folder)).rejects.toThrow(
      `bridge/${name} is a link that leads out of the project. Nothing was changed; put what it leads to in its place and open the project again.`,
    );
    expect(await readdir(outside)).toEqual(before);
  },
);

it("opens a project that is met through a link, or whose folders are links inside of it", async () => {
  const folder = await exampleProject();
  await rename(join(folder, "sources"), join(folder, "texts"));
  await symlink("texts", join(folder, "sources"));
  const link = join(dirname(folder), "link");
  await symlink(folder, link);
  const store = await openProjectStore(nodeFiles, link);
  await store.workAs(ANNA);
  await store.apply([putClaim(ANNA, claim("C1"))]);
  await store.close();
  expect((await readProject(nodeFiles, folder)).project).toEqual(store.project);
});

it("saves nothing through a journal that is a link that leads nowhere", async () => {
  const folder = await exampleProject();
  await symlink(join(await temporaryFolder(), "none"), join(folder, "journal"));
  const store = await openProjectStore(nodeFiles, folder);
  await store.workAs(ANNA);
  await expect(store.apply([putClaim(ANNA, claim("C1"))])).rejects.toThrow("could not be saved");
});
