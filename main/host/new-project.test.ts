import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "../storage/disk/files.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { readArticle } from "./article-file.ts";
import { freeFolder, titleOf } from "./new-project.ts";

const DATE = new Date(2026, 10, 21);

function articles(count: number) {
  return Array.from({ length: count }, () => readArticle("notes.txt", Buffer.from("some words without a heading.")));
}

it("names a project after its articles", () => {
  expect(titleOf(articles(5), DATE)).toBe("Five articles, 21 November 2026");
  expect(titleOf(articles(13), DATE)).toBe("13 articles, 21 November 2026");
  expect(titleOf(articles(1), DATE)).toBe("notes");
  const titled = readArticle(
    "notes.txt",
    Buffer.from("The bridge opens\n\nThe bridge opened on Monday, said the mayor.\n"),
  );
  expect(titleOf([titled], DATE)).toBe("The bridge opens");
});

it("finds a folder that is not taken", async () => {
  const home = await temporaryFolder();
  expect(await freeFolder(nodeFiles, home, "A/B")).toBe(join(home, "A B"));
  await mkdir(join(home, "A B"));
  await mkdir(join(home, "A B (2)"));
  expect(await freeFolder(nodeFiles, home, "A/B")).toBe(join(home, "A B (3)"));
});
