import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { revisionOf } from "../../../annotations/commands/apply.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { nodeFiles } from "../disk/files.ts";
import { sealFits } from "../disk/seal.ts";
import { ANNA, claim, FIRST_TEXT, MOMENT, putClaim } from "../testing/example-project.ts";
import { folderContents } from "../testing/folder-contents.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { readProject } from "./project-folder.ts";
import { openProjectStore } from "./project-store.ts";

/** A project as version 1 left it when its power was cut: a claim and a mark in the set's file, as many in the journal. */
const SAVED = join(import.meta.dirname, "..", "testing", "version-1");
const SET = `annotations/${ANNA.id}.json`;

async function savedProject(): Promise<string> {
  const folder = join(await temporaryFolder(), "bridge");
  await cp(SAVED, folder, { recursive: true });
  return folder;
}

async function json(folder: string, name: string) {
  return JSON.parse(await readFile(join(folder, name), "utf8"));
}

it("shows all that a project of version 1 holds, and changes nothing by that", async () => {
  const folder = await savedProject();
  const { project, reports, newer } = await readProject(nodeFiles, folder);
  expect(project.file).toEqual({ ...(await json(SAVED, "project.json")), schemaVersion: SCHEMA_VERSION });
  expect(project.sources.map(({ text, title, outlet }) => ({ text, title, outlet }))).toEqual([
    { text: FIRST_TEXT, title: "The bridge opens", outlet: "The Post" },
  ]);
  const saved = await json(SAVED, SET);
  const lines = (await readFile(join(SAVED, "journal", ANNA.id, "00000002.jsonl"), "utf8")).trimEnd().split("\n");
  const [, putsClaim, addsMark] = lines.map((line) => JSON.parse(line.slice(9)));
  expect(project.sets).toEqual([
    {
      ...{ ...saved, schemaVersion: SCHEMA_VERSION, journalThrough: 4 },
      claims: [...saved.claims, putsClaim.command.claim],
      marks: [...saved.marks, addsMark.command.mark],
    },
  ]);
  expect([[...reports.values()].flat(), newer]).toEqual([[], null]);
  expect(await folderContents(folder)).toEqual(await folderContents(SAVED));
});

it("writes the set as the present version at the first change, and keeps the former file", async () => {
  const folder = await savedProject();
  const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  await store.workAs(ANNA);
  expect([store.access, store.reports]).toEqual([{ kind: "writable" }, []]);
  await store.apply([putClaim(ANNA, claim("C3"))]);
  await store.close();
  const set = await readFile(join(folder, SET));
  expect(await sealFits(set)).toBe(true);
  expect(JSON.parse(set.toString())).toMatchObject({ schemaVersion: SCHEMA_VERSION, journalThrough: 5 });
  const [kept = "none", ...others] = await readdir(join(folder, "backups", "annotations", ANNA.id));
  expect(others).toEqual([]);
  expect(await readFile(join(folder, "backups", "annotations", ANNA.id, kept))).toEqual(
    await readFile(join(SAVED, SET)),
  );
  expect((await readProject(nodeFiles, folder)).project).toEqual(store.project);
  // The former file is one of the versions that can be looked at.
  const again = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  await again.workAs(ANNA);
  const [version] = await again.versions();
  expect((await again.readVersion(version?.id ?? "")).claims.map(({ label }) => label)).toEqual(["C1"]);
  await again.close();
});

it("writes the shared files as the present version when they are revised", async () => {
  const folder = await savedProject();
  const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  await store.workAs(ANNA);
  const [source] = store.project.sources;
  if (!source) throw new Error("no source");
  const revision = revisionOf(store.project, { analyst: ANNA.id, at: MOMENT, sourceId: source.id });
  await store.apply([
    { kind: "revise-project", analyst: ANNA.id, at: MOMENT, title: "The new bridge" },
    { ...revision, order: 3 },
  ]);
  await store.close();
  const changes = { schemaVersion: SCHEMA_VERSION, title: "The new bridge" };
  expect(await json(folder, "project.json")).toEqual({ ...(await json(SAVED, "project.json")), ...changes });
  const record = `sources/${source.id}.json`;
  expect(await json(folder, record)).toMatchObject({ schemaVersion: SCHEMA_VERSION, order: 3 });
  for (const name of ["project.json", record]) {
    expect(await readFile(join(folder, "backups", "version-1", name))).toEqual(await readFile(join(SAVED, name)));
  }
  expect((await readProject(nodeFiles, folder)).project).toEqual(store.project);
});
