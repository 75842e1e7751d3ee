import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newId, ProjectId } from "../../annotations/model/id.ts";
import { nodeFiles } from "./disk/files.ts";
import { openSettings, withRecent } from "./settings.ts";
import { BRUNO } from "./testing/example-project.ts";
import { faultyFiles } from "./testing/faulty-files.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

it("makes an analyst at the first start and remembers them", async () => {
  const config = join(await temporaryFolder(), "deep", "config");
  const first = (await openSettings(nodeFiles, config)).value;
  expect(first).toMatchObject({
    analyst: { name: expect.stringMatching(/./) },
    recent: [],
    window: null,
    preferences: { theme: "system", showBoilerplate: true, textSize: 15 },
  });
  expect((await openSettings(nodeFiles, config)).value).toEqual(first);
});

it("remembers what was changed, and what another window has changed meanwhile", async () => {
  const config = await temporaryFolder();
  const project = newId(ProjectId);
  const one = await openSettings(nodeFiles, config);
  const other = await openSettings(nodeFiles, config);
  await one.update((settings) => ({ ...settings, analysts: { ...settings.analysts, [project]: BRUNO } }));
  await other.update((settings) => withRecent(settings, { folder: "/a", title: "A" }));
  const { value } = await openSettings(nodeFiles, config);
  expect(value).toEqual({ ...one.value, recent: [{ folder: "/a", title: "A" }] });
  expect(value.analysts[project]).toEqual(BRUNO);
});

it("keeps the last ten projects, each once", async () => {
  let { value } = await openSettings(nodeFiles, await temporaryFolder());
  for (let i = 1; i <= 12; i++) value = withRecent(value, { folder: `/${i}`, title: String(i) });
  value = withRecent(value, { folder: "/5", title: "five" });
  expect(value.recent.map(({ title }) => title)).toEqual(["five", "12", "11", "10", "9", "8", "7", "6", "4", "3"]);
});

it.each(["", "{", '{"schemaVersion":1}', '{"schemaVersion":99}'])(
  "starts from defaults after %j and keeps it",
  async (bad) => {
    const config = await temporaryFolder();
    await writeFile(join(config, "settings.json"), bad);
    const reported: unknown[] = [];
    const { value, update } = await openSettings(nodeFiles, config, (error) => reported.push(error));
    expect(value.recent).toEqual([]);
    expect(reported).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(
          /^settings\.json .* It is kept as settings\.damaged-.*\.json, and Parallax began/,
        ),
      }),
    ]);
    const names = (await readdir(config)).sort();
    expect(names).toEqual([expect.stringMatching(/^settings\.damaged-[\dTZ-]+\.json$/), "settings.json"]);
    expect(await readFile(join(config, names[0] ?? ""), "utf8")).toBe(bad);
    await update((settings) => withRecent(settings, { folder: "/a", title: "A" }));
    expect((await openSettings(nodeFiles, config)).value.analyst).toEqual(value.analyst);
  },
);

it("keeps who the person is where damaged settings still tell", async () => {
  const config = await temporaryFolder();
  const { value } = await openSettings(nodeFiles, config);
  await writeFile(join(config, "settings.json"), JSON.stringify({ ...value, recent: "none", analysts: 7 }));
  const again = await openSettings(nodeFiles, config, () => {});
  expect([again.value.analyst, again.value.analysts, again.value.recent]).toEqual([value.analyst, {}, []]);
});

it("works where nothing can be written, and says so", async () => {
  const files = faultyFiles((call) => (call === "ensureFolder" ? "EROFS" : undefined));
  const reported: unknown[] = [];
  const settings = await openSettings(files, "/nowhere/at/all", (error) => reported.push(error));
  expect(reported).toEqual([expect.objectContaining({ code: "not-saved" })]);
  const before = settings.value;
  await expect(settings.update((value) => ({ ...value, window: null }))).rejects.toMatchObject({
    message: "settings.json could not be saved: the disk is read-only. Nothing was changed. Choose another place.",
  });
  expect(settings.value).toBe(before);
});

it("does not take settings for damaged that cannot be read at the moment", async () => {
  const config = await temporaryFolder();
  await openSettings(nodeFiles, config);
  const before = await readFile(join(config, "settings.json"));
  const reported: unknown[] = [];
  const files = faultyFiles((call) => (call === "read" ? "EIO" : undefined));
  await openSettings(files, config, (error) => reported.push(error));
  expect(reported).toHaveLength(1);
  expect(await readdir(config)).toEqual(["settings.json"]);
  expect(await readFile(join(config, "settings.json"))).toEqual(before);
});
