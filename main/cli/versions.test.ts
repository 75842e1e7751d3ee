import { expect, it } from "vitest";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { ANNA, BRUNO, claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { parallax } from "./testing/captured-run.ts";

/** A project in which Anna made C1 in a first session, and C2 and C3 in a second one. */
async function twoSessions(): Promise<string> {
  const folder = await exampleProject();
  for (const labels of [["C1"], ["C2", "C3"]]) {
    const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
    await store.workAs(ANNA);
    await store.apply(labels.map((label) => putClaim(ANNA, claim(label))));
    await store.close();
  }
  return folder;
}

async function labels(folder: string): Promise<readonly (string | undefined)[]> {
  const [set] = (await readProject(nodeFiles, folder)).project.sets;
  return (set?.claims ?? []).map(({ label }) => label).sort();
}

it("lists the backups, and goes back to one by its time or its file, and forth again", async () => {
  const folder = await twoSessions();
  const listed = await parallax("versions", folder, "--json");
  const { analyst, versions } = JSON.parse(listed.out);
  expect([analyst, versions]).toEqual([
    ANNA,
    [
      {
        id: expect.stringContaining("1-claims"),
        kind: "backup",
        at: expect.any(String),
        contents: { marks: 0, claims: 1, cells: 0 },
      },
    ],
  ]);
  const [before] = versions;
  expect((await parallax("versions", folder)).out).toBe(
    `${before.at}  backup  0 marks, 1 claims, 0 cells  ${before.id}\n`,
  );

  expect(await parallax("restore", folder, before.at)).toEqual({
    code: 0,
    out: "2 claims went. What was there before is kept as a backup.\n",
    err: "",
  });
  expect(await labels(folder)).toEqual(["C1"]);
  const after = JSON.parse((await parallax("versions", folder, "--json")).out).versions;
  const full = after.find(({ contents }: { contents: { claims: number } }) => contents.claims === 3);
  expect((await parallax("restore", folder, full.id)).out).toMatch(/^2 claims came back\. /);
  expect(await labels(folder)).toEqual(["C1", "C2", "C3"]);
});

it("restores nothing while another program has the marks, and says so", async () => {
  const folder = await twoSessions();
  const [{ id }] = JSON.parse((await parallax("versions", folder, "--json")).out).versions;
  const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  await store.workAs(ANNA);
  expect(await parallax("restore", folder, id)).toEqual({
    code: 1,
    out: "",
    err: expect.stringContaining("are open in another window of Parallax on this computer"),
  });
  await store.close();
  expect(await labels(folder)).toEqual(["C1", "C2", "C3"]);
});

it("asks whose marks are meant where there are several analysts, and refuses versions that are not there", async () => {
  const folder = await twoSessions();
  const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  await store.workAs(BRUNO);
  await store.apply([putClaim(BRUNO, claim("C4"))]);
  await store.close();
  expect((await parallax("versions", folder)).err).toBe(
    "Several analysts work on this project: Anna, Bruno. Choose one with --analyst.\n",
  );
  expect(await parallax("versions", folder, "--analyst", "Bruno")).toMatchObject({
    code: 0,
    out: "There are no other versions yet.\n",
  });
  for (const version of ["../../project.json", "sources", "2020"]) {
    expect(await parallax("restore", folder, version, "--analyst", "Anna")).toMatchObject({
      code: 1,
      err: "This version is not there any more. Look at the list again.\n",
    });
  }
});
