import { chmod, link, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { type Files, nodeFiles } from "../disk/files.ts";
import { sealedJson, sealFits } from "../disk/seal.ts";
import { projectLayout } from "../project/project-layout.ts";
import { PROJECT_ID } from "../testing/example-journal.ts";
import { ANNA, claim, MOMENT } from "../testing/example-project.ts";
import { faultyFiles } from "../testing/faulty-files.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { signatureOf } from "./set-file.ts";
import { snapshotFile } from "./snapshot-file.ts";

const EMPTY: AnnotationSet = {
  ...{ schemaVersion: SCHEMA_VERSION, projectId: PROJECT_ID, analyst: ANNA, createdAt: MOMENT },
  ...{ journalThrough: 0, claims: [], marks: [], cells: [] },
};
const FULL: AnnotationSet = { ...EMPTY, journalThrough: 1, claims: [claim("C1")] };

/** A snapshot's file with the empty set in it, read by whoever writes it now. */
async function written(files: Files = nodeFiles) {
  const layout = projectLayout(join(await temporaryFolder(), "bridge"));
  const place = layout.set(ANNA.id);
  await mkdir(dirname(place.path), { recursive: true });
  await writeFile(place.path, sealed(EMPTY));
  const told: string[] = [];
  const snapshot = snapshotFile(files, place, signatureOf(await nodeFiles.facts(place.path)), {
    next: async () => {},
    former: async () => void told.push("former"),
    foreign: async () => void told.push("foreign"),
  });
  return { place, told, snapshot, names: () => readdir(dirname(place.path)) };
}

function sealed(set: AnnotationSet): Buffer {
  return Buffer.concat([...sealedJson(set)]);
}

it("has all of the new file on the disk before the former one is kept and replaced", async () => {
  const files = faultyFiles();
  const { place, told, snapshot, names } = await written(files);
  await snapshot.write(FULL);
  expect(await readFile(place.path)).toEqual(sealed(FULL));
  expect(await sealFits(await readFile(place.path))).toBe(true);
  expect([told, await snapshot.isOurs(), await names()]).toEqual([["former"], true, [`${ANNA.id}.json`]]);
  const calls = files.log.map((call) => call.replace(/\.parallax-.*\.tmp/, "<temporary>"));
  expect([...new Set(calls.filter((call) => !call.startsWith("facts")))]).toEqual([
    ...["create <temporary>", "write <temporary>", "setMode <temporary>", "sync <temporary>"],
    ...[`rename ${ANNA.id}.json`, "syncFolder annotations"],
  ]);
});

it("leaves the permissions as they were", async () => {
  const { place, snapshot } = await written();
  await chmod(place.path, 0o640);
  await snapshot.write(FULL);
  expect((await stat(place.path)).mode & 0o777).toBe(0o640);
});

it("tells apart what was written here and what somebody else wrote", async () => {
  const { place, told, snapshot } = await written();
  await snapshot.write(FULL);
  await writeFile(place.path, "theirs");
  expect(await snapshot.isOurs()).toBe(false);
  await snapshot.write(FULL);
  expect([told, await snapshot.isOurs()]).toEqual([["former", "foreign"], true]);
});

it.each(["create", "write", "setMode", "sync", "rename"] as const)(
  "leaves the former file when %s fails",
  async (broken) => {
    const files = faultyFiles();
    const { place, snapshot, names } = await written(files);
    files.interfere = (call) => (call === broken ? "ENOSPC" : undefined);
    await expect(snapshot.write(FULL)).rejects.toMatchObject({
      code: "not-saved",
      message: expect.stringContaining(`bridge/annotations/${ANNA.id}.json could not be saved: the disk is full.`),
    });
    expect([await readFile(place.path), await names()]).toEqual([sealed(EMPTY), [`${ANNA.id}.json`]]);
    files.interfere = () => undefined;
    await snapshot.write(FULL);
    expect(await readFile(place.path)).toEqual(sealed(FULL));
  },
);

it.each([
  ["before", false],
  ["after", true],
])("takes the file for its own again after a failure %s the rename", async (_, isAfter) => {
  const files = faultyFiles();
  const { place, told, snapshot } = await written(files);
  files.interfere = (call) => (call === (isAfter ? "syncFolder" : "rename") ? "EIO" : undefined);
  await expect(snapshot.write(FULL)).rejects.toMatchObject({ code: "not-saved" });
  files.interfere = () => undefined;
  expect(await readFile(place.path)).toEqual(sealed(isAfter ? FULL : EMPTY));
  expect(await snapshot.isOurs()).toBe(true);
  await snapshot.write(FULL);
  expect(told).toEqual(["former", "former"]);
});

it("writes nothing when the former file cannot be kept", async () => {
  const { place, names } = await written();
  const snapshot = snapshotFile(nodeFiles, place, null, {
    next: async () => {},
    former: async () => undefined,
    foreign: async () => {
      throw Object.assign(new Error("no room"), { code: "ENOSPC", syscall: "link" });
    },
  });
  await expect(snapshot.write(FULL)).rejects.toMatchObject({ code: "not-saved" });
  expect([await readFile(place.path), await names()]).toEqual([sealed(EMPTY), [`${ANNA.id}.json`]]);
});

it("does not write through a further name of the former file", async () => {
  const { place, snapshot } = await written();
  await link(place.path, `${place.path}.kept`);
  await snapshot.write(FULL);
  expect(await readFile(`${place.path}.kept`)).toEqual(sealed(EMPTY));
});
