import { expect, it } from "vitest";
import { nodeFiles } from "../storage/disk/files.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { ANNA, BRUNO, claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
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
