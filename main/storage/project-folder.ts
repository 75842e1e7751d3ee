import { dirname } from "node:path";
import type { Low } from "lowdb";
import { Failure } from "../../annotations/api/reply.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import { type AnalystId, newId, ProjectId, type SourceId } from "../../annotations/model/id.ts";
import { compareText } from "../../annotations/model/order.ts";
import { type Project, ProjectFile } from "../../annotations/model/project.ts";
import { SCHEMA_VERSION } from "../../annotations/model/schema-version.ts";
import { compareSources } from "../../annotations/model/source.ts";
import { now } from "../../annotations/model/timestamp.ts";
import { shownName } from "../host/file-name.ts";
import { writeDurably } from "./durable-file.ts";
import { isTaken, unreadable, unsaved } from "./fault.ts";
import type { Files } from "./files.ts";
import { jsonFile, openJson } from "./json-file.ts";
import { type ProjectLayout, projectLayout } from "./project-layout.ts";
import { listSets, readSet, requireJournalledSets, type StoredSet } from "./set-files.ts";
import { listSources, type NewSource, readSource, type StoredSource, writeNewSources } from "./source-files.ts";

/** A project as it is kept: the store of each of its files, and the value that they make. */
export interface StoredProject {
  readonly layout: ProjectLayout;
  readonly file: Low<ProjectFile>;
  readonly sources: ReadonlyMap<SourceId, StoredSource>;
  readonly sets: ReadonlyMap<AnalystId, StoredSet>;
  readonly project: Project;
}

/** Reads a whole project and changes nothing. Throws a `Failure` with the first thing that is wrong with it. */
export async function readProject(files: Files, folder: string): Promise<StoredProject> {
  const layout = projectLayout(folder);
  const file = await readProjectFile(files, layout);
  const sources = new Map<SourceId, StoredSource>();
  for (const id of await listSources(files, layout)) sources.set(id, await readSource(files, layout, id));
  const values = [...sources.values()].map(({ source }) => source);
  const ground = { file: file.data, sources: values };
  const sets = new Map<AnalystId, StoredSet>();
  const analysts = await listSets(files, layout);
  await requireJournalledSets(files, layout, analysts);
  for (const id of analysts) sets.set(id, await readSet(files, layout, ground, id));
  const project: Project = {
    file: file.data,
    sources: values.sort(compareSources),
    sets: [...sets.values()].map(({ set }) => set).sort(byCreation),
  };
  return { layout, file, sources, sets, project };
}

/** Reads `project.json`, which makes a folder a project. */
export async function readProjectFile(files: Files, layout: ProjectLayout): Promise<Low<ProjectFile>> {
  await requireProject(files, layout);
  return openJson(jsonFile(files, layout.project, "project", ProjectFile), layout.project.label);
}

/** Throws a `Failure` when a folder is not there or is no project. */
export async function requireProject(files: Files, layout: ProjectLayout): Promise<void> {
  await requireFolder(files, layout.folder);
  if ((await factsOf(files, layout.project.path)) === null) {
    throw new Failure("refused", `${shownName(layout.folder)} is not a Parallax project: it holds no project.json.`);
  }
}

/** The shared file of a project that begins now. Throws a `Failure` for a title that no project may have. */
export function newProjectFile(title: string): ProjectFile {
  const parsed = ProjectFile.shape.title.safeParse(title);
  if (!parsed.success) throw new Failure("refused", "A project's title has 1 to 500 characters.");
  return {
    schemaVersion: SCHEMA_VERSION,
    id: newId(ProjectId),
    title: parsed.data,
    createdAt: now(),
    settings: { corroboratedBy: 2 },
  };
}

/**
 * Makes a project in a folder that does not exist yet, or is empty. All or nothing: `project.json` is written last, and
 * after a failure the folder is as it was.
 */
export async function createProject(
  files: Files,
  folder: string,
  file: ProjectFile,
  additions: readonly NewSource[],
): Promise<void> {
  const layout = projectLayout(folder);
  const isNew = await claimFolder(files, layout);
  try {
    await files.ensureFolder(layout.annotations.path);
    await files.ensureFolder(layout.sources.path);
    await writeNewSources(files, layout, additions);
    await writeDurably(files, { path: layout.project.path, bytes: Buffer.from(`${JSON.stringify(file, null, 2)}\n`) });
    await files.syncFolder(dirname(layout.folder));
  } catch (error) {
    const leftovers = isNew
      ? [layout.folder]
      : [layout.project, layout.sources, layout.annotations].map(({ path }) => path);
    for (const path of leftovers) await files.removeFolder(path).catch(() => undefined);
    throw unsaved(shownName(layout.folder), error);
  }
}

/** Makes the folder, or finds it empty; true when it was made. */
async function claimFolder(files: Files, { folder }: ProjectLayout): Promise<boolean> {
  try {
    await files.ensureFolder(dirname(folder));
    await files.createFolder(folder);
    return true;
  } catch (error) {
    if (!isTaken(error)) throw unsaved(shownName(folder), error);
  }
  await requireFolder(files, folder);
  const names = await files.list(folder);
  if (names.length === 0) return false;
  const what = names.includes("project.json") ? "is a project already" : "is not empty";
  throw new Failure("refused", `${shownName(folder)} ${what}. Choose a folder that does not exist yet.`);
}

async function requireFolder(files: Files, folder: string): Promise<void> {
  const facts = await factsOf(files, folder);
  if (facts === null) throw new Failure("refused", `There is no folder ${shownName(folder)}.`);
  if (facts.kind !== "folder")
    throw new Failure("refused", `${shownName(folder)} is not a folder, so it cannot be a project.`);
}

async function factsOf(files: Files, path: string) {
  try {
    return await files.facts(path);
  } catch (error) {
    throw unreadable(shownName(path), error);
  }
}

function byCreation(a: AnnotationSet, b: AnnotationSet): number {
  return new Date(a.createdAt).getTime() - new Date(b.createdAt).getTime() || compareText(a.analyst.id, b.analyst.id);
}
