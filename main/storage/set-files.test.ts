import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "./files.ts";
import { readProject } from "./project-folder.ts";
import { openProjectStore } from "./project-store.ts";
import { ANNA, claim, exampleProject, putClaim } from "./testing/example-project.ts";
import { faultyFiles } from "./testing/faulty-files.ts";

it("reads a whole set while another window folds its journal", async () => {
  const folder = await exampleProject();
  const store = await openProjectStore(nodeFiles, folder);
  await store.workAs(ANNA);
  const c1 = claim("C1");
  await store.apply([putClaim(ANNA, c1)]);
  const set = join(folder, "annotations", `${ANNA.id}.json`);
  const segment = join(folder, "journal", ANNA.id, "00000001.jsonl");
  const files = faultyFiles();
  files.interfere = (call, path) => {
    if (
      call !== "list" ||
      !path.endsWith(ANNA.id) ||
      files.log.filter((line) => line === `read ${ANNA.id}.json`).length === 0
    ) {
      return undefined;
    }
    files.interfere = () => undefined;
    writeFileSync(set, JSON.stringify({ ...JSON.parse(readFileSync(set, "utf8")), claims: [c1], journalThrough: 1 }));
    unlinkSync(segment);
    return undefined;
  };
  expect((await readProject(files, folder)).project.sets).toMatchObject([{ claims: [c1], journalThrough: 1 }]);
});

it("begins no set over one that has appeared meanwhile", async () => {
  const folder = await exampleProject();
  const [first, second] = [await openProjectStore(nodeFiles, folder), await openProjectStore(nodeFiles, folder)];
  for (const store of [first, second]) await store.workAs(ANNA);
  await first.apply([putClaim(ANNA, claim("C1"))]);
  await first.close();
  const set = join(folder, "annotations", `${ANNA.id}.json`);
  const before = await readFile(set);
  await expect(second.apply([putClaim(ANNA, claim("C2"))])).rejects.toMatchObject({
    code: "not-saved",
    message: expect.stringContaining("was changed by somebody else since Parallax read it"),
  });
  await second.close();
  expect(await readFile(set)).toEqual(before);
  expect(await readdir(join(folder, "journal", ANNA.id))).toEqual([]);
});
