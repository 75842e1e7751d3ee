import { dirname } from "node:path";
import type { Low } from "lowdb";
import type { FileReport } from "../../../annotations/api/file-report.ts";
import { Failure } from "../../../annotations/api/reply.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { type AnalystId, newId, ProjectId, type SourceId } from "../../../annotations/model/id.ts";
import { compareText } from "../../../annotations/model/order.ts";
import { type Project, ProjectFile } from "../../../annotations/model/project.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { compareSources } from "../../../annotations/model/source.ts";
import { now } from "../../../annotations/model/timestamp.ts";
import { shownName } from "../../host/file-name.ts";
import { writeDurably } from "../disk/durable-file.ts";
import { isTaken, unreadable, unsaved } from "../disk/fault.ts";
import type { Files } from "../disk/files.ts";
import { jsonFile, openJson } from "../disk/json-file.ts";
import type { Place } from "../disk/place.ts";
import { listSets, readSet, type SetProject, type StoredSet } from "../set/set-reading.ts";
import { reportsOf } from "../set/set-reports.ts";
import { type ProjectLayout, projectLayout } from "./project-layout.ts";
import { listSources, type NewSource, readSource, type StoredSource, writeNewSources } from "./source-files.ts";

/** A project as it is kept: the store of each of its files, and the value that they make. */
export interface StoredProject {
  readonly layout: ProjectLayout;
  readonly file: Low<ProjectFile>;
  readonly sources: ReadonlyMap<SourceId, StoredSource>;
  readonly sets: ReadonlyMap<AnalystId, StoredSet>;
  readonly project: Project;
  /** The shared file that a later version of the program wrote, if any; nothing may be changed then. */
  readonly newer: Place | null;
  /** What is wrong with the sets: those that could not be read at all are not among the project's. */
  readonly reports: ReadonlyMap<AnalystId, readonly FileReport[]>;
}

/**
 * Reads a whole project and changes nothing. Sets that are damaged are put together from what can be read. Throws a
 * `Failure` when `project.json` or a source cannot be read, without which nothing else makes sense.
 */
export async function readProject(files: Files, folder: string): Promise<StoredProject> {
  const layout = projectLayout(folder);
  const { db: file, newer: newerFile } = await readProjectFile(files, layout);
  const sources = new Map<SourceId, StoredSource>();
  for (const id of await listSources(files, layout.sources)) sources.set(id, await readSource(files, layout, id));
  const values = [...sources.values()].map(({ source }) => source);
  const ground = { file: file.data, sources: values };
  const sets = new Map<AnalystId, StoredSet>();
  const reports = new Map<AnalystId, readonly FileReport[]>();
  for (const id of await listSets(files, layout)) {
    const found: FileReport[] = [];
    const stored = await readSetOrReport(files, layout, ground, id, found);
    reports.set(id, found);
    if (stored) sets.set(id, stored);
  }
  const newerSource = [...sources.values()].find(({ newer }) => newer);
  return {
    layout,
    file,
    sources,
    sets,
    project: {
      file: file.data,
      sources: values.sort(compareSources),
      sets: [...sets.values()].map(({ set }) => set).sort(byCreation),
    },
    newer: newerFile ? layout.project : newerSource ? layout.source(newerSource.source.id) : null,
    reports,
  };
}

/** Null, and a report, when nothing of the set can be read. */
export async function readSetOrReport(
  files: Files,
  layout: ProjectLayout,
  project: SetProject,
  id: AnalystId,
  reports: FileReport[],
): Promise<StoredSet | null> {
  try {
    const stored = await readSet(files, layout, project, id);
    if (stored) reports.push(...reportsOf(layout.set(id), stored));
    return stored;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    reports.push({ file: layout.set(id).label, kind: "lost", message: `${error.message} Its marks are left out.` });
    return null;
  }
}

/** Reads `project.json`, which makes a folder a project. */
export async function readProjectFile(
  files: Files,
  layout: ProjectLayout,
): Promise<{ readonly db: Low<ProjectFile>; readonly newer: boolean }> {
  await requireProject(files, layout);
  const file = jsonFile(files, layout.project, "project", ProjectFile, (version) =>
    layout.ofVersion(version, "project.json"),
  );
  const db = await openJson(file, layout.project.label);
  return { db, newer: file.newer };
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
    await makeOnDisk(files, dirname(folder));
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

/** Makes a folder and those above it where they are missing, each of them with its name on the disk. */
async function makeOnDisk(files: Files, folder: string): Promise<void> {
  if ((await files.facts(folder)) !== null) return;
  await makeOnDisk(files, dirname(folder));
  await files.ensureFolder(folder);
  await files.syncFolder(dirname(folder));
}

/** Throws a `Failure` when a folder is not there or is something else. */
export async function requireFolder(files: Files, folder: string): Promise<void> {
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

/** Sets in the order in which the analysts joined. */
export function byCreation(a: AnnotationSet, b: AnnotationSet): number {
  return new Date(a.createdAt).getTime() - new Date(b.createdAt).getTime() || compareText(a.analyst.id, b.analyst.id);
}
