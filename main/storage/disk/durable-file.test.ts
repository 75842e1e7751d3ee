import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { faultyFiles } from "../testing/faulty-files.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { writeAllDurably, writeDurably } from "./durable-file.ts";
import { nodeFiles } from "./files.ts";

it("writes to a temporary file, syncs it, renames it and syncs the folder, in this order", async () => {
  const folder = await temporaryFolder();
  const files = faultyFiles();
  await writeDurably(files, { path: join(folder, "a.json"), bytes: Buffer.from("new") });
  expect(await readFile(join(folder, "a.json"), "utf8")).toBe("new");
  const changes = files.log.filter((call) => !call.startsWith("facts"));
  expect(changes.map((call) => call.split(" ")[0])).toEqual([
    ...["create", "write", "setMode", "sync", "rename", "syncFolder"],
  ]);
  expect(changes[0]).toMatch(/^create \.parallax-.{36}\.tmp$/);
});

it.each([
  [0o700, 0o600],
  [0o755, 0o644],
  [0o770, 0o660],
])(
  "makes files as open as their folder is (%o: %o), and leaves others as open as they were",
  async (mode, expected) => {
    const folder = await temporaryFolder();
    await chmod(folder, mode);
    const path = join(folder, "a.json");
    await writeDurably(nodeFiles, { path, bytes: Buffer.from("new") });
    expect((await stat(path)).mode & 0o777).toBe(expected);
    await chmod(path, 0o604);
    await writeDurably(nodeFiles, { path, bytes: Buffer.from("newer") });
    expect((await stat(path)).mode & 0o777).toBe(0o604);
  },
);

it("goes on writing when the system takes only a few bytes at a time", async () => {
  const path = join(await temporaryFolder(), "a.json");
  const files = faultyFiles();
  files.writeLimit = 3;
  await writeDurably(files, { path, bytes: Buffer.from("eleven byte") });
  expect(await readFile(path, "utf8")).toBe("eleven byte");
  expect(files.log.filter((call) => call.startsWith("write"))).toHaveLength(4);
});

it("refuses to rename a file of which the system took nothing", async () => {
  const folder = await temporaryFolder();
  const files = faultyFiles();
  files.writeLimit = 0;
  await expect(writeDurably(files, { path: join(folder, "a.json"), bytes: Buffer.from("new") })).rejects.toThrow(
    "the system took no bytes",
  );
  expect(await readdir(folder)).toEqual([]);
});

it.each(["create", "write", "sync", "rename"] as const)("leaves the old file alone when %s fails", async (broken) => {
  const folder = await temporaryFolder();
  const path = join(folder, "a.json");
  await writeFile(path, "old");
  const files = faultyFiles((call) => (call === broken ? "ENOSPC" : undefined));
  await expect(writeDurably(files, { path, bytes: Buffer.from("new") })).rejects.toThrow("ENOSPC");
  expect(await readFile(path, "utf8")).toBe("old");
  expect(await readdir(folder)).toEqual(["a.json"]);
});

it("has the bytes of all files on the disk before the first name appears", async () => {
  const folder = await temporaryFolder();
  const files = faultyFiles();
  const contents = ["a", "b"].map((name) => ({ path: join(folder, name), bytes: Buffer.from(name) }));
  await writeAllDurably(files, contents);
  const changes = files.log.filter((call) => !call.startsWith("facts"));
  expect(changes.map((call) => call.split(" ")[0])).toEqual([
    ...["create", "write", "setMode", "sync", "create", "write", "setMode", "sync"],
    ...["rename", "rename", "syncFolder"],
  ]);
});
