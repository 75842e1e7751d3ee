import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "../disk/files.ts";
import { sealFits } from "../disk/seal.ts";
import { ANNA, addMark, article, BRUNO, claim, exampleProject, putClaim } from "../testing/example-project.ts";
import { folderContents } from "../testing/folder-contents.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { writeProjectCopy } from "./project-copy.ts";
import { readProject } from "./project-folder.ts";
import { projectLayout } from "./project-layout.ts";
import { openProjectStore } from "./project-store.ts";

async function annotated() {
  const folder = await exampleProject();
  const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  await store.addSources([{ ...article("Third\n", { order: 2 }), original: Buffer.from("\uFEFFThird\r\n") }]);
  await store.workAs(BRUNO);
  await store.apply([putClaim(BRUNO, claim("C1"))]);
  await store.workAs(ANNA);
  const [source] = store.project.sources;
  if (!source) throw new Error("no source");
  await store.apply([addMark(ANNA, source, "the mayor")]);
  await store.close();
  return { folder, project: store.project };
}

it("is a project of its own with the same ids, sealed sets and the imported files, whose journal begins anew", async () => {
  const { folder, project } = await annotated();
  const target = join(await temporaryFolder(), "copy");
  await writeProjectCopy(nodeFiles, projectLayout(folder), project, target);
  const copy = await readProject(nodeFiles, target);
  expect(copy.project).toEqual({ ...project, sets: project.sets.map((set) => ({ ...set, journalThrough: 0 })) });
  expect([...copy.reports.values()].flat()).toEqual([]);
  for (const { id } of project.sets.map(({ analyst }) => analyst)) {
    expect(await sealFits(await readFile(join(target, "annotations", `${id}.json`)))).toBe(true);
  }
  const sources = (contents: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(contents).filter(([name]) => name.startsWith("sources/")));
  const written = await folderContents(target);
  expect(sources(written)).toEqual(sources(await folderContents(folder)));
  expect(Object.keys(written).filter((name) => /^(journal|backups|quarantine)/.test(name))).toEqual([]);
});

it("puts the text in the place of an imported file that cannot be read", async () => {
  const { folder, project } = await annotated();
  const [source] = project.sources;
  const name = `sources/${source?.id}.original.txt`;
  await rm(join(folder, name));
  const target = join(await temporaryFolder(), "copy");
  await writeProjectCopy(nodeFiles, projectLayout(folder), project, target);
  expect(await readFile(join(target, name), "utf8")).toBe(source?.text);
});
