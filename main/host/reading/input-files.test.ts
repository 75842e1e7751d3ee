import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../storage/testing/temporary-folder.ts";
import { zipArchive } from "../zip-archive.ts";
import { filesAt, handedFiles } from "./input-files.ts";

/** A file of a temporary folder. */
async function fileOf(content: string | Uint8Array, name = "set.json"): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

it("reads a file's text, its lines and its beginning", async () => {
  const [file] = await filesAt(await fileOf("\uFEFFone\r\ntwo é🛶\n\nlast"));
  expect(file?.text()).toBe("one\r\ntwo é🛶\n\nlast");
  expect([...(file?.lines() ?? [])]).toEqual(["one", "two é🛶", "", "last"]);
  expect([...(file?.parts() ?? [])].join("")).toBe("one\r\ntwo é🛶\n\nlast");
  expect(file?.beginning(5)).toBe("one\r\n");
});

it("reads the lines of a file that is longer than what is read at once", async () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `${i} é🛶渡`);
  const [file] = await filesAt(await fileOf(`${lines.join("\n")}\n`));
  expect([...(file?.lines() ?? [])]).toEqual(lines);
});

it.each<[string, Uint8Array, string]>([
  ["is not UTF-8", Buffer.from([0x61, 0x0a, 0xff, 0xc3]), "line 2, does not belong there"],
  ["ends inside of a character", Buffer.from([0x61, 0xc3]), "does not belong there"],
  ["holds NUL", Buffer.from("a\0b"), "is not a text file: byte 2 is NUL"],
])("refuses a text that %s, as a whole and line by line", async (_, bytes, reason) => {
  const [file] = await filesAt(await fileOf(bytes));
  expect(() => file?.text()).toThrow(reason);
  expect(() => [...(file?.lines() ?? [])]).toThrow(/is not UTF-8|cut off|NUL/);
  expect(() => file?.beginning(100)).not.toThrow();
});

it("reads UTF-16 with its mark", async () => {
  const [file] = await filesAt(await fileOf(Buffer.from("\uFEFFone\ntwo é🛶", "utf16le")));
  expect(file?.text()).toBe("one\ntwo é🛶");
  expect([...(file?.lines() ?? [])]).toEqual(["one", "two é🛶"]);
});

it("reads the files of a folder and of those in it, and follows no link", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "b"));
  await writeFile(join(folder, "b", "two.ann"), "T1");
  await writeFile(join(folder, "one.txt"), "text");
  await symlink("/etc/passwd", join(folder, "link.txt"));
  await symlink("/etc", join(folder, "c"));
  expect((await filesAt(folder)).map((file) => [file.path, file.text()])).toEqual([
    ["one.txt", "text"],
    ["b/two.ann", "T1"],
  ]);
});

it("unpacks an archive whatever it is called, from the disk or handed over", async () => {
  const bytes = await zipArchive([{ path: "a.txt", content: ["te", "xt"] }]);
  const read = [await filesAt(await fileOf(bytes, "set.json")), await handedFiles([{ name: "set.json", bytes }])];
  for (const files of read) expect(files.map((file) => [file.path, file.text()])).toEqual([["a.txt", "text"]]);
  const handed = await handedFiles([
    { name: "a.txt", bytes: Buffer.from("a") },
    { name: "b.ann", bytes: Buffer.from("b") },
  ]);
  expect(handed.map((file) => [file.path, file.text()])).toEqual([
    ["a.txt", "a"],
    ["b.ann", "b"],
  ]);
});

it("refuses what is no file, is empty or is not there", async () => {
  await expect(filesAt("/dev/null")).rejects.toThrow("/dev/null is not a file");
  await expect(filesAt(await fileOf(""))).rejects.toThrow("is empty");
  await expect(filesAt(join(await temporaryFolder(), "none"))).rejects.toThrow("does not exist");
  await expect(filesAt(await temporaryFolder())).rejects.toThrow("holds no files");
});
