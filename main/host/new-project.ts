import { join } from "node:path";
import type { Files } from "../storage/disk/files.ts";
import { createProject, newProjectFile } from "../storage/project/project-folder.ts";
import type { Article } from "./article-file.ts";
import { safeFileName } from "./file-name.ts";
import { newSource } from "./new-source.ts";

const NUMBERS = [
  "No",
  "One",
  "Two",
  "Three",
  "Four",
  "Five",
  "Six",
  "Seven",
  "Eight",
  "Nine",
  "Ten",
  "Eleven",
  "Twelve",
];

/** A title for a project of these articles: that of the only one, else how many and when ("Five articles, 21 November 2026"). */
export function titleOf(articles: readonly Article[], date = new Date()): string {
  const [only] = articles;
  if (only && articles.length === 1) {
    return (only.guess.metadata.title || only.name.replace(/\.[^.]*$/, "")).trim().slice(0, 500) || "One article";
  }
  const day = date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${NUMBERS[articles.length] ?? articles.length} articles, ${day}`;
}

/** Makes a project of articles in a folder that does not exist yet or is empty. All or nothing. */
export async function makeProject(
  files: Files,
  folder: string,
  title: string,
  articles: readonly Article[],
): Promise<void> {
  await createProject(
    files,
    folder,
    newProjectFile(title),
    articles.map((article, order) => newSource(article, order)),
  );
}

/** A path in `home`, named for `title`, where nothing is yet. */
export async function freeFolder(files: Files, home: string, title: string): Promise<string> {
  const name = safeFileName(title);
  for (let n = 1; ; n++) {
    const folder = join(home, n === 1 ? name : `${name} (${n})`);
    if ((await files.facts(folder)) === null) return folder;
  }
}
