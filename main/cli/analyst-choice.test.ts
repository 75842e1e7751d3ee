import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "../storage/disk/files.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { ANNA, BRUNO, claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { nameAmong } from "./analyst-choice.ts";
import { parallax } from "./testing/captured-run.ts";

const OTHER_ANNA = { ...BRUNO, name: ANNA.name };

it("shows the id beside a name that several have", () => {
  expect(nameAmong(ANNA, [ANNA, BRUNO])).toBe("Anna");
  expect(nameAmong(ANNA, [ANNA, OTHER_ANNA])).toBe(`Anna (${ANNA.id})`);
});

it("tells analysts of one name apart where one of them has to be chosen", async () => {
  const folder = await exampleProject();
  for (const analyst of [ANNA, OTHER_ANNA]) {
    const store = await openProjectStore(nodeFiles, folder);
    await store.workAs(analyst);
    await store.apply([putClaim(analyst, claim("C1"))]);
    await store.close();
  }
  const [first, second] = [ANNA, OTHER_ANNA].map(({ name, id }) => `${name} (${id})`);
  expect((await parallax("versions", folder)).err).toBe(
    `Several analysts work on this project: ${first}, ${second}. Choose one with --analyst.\n`,
  );
  expect((await parallax("matrix", folder)).err).toBe(`As ${first} sees it; --analyst chooses another: ${second}.\n`);
  expect(await parallax("versions", folder, "--analyst", OTHER_ANNA.id)).toMatchObject({ code: 0 });
});

it("takes the set that the project calls the adjudicated layer, and says so where there is none", async () => {
  const sample = join(import.meta.dirname, "../../annotations/sample");
  const none = await parallax("matrix", sample, "--adjudicated");
  expect([none.code, none.out]).toEqual([1, ""]);
  expect(none.err).toContain("This project has no adjudicated layer yet.");
  const nothing = await parallax("export", sample, "--format", "json", "--adjudicated");
  expect([nothing.code, nothing.out, nothing.err]).toEqual([1, "", none.err]);
  const both = await parallax("matrix", sample, "--adjudicated", "--analyst", "Ada Okafor");
  expect([both.code, both.err]).toEqual([2, expect.stringContaining("give one of them")]);

  const folder = join(await temporaryFolder(), "project");
  await cp(sample, folder, { recursive: true });
  const file = join(folder, "project.json");
  const project = JSON.parse(await readFile(file, "utf8"));
  const { analysts } = JSON.parse((await parallax("agreement", folder, "--json")).out);
  const adjudicator = analysts[1].id;
  await writeFile(file, JSON.stringify({ ...project, settings: { ...project.settings, adjudicator } }));
  const named = await parallax("matrix", folder, "--analyst", analysts[1].name, "--json");
  expect(await parallax("matrix", folder, "--adjudicated", "--json")).toEqual(named);
  const written = ["--format", "json"] as const;
  expect(await parallax("export", folder, ...written, "--adjudicated")).toEqual(
    await parallax("export", folder, ...written, "--analyst", adjudicator),
  );
  const alone = await parallax("agreement", folder);
  expect([alone.code, alone.err]).toEqual([1, expect.stringContaining("only one analyst has marked anything")]);
});
