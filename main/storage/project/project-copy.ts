import type { Project } from "../../../annotations/model/project.ts";
import type { Files } from "../disk/files.ts";
import { bytesOf } from "../disk/place.ts";
import { writeNewSet } from "../set/new-set.ts";
import { createProject } from "./project-folder.ts";
import { type ProjectLayout, projectLayout } from "./project-layout.ts";

/**
 * Writes a whole project to a folder that does not exist yet, with all ids as they are. `from` is where its imported files
 * lie; where one cannot be read, the article's text takes its place.
 */
export async function writeProjectCopy(
  files: Files,
  from: ProjectLayout,
  project: Project,
  folder: string,
): Promise<void> {
  const sources = await Promise.all(
    project.sources.map(async (source) => ({
      source,
      original: (await bytesOf(files, from.sourceOriginal(source.id)).catch(() => null)) ?? Buffer.from(source.text),
    })),
  );
  await createProject(files, folder, project.file, sources);
  const layout = projectLayout(folder);
  for (const set of project.sets) await writeNewSet(files, layout, set);
}
