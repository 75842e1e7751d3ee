import { execFileSync } from "node:child_process";
import { mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "../storage/disk/files.ts";
import { faultyFiles } from "../storage/testing/faulty-files.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { readArticle, readArticleFile, readArticleFiles } from "./article-file.ts";

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

it("reads a file with its bytes, its canonical text and what the text says of itself", async () => {
  const bytes = Buffer.from("\uFEFFThe bridge opens\r\n\r\nThe bridge opened on Monday, the mayor said.\r\n");
  const article = await readArticleFile(nodeFiles, await file("bridge.txt", bytes));
  expect(article).toMatchObject({
    name: "bridge.txt",
    bytes,
    text: "The bridge opens\n\nThe bridge opened on Monday, the mayor said.\n",
    sha256: "8840aed81d8dc6f71a4c6a77b62c945be92a2b5b0801076b84d0fc83cbaa3393",
    guess: {
      blocks: [
        { start: 0, end: 16 },
        { start: 18, end: 62 },
      ],
    },
  });
});

it.each([
  ["empty.txt", "", "empty.txt is empty."],
  ["blank.txt", "\uFEFF \r\n\u200b\u00a0\n", "blank.txt is empty: it holds nothing but blanks."],
  ["latin.txt", Buffer.from("é", "latin1"), "latin.txt is not UTF-8 text: byte 1, in line 1, does not belong there."],
  ["program.txt", "a\0b", "program.txt is not a text file: byte 2 is NUL."],
  ["page.html", "text", "page.html is a .html file. Parallax opens plain text: .txt or .text."],
  ["README", "text", "README has no extension. Parallax opens plain text: .txt or .text."],
  ["a\u202etxt.exe", "text", "a\\u{202e}txt.exe is a .exe file."],
])("refuses %s with a sentence that says why", async (name, content, reason) => {
  await expect(readArticleFile(nodeFiles, await file(name, content))).rejects.toMatchObject({
    code: "refused",
    message: expect.stringContaining(reason),
  });
});

it("takes the extension in capitals, and .text", async () => {
  expect(await readArticleFile(nodeFiles, await file("A.TXT", "text"))).toMatchObject({ text: "text" });
  expect(await readArticleFile(nodeFiles, await file("a.text", "text"))).toMatchObject({ text: "text" });
});

it("refuses a file that is too large before reading it", async () => {
  const path = await file("large.txt", "");
  await truncate(path, 200 * 1024 * 1024);
  const files = faultyFiles();
  await expect(readArticleFile(files, path, "large.txt")).rejects.toThrow(
    "large.txt is 200 MB; articles may have up to 64 MB.",
  );
  expect(files.log).toEqual(["facts large.txt"]);
  await truncate(path, 64 * 1024 * 1024 + 1);
  await expect(readArticleFile(files, path, "large.txt")).rejects.toThrow("large.txt is 64.1 MB");
});

it("refuses what is missing or no file, and reads none of it", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "folder.txt"));
  execFileSync("mkfifo", [join(folder, "pipe.txt")]);
  await symlink("/dev/zero", join(folder, "device.txt"));
  await symlink("circle.txt", join(folder, "circle.txt"));
  const files = faultyFiles();
  const reasonOf = (name: string) =>
    readArticleFile(files, join(folder, name), name).catch((error: unknown) => String(error));
  expect(await Promise.all(["none.txt", "folder.txt", "pipe.txt", "device.txt", "circle.txt"].map(reasonOf))).toEqual([
    "Failure: none.txt does not exist.",
    "Failure: folder.txt is a folder, not an article. Choose the text files in it.",
    "Failure: pipe.txt is a pipe, not a file. Save what comes out of it as a text file first.",
    "Failure: device.txt is a device, not a file.",
    "Failure: circle.txt could not be read: the links to it lead round in a circle. Mend the links, or choose another place.",
  ]);
  expect(files.log.filter((call) => call.startsWith("read"))).toEqual([]);
});

it("follows a link to a file", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "original.txt"), "text");
  await symlink("original.txt", join(folder, "link.txt"));
  expect(await readArticleFile(nodeFiles, join(folder, "link.txt"))).toMatchObject({ name: "link.txt", text: "text" });
});

it("gives the reason for every file that is refused", async () => {
  const [good, empty, html] = [await file("good.txt", "x"), await file("empty.txt", ""), await file("page.html", "x")];
  await expect(readArticleFiles(nodeFiles, [good, empty, html])).rejects.toMatchObject({
    message: `${empty} is empty.\n${html} is a .html file. Parallax opens plain text: .txt or .text.`,
  });
  expect(await readArticleFiles(nodeFiles, [good, good])).toHaveLength(2);
});

it("judges bytes that came another way alike", () => {
  expect(readArticle("a.txt", Buffer.from("text\r\n"))).toMatchObject({ name: "a.txt", text: "text\n" });
  expect(() => readArticle("a.pdf", Buffer.from("text"))).toThrow("a.pdf is a .pdf file.");
  expect(() => readArticle("a.txt", Buffer.from(""))).toThrow("a.txt is empty.");
});
