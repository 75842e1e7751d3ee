import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, nodeFiles } from "../disk/files.ts";
import { memoryFiles } from "./memory-files.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const NONE = new Uint8Array();

async function put(files: Files, path: string, text: string, mode = 0o600): Promise<void> {
  const file = await files.create(path, mode);
  await file.write(Buffer.from(text), 0);
  await file.close();
}

async function textOf(files: Files, path: string): Promise<string> {
  return Buffer.from(await files.read(path)).toString("utf8");
}

/** What the system says of a call that it refuses. */
async function fault(call: Promise<unknown>): Promise<unknown> {
  const [result] = await Promise.allSettled([call]);
  if (result.status === "fulfilled") return "carried out";
  const { code, syscall } = result.reason;
  return `${code} ${syscall}`;
}

async function inMemory() {
  const files = memoryFiles();
  await files.ensureFolder("/work");
  return { files, folder: "/work" };
}

async function onTheMachine() {
  return { files: nodeFiles, folder: await nodeFiles.realPath(await temporaryFolder()) };
}

describe.each([
  ["memoryFiles", inMemory],
  ["nodeFiles", onTheMachine],
])("%s", (_, begin) => {
  it("keeps what is written at any place, with zeros between", async () => {
    const { files, folder } = await begin();
    const path = join(folder, "a");
    const file = await files.create(path, 0o600);
    expect(await file.write(Buffer.from("0123456789"), 0)).toBe(10);
    expect(await file.write(Buffer.from("AB"), 4)).toBe(2);
    await file.write(Buffer.from("end"), 12);
    expect(await file.size()).toBe(15);
    expect(await textOf(files, path)).toBe("0123AB6789\0\0end");
    await file.truncate(3);
    await file.truncate(5);
    await file.syncData();
    await file.sync();
    await file.close();
    expect(await textOf(files, path)).toBe("012\0\0");
    const again = await files.open(path);
    await again.write(Buffer.from("x"), 1);
    await again.close();
    expect(await textOf(files, path)).toBe("0x2\0\0");
    expect(await fault(again.write(NONE, 0))).toMatch(/^EBADF/);
  });

  it("tells the facts of a file and of a folder", async () => {
    const { files, folder } = await begin();
    const path = join(folder, "a");
    const before = Date.now();
    await put(files, path, "text");
    const facts = await files.facts(path);
    expect(facts).toEqual({
      kind: "file",
      size: 4,
      mode: 0o600,
      modified: expect.any(Number),
      identity: expect.any(String),
    });
    expect(Math.abs((facts?.modified ?? 0) - before)).toBeLessThan(10_000);
    expect(await files.facts(folder)).toMatchObject({ kind: "folder", size: 0 });
    expect(await files.facts(join(folder, "b"))).toBeNull();
    expect(await files.facts(join(folder, "b", "c"))).toBeNull();
    expect(await fault(files.facts(join(path, "c")))).toBe("ENOTDIR stat");
    const file = await files.open(path);
    await file.setMode(0o640);
    await file.close();
    expect(await files.facts(path)).toMatchObject({ mode: 0o640, identity: facts?.identity });
  });

  it("finds the real path of what is there", async () => {
    const { files, folder } = await begin();
    expect(await files.realPath(join(folder, ".", "x", ".."))).toBe(folder);
    expect(await fault(files.realPath(join(folder, "x")))).toBe("ENOENT realpath");
  });

  it("lists the names in a folder, and none where there is no folder", async () => {
    const { files, folder } = await begin();
    for (const name of ["b", "a", "c"]) await put(files, join(folder, name), name);
    await files.createFolder(join(folder, "d"));
    expect(await files.list(folder)).toEqual(["a", "b", "c", "d"]);
    expect(await files.list(join(folder, "e"))).toEqual([]);
    expect(await fault(files.list(join(folder, "a")))).toBe("ENOTDIR scandir");
  });

  it("makes only what does not exist, where there is a folder", async () => {
    const { files, folder } = await begin();
    const path = join(folder, "a");
    await put(files, path, "first");
    expect(await fault(files.create(path, 0o600))).toBe("EEXIST open");
    expect(await fault(files.create(join(folder, "b", "c"), 0o600))).toBe("ENOENT open");
    expect(await fault(files.create(join(path, "c"), 0o600))).toBe("ENOTDIR open");
    expect(await fault(files.open(join(folder, "b")))).toBe("ENOENT open");
    expect(await fault(files.open(folder))).toBe("EISDIR open");
    expect(await fault(files.read(join(folder, "b")))).toBe("ENOENT open");
    expect(await fault(files.read(folder))).toBe("EISDIR read");
    expect(await textOf(files, path)).toBe("first");
  });

  it("gives a file a further name, which keeps it when the first is removed", async () => {
    const { files, folder } = await begin();
    const [a, b] = [join(folder, "a"), join(folder, "b")];
    await put(files, a, "first");
    await files.link(a, b);
    expect(await files.facts(b)).toEqual(await files.facts(a));
    expect(await fault(files.link(a, b))).toBe("EEXIST link");
    expect(await fault(files.link(join(folder, "c"), join(folder, "d")))).toBe("ENOENT link");
    const file = await files.open(b);
    await file.write(Buffer.from("F"), 0);
    await files.remove(a);
    expect(await files.facts(a)).toBeNull();
    await files.remove(b);
    await file.write(Buffer.from("still open"), 0);
    await file.close();
    expect(await files.list(folder)).toEqual([]);
    expect(await fault(files.remove(b))).toBe("ENOENT unlink");
  });

  it("puts a file in the place of another, and keeps the other's further names", async () => {
    const { files, folder } = await begin();
    const [a, b, kept] = [join(folder, "a"), join(folder, "b"), join(folder, "kept")];
    await put(files, a, "new");
    await put(files, b, "old");
    await files.link(b, kept);
    const moved = await files.facts(a);
    await files.rename(a, b);
    expect(await files.list(folder)).toEqual(["b", "kept"]);
    expect(await files.facts(b)).toEqual(moved);
    expect([await textOf(files, b), await textOf(files, kept)]).toEqual(["new", "old"]);
    expect(await fault(files.rename(a, b))).toBe("ENOENT rename");
    expect(await fault(files.rename(b, join(folder, "x", "y")))).toBe("ENOENT rename");
    await files.link(b, a);
    await files.rename(a, b);
    expect(await files.list(folder)).toEqual(["a", "b", "kept"]);
  });

  it("moves folders with all in them, and not over what is in use", async () => {
    const { files, folder } = await begin();
    const [from, to] = [join(folder, "from"), join(folder, "to")];
    await files.createFolder(from);
    await put(files, join(from, "a"), "inside");
    await files.rename(from, to);
    expect(await textOf(files, join(to, "a"))).toBe("inside");
    await files.createFolder(from);
    expect(await fault(files.rename(from, to))).toBe("ENOTEMPTY rename");
    expect(await fault(files.rename(join(to, "a"), from))).toBe("EISDIR rename");
    expect(await fault(files.rename(from, join(to, "a")))).toBe("ENOTDIR rename");
  });

  it("makes folders, one or all that are missing, and removes them with all in them", async () => {
    const { files, folder } = await begin();
    const deep = join(folder, "a", "b", "c");
    expect(await fault(files.createFolder(join(folder, "a", "b")))).toBe("ENOENT mkdir");
    await files.ensureFolder(deep);
    await files.ensureFolder(deep);
    expect(await fault(files.createFolder(deep))).toBe("EEXIST mkdir");
    await put(files, join(deep, "file"), "x");
    expect(await fault(files.ensureFolder(join(deep, "file")))).toBe("EEXIST mkdir");
    expect(await fault(files.ensureFolder(join(deep, "file", "x")))).toBe("ENOTDIR mkdir");
    await files.syncFolder(deep);
    expect(await fault(files.syncFolder(join(folder, "x")))).toBe("ENOENT open");
    await files.removeFolder(join(folder, "a"));
    await files.removeFolder(join(folder, "a"));
    expect(await files.list(folder)).toEqual([]);
  });
});

it("keeps a log of every change, and of nothing else", async () => {
  const files = memoryFiles();
  await files.ensureFolder("/a/b");
  const file = await files.create("/a/b/c", 0o600);
  const bytes = Buffer.from("text");
  await file.write(bytes, 2);
  bytes.fill(0);
  await file.truncate(3);
  await file.setMode(0o644);
  await file.syncData();
  await file.sync();
  await fault(files.create("/a/b/c", 0o600));
  await fault(files.link("/x", "/y"));
  await files.link("/a/b/c", "/a/d");
  await files.rename("/a/d", "/a/b/e");
  await files.remove("/a/b/c");
  await files.syncFolder("/a/b");
  await files.read("/a/b/e");
  await files.removeFolder("/a/b");
  expect(files.log).toEqual([
    { kind: "createFolder", path: "/a", node: 2, at: { folder: 1, name: "a" } },
    { kind: "createFolder", path: "/a/b", node: 3, at: { folder: 2, name: "b" } },
    { kind: "create", path: "/a/b/c", node: 4, at: { folder: 3, name: "c" }, mode: 0o600 },
    { kind: "write", path: "/a/b/c", node: 4, bytes: Uint8Array.from([116, 101, 120, 116]), position: 2 },
    { kind: "truncate", path: "/a/b/c", node: 4, size: 3 },
    { kind: "setMode", path: "/a/b/c", node: 4, mode: 0o644 },
    { kind: "syncData", path: "/a/b/c", node: 4 },
    { kind: "sync", path: "/a/b/c", node: 4 },
    { kind: "link", path: "/a/d", node: 4, at: { folder: 2, name: "d" } },
    { kind: "rename", path: "/a/b/e", node: 4, from: { folder: 2, name: "d" }, at: { folder: 3, name: "e" } },
    { kind: "remove", path: "/a/b/c", node: 4, at: { folder: 3, name: "c" } },
    { kind: "syncFolder", path: "/a/b", node: 3 },
    { kind: "remove", path: "/a/b/e", node: 4, at: { folder: 3, name: "e" } },
    { kind: "removeFolder", path: "/a/b", node: 3, at: { folder: 2, name: "b" } },
  ]);
});
