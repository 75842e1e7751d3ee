import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptySet } from "../../../annotations/model/annotation-set.ts";
import { AnalystId } from "../../../annotations/model/id.ts";
import { nodeFiles } from "../disk/files.ts";
import { sealedJson } from "../disk/seal.ts";
import { readProject } from "../project/project-folder.ts";
import { projectLayout } from "../project/project-layout.ts";
import { openProjectStore } from "../project/project-store.ts";
import { ANNA, BRUNO, claim, exampleProject, putClaim } from "../testing/example-project.ts";
import { faultyFiles } from "../testing/faulty-files.ts";
import { listSets, readSet, setSignature } from "./set-reading.ts";

/** A project with claims of Anna's: C1 in the set's file, C2 in the journal, whose program is still at work. */
async function working() {
  const folder = await exampleProject();
  const [c1, c2] = [claim("C1"), claim("C2")];
  const first = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  await first.workAs(ANNA);
  await first.apply([putClaim(ANNA, c1)]);
  await first.close();
  const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  await store.workAs(ANNA);
  await store.apply([putClaim(ANNA, c2)]);
  const { file, sources } = store.project;
  return { folder, store, layout: projectLayout(folder), project: { file, sources }, c1, c2 };
}

it("reads the snapshot and what the journal has beyond it", async () => {
  const { store, layout, project } = await working();
  expect(await readSet(nodeFiles, layout, project, ANNA.id)).toMatchObject({
    set: store.project.sets[0],
    file: { kind: "good", set: { journalThrough: 1 } },
    base: { kind: "snapshot" },
    journal: { lastSeq: 2, flaws: [] },
    faults: [],
    signature: (await setSignature(nodeFiles, layout, ANNA.id)).all,
  });
  await store.close();
});

it("reads a whole set while another window puts the journal into the snapshot and removes it", async () => {
  const { folder, store, layout, project } = await working();
  const set = join(folder, "annotations", `${ANNA.id}.json`);
  const folded = Buffer.concat([...sealedJson({ ...store.project.sets[0] })]);
  const files = faultyFiles();
  files.interfere = (call, path) => {
    // After the snapshot was read and before the journal is.
    if (call !== "list" || !path.endsWith(ANNA.id) || !files.log.includes(`read ${ANNA.id}.json`)) return undefined;
    files.interfere = () => undefined;
    writeFileSync(`${set}.new`, folded);
    renameSync(`${set}.new`, set);
    for (const number of ["00000001", "00000002"]) unlinkSync(join(folder, "journal", ANNA.id, `${number}.jsonl`));
    return undefined;
  };
  const read = await readSet(files, layout, project, ANNA.id);
  expect(read?.set).toEqual(store.project.sets[0]);
  expect(read?.journal.flaws).toEqual([]);
});

it("says that it has not seen everything while the set is written all the time", async () => {
  const { folder, store, layout, project } = await working();
  const set = join(folder, "annotations", `${ANNA.id}.json`);
  const bytes = readFileSync(set);
  const files = faultyFiles((call, path) => {
    if (call === "read" && path === set) {
      writeFileSync(`${set}.new`, bytes);
      renameSync(`${set}.new`, set);
    }
    return undefined;
  });
  const read = await readSet(files, layout, project, ANNA.id);
  expect(read?.signature).toBe("");
  expect(read?.set).toEqual(store.project.sets[0]);
  await store.close();
});

it("finds every analyst of whom there is a file, a journal or a backup, and nobody else", async () => {
  const { folder, layout, store } = await working();
  await store.close();
  const other = AnalystId.parse("0c3c0000-0000-4000-8000-000000000003");
  for (const name of [`journal/${BRUNO.id}`, `backups/annotations/${other}`, "journal/notes"]) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await writeFile(join(folder, "annotations", "notes.json"), "{}");
  linkSync(join(folder, "annotations", `${ANNA.id}.json`), join(folder, "annotations", `${ANNA.id} (1).json`));
  expect(await listSets(nodeFiles, layout)).toEqual([ANNA.id, BRUNO.id, other]);
  // Folders without anything in them are no sets.
  const { project, reports } = await readProject(nodeFiles, folder);
  expect(project.sets.map(({ analyst }) => analyst)).toEqual([ANNA]);
  expect([...reports.values()].flat()).toEqual([]);
});

it("begins an empty set for an analyst of whom there is nothing, when one is named", async () => {
  const { store, layout, project } = await working();
  await store.close();
  expect(await readSet(nodeFiles, layout, project, BRUNO.id)).toBeNull();
  const read = await readSet(nodeFiles, layout, project, BRUNO.id, BRUNO);
  const empty = { ...emptySet(project.file.id, BRUNO), createdAt: expect.any(String) };
  expect(read).toMatchObject({ set: empty, file: { kind: "missing" }, base: { kind: "journal" }, faults: [] });
});

it("keeps the name of an analyst of whom only the journal is left", async () => {
  const { folder, store, layout, project, c1, c2 } = await working();
  unlinkSync(join(folder, "annotations", `${ANNA.id}.json`));
  const read = await readSet(nodeFiles, layout, project, ANNA.id);
  expect(read).toMatchObject({ set: { analyst: ANNA, journalThrough: 2 }, base: { kind: "journal" } });
  expect(read?.set.claims.map(({ id }) => id).sort()).toEqual([c1.id, c2.id].sort());
  await store.close();
});
