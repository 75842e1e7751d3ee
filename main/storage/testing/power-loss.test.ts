import { expect, it } from "vitest";
import type { Files } from "../disk/files.ts";
import { type MemoryFiles, memoryFiles } from "./memory-files.ts";
import { diskOf } from "./power-loss.ts";
import { seededRandom } from "./seeded-random.ts";

/** Everything under a folder, by path; folders end in a slash. */
async function contents(files: Files, folder = "/"): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const name of await files.list(folder)) {
    const path = `${folder}${name}`;
    if ((await files.facts(path))?.kind === "folder") {
      found[`${path}/`] = "";
      Object.assign(found, await contents(files, `${path}/`));
    } else found[path] = Buffer.from(await files.read(path)).toString("latin1");
  }
  return found;
}

async function put(files: Files, path: string, text: string, ...syncs: ("sync" | "syncData")[]): Promise<void> {
  const file = await files.create(path, 0o600);
  await file.write(Buffer.from(text), 0);
  for (const sync of syncs) await file[sync]();
  await file.close();
}

/** Every state that many power cuts at the end of a log leave, each once, as sorted JSON. */
async function statesAfter(files: MemoryFiles): Promise<readonly string[]> {
  const disk = diskOf();
  for (const operation of files.log) disk.arrive(operation);
  const found = new Set<string>();
  const states = disk.statesAfterPowerLoss(seededRandom(1));
  for (let i = 0; i < 500; i++) found.add(JSON.stringify(await contents(states.next().value)));
  return [...found].sort();
}

function states(...contents: readonly Readonly<Record<string, string>>[]): readonly string[] {
  return contents.map((state) => JSON.stringify(state)).sort();
}

it("keeps what was synced, both the bytes and the names", async () => {
  const files = memoryFiles();
  await files.createFolder("/f");
  await files.syncFolder("/");
  await put(files, "/f/a", "text", "syncData");
  await files.syncFolder("/f");
  expect(await statesAfter(files)).toEqual(states({ "/f/": "", "/f/a": "text" }));
});

it("does not take a name for safe because the file was synced", async () => {
  const files = memoryFiles();
  await put(files, "/a", "text", "sync");
  expect(await statesAfter(files)).toEqual(states({}, { "/a": "text" }));
});

it("loses all in a folder whose own name was not synced", async () => {
  const files = memoryFiles();
  await files.createFolder("/f");
  await put(files, "/f/a", "text", "sync");
  await files.syncFolder("/f");
  expect(await statesAfter(files)).toEqual(states({}, { "/f/": "", "/f/a": "text" }));
});

it("tears what was written since the last sync, and nothing before it", async () => {
  const files = memoryFiles();
  await put(files, "/a", "ab", "sync");
  await files.syncFolder("/");
  const file = await files.open("/a");
  await file.write(Buffer.from("cd"), 2);
  expect(await statesAfter(files)).toEqual(
    states(...["ab", "abc", "abcd", "abc\0", "ab\0\0"].map((text) => ({ "/a": text }))),
  );
});

it("has each page of a file new or as it was", async () => {
  const files = memoryFiles();
  await put(files, "/a", "o".repeat(600), "sync");
  await files.syncFolder("/");
  const file = await files.open("/a");
  await file.write(Buffer.from("n".repeat(1500)), 0);
  const found = await statesAfter(files);
  const [n, o] = ["n", "o"].map((letter) => letter.repeat(512));
  for (const text of [
    `${n}${"o".repeat(88)}${"\0".repeat(424)}${"n".repeat(476)}`,
    `${o}${n}${"\0".repeat(476)}`,
    `${o}${"o".repeat(88)}${"\0".repeat(424)}${"n".repeat(476)}`,
  ]) {
    expect(found).toContain(JSON.stringify({ "/a": text }));
  }
});

it("keeps any part of what was done to the names of a folder", async () => {
  const files = memoryFiles();
  await put(files, "/old", "old", "sync");
  await files.syncFolder("/");
  await put(files, "/new", "new", "sync");
  await files.remove("/old");
  expect(await statesAfter(files)).toEqual(
    states({}, { "/new": "new" }, { "/old": "old" }, { "/new": "new", "/old": "old" }),
  );
});

it("renames within a folder altogether or not at all", async () => {
  const files = memoryFiles();
  await put(files, "/a", "old", "sync");
  await put(files, "/b", "new", "sync");
  await files.syncFolder("/");
  await files.rename("/b", "/a");
  expect(await statesAfter(files)).toEqual(states({ "/a": "old", "/b": "new" }, { "/a": "new" }));
});

it.each([
  ["neither", [], [{ "/f/a": "old", "/g/a": "new" }, { "/f/a": "new", "/g/a": "new" }, { "/f/a": "new" }]],
  ["the new", ["/f"], [{ "/f/a": "new", "/g/a": "new" }, { "/f/a": "new" }]],
  ["the old", ["/g"], [{ "/f/a": "new" }]],
])(
  "never leaves a file without a name that is moved to another folder, with %s folder synced",
  async (_, synced, left) => {
    const files = memoryFiles();
    await files.createFolder("/f");
    await files.createFolder("/g");
    await put(files, "/f/a", "old", "sync");
    await put(files, "/g/a", "new", "sync");
    for (const folder of ["/", "/f", "/g"]) await files.syncFolder(folder);
    await files.rename("/g/a", "/f/a");
    for (const folder of synced) await files.syncFolder(folder);
    expect(await statesAfter(files)).toEqual(
      states(...left.map((names) => ({ "/f/": "", "/g/": "", ...names })).map(sorted)),
    );
  },
);

it("keeps one file under two names one file", async () => {
  const files = memoryFiles();
  await put(files, "/a", "a");
  await files.link("/a", "/b");
  await files.syncFolder("/");
  const disk = diskOf();
  for (const operation of files.log) disk.arrive(operation);
  const left = disk.statesAfterPowerLoss(seededRandom(1)).next().value;
  const file = await left.open("/a");
  await file.write(Buffer.from("both"), 0);
  expect(await contents(left)).toEqual({ "/a": "both", "/b": "both" });
});

it("has a file's mode for safe after a whole sync only", async () => {
  const files = memoryFiles();
  await put(files, "/a", "a", "sync");
  await files.syncFolder("/");
  const file = await files.open("/a");
  const disk = diskOf();
  const modes = async () => {
    for (const operation of files.log.slice(arrived)) disk.arrive(operation);
    arrived = files.log.length;
    const left = disk.statesAfterPowerLoss(seededRandom(1));
    const found = new Set<number | undefined>();
    for (let i = 0; i < 50; i++) found.add((await left.next().value.facts("/a"))?.mode);
    return found;
  };
  let arrived = 0;
  await file.setMode(0o644);
  await file.syncData();
  expect(await modes()).toEqual(new Set([0o600, 0o644]));
  await file.sync();
  expect(await modes()).toEqual(new Set([0o644]));
});

it("gives the files as they are when no power is lost", async () => {
  const files = memoryFiles();
  await files.ensureFolder("/f/g");
  await put(files, "/f/a", "text");
  await files.link("/f/a", "/f/g/b");
  await put(files, "/f/c", "other");
  await files.rename("/f/c", "/f/a");
  await put(files, "/f/d", "gone");
  await files.remove("/f/d");
  const disk = diskOf();
  for (const operation of files.log) disk.arrive(operation);
  const left = disk.untouched();
  expect(await contents(left)).toEqual(await contents(files));
  await put(left, "/f/e", "more");
  expect(await contents(left)).toEqual({ "/f/": "", "/f/a": "other", "/f/e": "more", "/f/g/": "", "/f/g/b": "text" });
});

it("can begin with what is on it", async () => {
  const files = memoryFiles();
  await files.createFolder("/f");
  await put(files, "/f/a", "text");
  await files.link("/f/a", "/b");
  const tree = files.tree();
  const later = memoryFiles(files.tree());
  await later.remove("/f/a");
  await later.rename("/b", "/c");
  const disk = diskOf(tree);
  for (const operation of later.log) disk.arrive(operation);
  expect(await contents(disk.untouched())).toEqual({ "/c": "text", "/f/": "" });
  const left = disk.statesAfterPowerLoss(seededRandom(1));
  const found = new Set<string>();
  for (let i = 0; i < 100; i++) found.add(JSON.stringify(await contents(left.next().value)));
  expect([...found].sort()).toEqual(
    states(
      { "/b": "text", "/f/": "", "/f/a": "text" },
      { "/b": "text", "/f/": "" },
      { "/c": "text", "/f/": "", "/f/a": "text" },
      { "/c": "text", "/f/": "" },
    ),
  );
});

it("leaves the same states for the same seed", async () => {
  const files = memoryFiles();
  await put(files, "/a", "text");
  const [one, two] = [diskOf(), diskOf()];
  for (const operation of files.log) for (const disk of [one, two]) disk.arrive(operation);
  const [these, those] = [one, two].map((disk) => disk.statesAfterPowerLoss(seededRandom(7)));
  for (let i = 0; i < 20; i++) {
    expect(these && (await contents(these.next().value))).toEqual(those && (await contents(those.next().value)));
  }
});

function sorted(state: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)));
}
