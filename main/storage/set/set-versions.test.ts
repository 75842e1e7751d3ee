import { readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { SetVersion } from "../../../annotations/api/set-version.ts";
import { nodeFiles } from "../disk/files.ts";
import { openProjectStore, type ProjectStore } from "../project/project-store.ts";
import { ANNA, claim, exampleProject, putClaim } from "../testing/example-project.ts";

const MINUTE = 60_000;

function setFile(folder: string): string {
  return join(folder, "annotations", `${ANNA.id}.json`);
}

function backupsIn(folder: string): Promise<string[]> {
  return readdir(join(folder, "backups", "annotations", ANNA.id)).catch(() => []);
}

/** Opens the project, carries something out as Anna, and closes it. */
async function session(folder: string, work: (store: ProjectStore) => Promise<void>, backupEvery = 30 * MINUTE) {
  const store = await openProjectStore(nodeFiles, folder, { idleTime: MINUTE, backupEvery });
  await store.workAs(ANNA);
  await work(store);
  await store.close();
}

function putting(label: string) {
  return (store: ProjectStore) => store.apply([putClaim(ANNA, claim(label))]);
}

/** Lets the set's file be so many minutes old. */
async function aged(folder: string, minutes: number): Promise<Date> {
  // Whole seconds, as the file system may round what is finer.
  const time = new Date(Math.floor(Date.now() / 1_000) * 1_000 - minutes * MINUTE);
  await utimes(setFile(folder), time, time);
  return time;
}

function contents({ contents: has }: SetVersion): number | undefined {
  return has?.claims;
}

it("keeps a former version at most every thirty minutes, under a name that says what it contains", async () => {
  const folder = await exampleProject();
  await session(folder, putting("C1"));
  expect(await backupsIn(folder)).toEqual([]);
  const first = await aged(folder, 40);
  const former = await readFile(setFile(folder));
  await session(folder, putting("C2"));
  const name = `${first.toISOString().replaceAll(":", "-")}.1-changes.0-marks.1-claims.0-cells.json`;
  expect(await backupsIn(folder)).toEqual([name]);
  expect(await readFile(join(folder, "backups", "annotations", ANNA.id, name))).toEqual(former);
  await aged(folder, 11);
  await session(folder, putting("C3"));
  expect(await backupsIn(folder)).toEqual([name]);
  await aged(folder, 10);
  await session(folder, putting("C4"));
  expect(await backupsIn(folder)).toHaveLength(2);
});

it("keeps nothing when nothing has changed", async () => {
  const folder = await exampleProject();
  await session(folder, putting("C1"), 0);
  const before = await readFile(setFile(folder));
  for (const work of [async () => undefined, async (store: ProjectStore) => void (await store.lookAround())]) {
    await session(folder, work, 0);
  }
  expect(await backupsIn(folder)).toEqual([]);
  expect(await readFile(setFile(folder))).toEqual(before);
});

it("lists former versions, the latest first, and reads each as it was", async () => {
  const folder = await exampleProject();
  for (const [i, label] of ["C1", "C2", "C3"].entries()) {
    await session(folder, putting(label), 0);
    await aged(folder, 30 - i);
  }
  await session(folder, async (store) => {
    const versions = await store.versions();
    expect(versions.map(({ id, kind }) => [id.replace(/\/[^/]*$/, ""), kind])).toEqual(
      [1, 2].map(() => [`backups/annotations/${ANNA.id}`, "backup"]),
    );
    expect(versions.map(contents)).toEqual([2, 1]);
    expect(
      versions
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    ).toEqual(versions.map(({ at }) => at));
    const read = await Promise.all(versions.map(({ id }) => store.readVersion(id)));
    expect(read.map(({ claims }) => claims.map(({ label }) => label).sort())).toEqual([["C1", "C2"], ["C1"]]);
    await expect(store.settleVersion(versions[0]?.id ?? "")).rejects.toMatchObject({ code: "refused" });
  });
});

it("keeps the present version once an earlier one was looked at, so that going back to it is undoable", async () => {
  const folder = await exampleProject();
  await session(folder, putting("C1"), 0);
  await session(folder, putting("C2"), 0);
  await session(folder, async (store) => {
    await store.apply([putClaim(ANNA, claim("C3"))]);
    const [version] = await store.versions();
    const former = await store.readVersion(version?.id ?? "");
    const gone = store.project.sets[0]?.claims.filter(({ id }) => !former.claims.some((kept) => kept.id === id)) ?? [];
    expect(gone.map(({ label }) => label).sort()).toEqual(["C2", "C3"]);
    await store.apply(
      gone.map(({ id: claimId, createdAt: at }) => ({ kind: "drop-claim", analyst: ANNA.id, at, claimId })),
    );
  });
  await session(folder, async (store) => {
    expect(store.project.sets[0]?.claims.map(({ label }) => label)).toEqual(["C1"]);
    const [latest] = await store.versions();
    const before = await store.readVersion(latest?.id ?? "");
    expect(before.claims.map(({ label }) => label).sort()).toEqual(["C1", "C2", "C3"]);
  });
});

it("puts a set together again from the latest backup and the journal when its file is gone or damaged", async () => {
  const folder = await exampleProject();
  for (const label of ["C1", "C2", "C3"]) await session(folder, putting(label), 0);
  expect(await readdir(join(folder, "journal", ANNA.id))).not.toContain("00000001.jsonl");
  await rm(setFile(folder));
  const [, latest] = await backupsIn(folder);
  await session(folder, async (store) => {
    expect(store.project.sets[0]?.claims.map(({ label }) => label).sort()).toEqual(["C1", "C2", "C3"]);
    expect(store.reports).toEqual([
      {
        file: `bridge/annotations/${ANNA.id}.json`,
        kind: "restored",
        message: expect.stringContaining(`put together again from bridge/backups/annotations/${ANNA.id}/${latest}`),
      },
    ]);
  });
  await session(folder, async (store) => {
    expect(store.reports).toEqual([]);
    expect(store.project.sets[0]?.claims.map(({ label }) => label).sort()).toEqual(["C1", "C2", "C3"]);
  });
});

it("passes over a backup that is damaged, and uses the one before it", async () => {
  const folder = await exampleProject();
  for (const label of ["C1", "C2", "C3"]) await session(folder, putting(label), 0);
  const [, latest = ""] = await backupsIn(folder);
  await writeFile(join(folder, "backups", "annotations", ANNA.id, latest), "{");
  await rm(setFile(folder));
  await session(folder, async (store) => {
    expect(store.project.sets[0]?.claims.map(({ label }) => label).sort()).toEqual(["C1", "C2", "C3"]);
  });
});
