import { resolve } from "node:path";
import { Failure } from "../../annotations/api/reply.ts";
import { unreadable } from "../storage/disk/fault.ts";
import { type Files, nodeFiles } from "../storage/disk/files.ts";
import { readArticleFiles } from "./article-file.ts";
import { shownName } from "./file-name.ts";
import { freeFolder, makeProject, titleOf } from "./new-project.ts";
import { hostPaths, type Paths } from "./paths.ts";
import { sampleFolder } from "./sample-project.ts";

/**
 * The project folder that a start is about: without arguments the person's copy of the sample, for one folder that
 * project, for files a new project made of them. All files or none: throws a `Failure` with a sentence for each that is
 * refused.
 */
export async function resolveStart(
  args: readonly string[],
  title?: string,
  paths: Pick<Paths, "home" | "sample"> = hostPaths(),
  files: Files = nodeFiles,
): Promise<string> {
  const given = args.map((arg) => resolve(arg));
  const [only] = given;
  if (only === undefined) return sampleFolder(files, paths.sample, paths.home);
  const folders: string[] = [];
  for (const path of given) if (await isFolder(files, path)) folders.push(path);
  if (folders.length === 0) {
    const articles = await readArticleFiles(files, given);
    const folder = await freeFolder(files, paths.home, title ?? titleOf(articles));
    await makeProject(files, folder, title ?? titleOf(articles), articles);
    return folder;
  }
  if (given.length === 1) return only;
  throw new Failure(
    "refused",
    `${folders.map(shownName).join(", ")}: give one project folder, or articles, but not both or several folders.`,
  );
}

async function isFolder(files: Files, path: string): Promise<boolean> {
  try {
    return (await files.facts(path))?.kind === "folder";
  } catch (error) {
    throw unreadable(shownName(path), error);
  }
}
