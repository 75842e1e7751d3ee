import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Every file under a folder with its bytes in base64, so that two states can be compared whole. */
export async function folderContents(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    files.sort().map(async (file) => [relative(folder, file).split(sep).join("/"), await readFile(file, "base64")]),
  );
  return Object.fromEntries(contents);
}
