import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Preferences } from "../../annotations/api/contract.ts";
import { nodeFiles } from "./disk/files.ts";
import { rememberedPreferences, withPreferences } from "./preferences.ts";
import { openSettings } from "./settings.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const PLAIN: Preferences = { theme: "dark", showBoilerplate: true, textSize: 17 };
const CHOSEN: Preferences = { ...PLAIN, keys: { "mark.split": ["X"], "mark.merge": [] }, usedActions: ["mark.split"] };

async function stored(config: string, change: Record<string, unknown>): Promise<Preferences> {
  const file = join(config, "settings.json");
  const settings: Record<string, unknown> = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...settings, ...change }));
  return rememberedPreferences((await openSettings(nodeFiles, config)).value);
}

async function chosen(preferences: Preferences): Promise<string> {
  const config = await temporaryFolder();
  const settings = await openSettings(nodeFiles, config);
  await settings.update((value) => withPreferences(value, preferences));
  return config;
}

it("remembers changed keys and what was used", async () => {
  expect(await stored(await chosen(CHOSEN), {})).toEqual(CHOSEN);
  expect(await stored(await chosen(PLAIN), {})).toEqual(PLAIN);
});

it("keeps them beside the other preferences, which an older version reads as before", async () => {
  const { value } = await openSettings(nodeFiles, await chosen(CHOSEN));
  expect(value.preferences).toEqual(PLAIN);
});

it("leaves out what is damaged, and nothing else", async () => {
  const config = await chosen(CHOSEN);
  const keys = { "mark.split": ["X"], "mark.merge": "J", "mark.voice": [7], "": ["Y"] };
  expect(await stored(config, { keys, usedActions: ["mark.voice", 4, null] })).toEqual({
    ...PLAIN,
    keys: { "mark.split": ["X"] },
    usedActions: ["mark.voice"],
  });
  expect(await stored(config, { keys: 3, usedActions: "all" })).toEqual({ ...PLAIN, keys: {}, usedActions: [] });
});
