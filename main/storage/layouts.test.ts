import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EMPTY_LAYOUT, type Layout } from "../../annotations/layout/layout.ts";
import { AnalystId, newId, ProjectId, SourceId } from "../../annotations/model/id.ts";
import { nodeFiles } from "./disk/files.ts";
import { rememberedLayout, withLayout } from "./layouts.ts";
import { openSettings } from "./settings.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const PROJECT = newId(ProjectId);
const ANNA = newId(AnalystId);
const SOURCE = newId(SourceId);
const WIDE: Layout = {
  order: [SOURCE],
  panes: [{ sourceId: SOURCE, state: "open", width: 1.4, at: 812 }],
  alone: null,
  linked: true,
};

it("remembers a layout for each project and analyst", async () => {
  const config = await temporaryFolder();
  const settings = await openSettings(nodeFiles, config);
  await settings.update((value) => withLayout(value, { projectId: PROJECT, analystId: ANNA, layout: WIDE }));
  const { value } = await openSettings(nodeFiles, config);
  expect(rememberedLayout(value, PROJECT, ANNA)).toEqual(WIDE);
  expect(rememberedLayout(value, PROJECT, newId(AnalystId))).toEqual(EMPTY_LAYOUT);
  expect(rememberedLayout(value, newId(ProjectId), ANNA)).toEqual(EMPTY_LAYOUT);
});

it("replaces a layout by the next one, and forgets those that were not used for long", async () => {
  let { value } = await openSettings(nodeFiles, await temporaryFolder());
  value = withLayout(value, { projectId: PROJECT, analystId: ANNA, layout: WIDE });
  value = withLayout(value, { projectId: PROJECT, analystId: ANNA, layout: EMPTY_LAYOUT });
  expect(value.layouts).toHaveLength(1);
  for (let i = 0; i < 60; i++)
    value = withLayout(value, { projectId: newId(ProjectId), analystId: ANNA, layout: WIDE });
  expect(value.layouts).toHaveLength(50);
  expect(rememberedLayout(value, PROJECT, ANNA)).toEqual(EMPTY_LAYOUT);
});

it.each([
  "nonsense",
  { 0: 1 },
  [null, 7, { projectId: PROJECT }],
  [{ projectId: PROJECT, analystId: ANNA, layout: { ...WIDE, panes: [{ sourceId: SOURCE, width: -1 }] } }],
])("begins anew after %j, and the other settings stay", async (layouts) => {
  const config = await temporaryFolder();
  const first = (await openSettings(nodeFiles, config)).value;
  const path = join(config, "settings.json");
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, "utf8")), layouts }));
  const { value, update } = await openSettings(nodeFiles, config);
  expect(value.analyst).toEqual(first.analyst);
  expect(rememberedLayout(value, PROJECT, ANNA)).toEqual(EMPTY_LAYOUT);
  await update((settings) => withLayout(settings, { projectId: PROJECT, analystId: ANNA, layout: WIDE }));
  expect(rememberedLayout((await openSettings(nodeFiles, config)).value, PROJECT, ANNA)).toEqual(WIDE);
  expect(await readdir(config)).toEqual(["settings.json"]);
});
