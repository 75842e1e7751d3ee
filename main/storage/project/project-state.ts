import type { FileReport } from "../../../annotations/api/file-report.ts";
import { Failure } from "../../../annotations/api/reply.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import type { AnalystId } from "../../../annotations/model/id.ts";
import type { Project } from "../../../annotations/model/project.ts";
import { compareSources } from "../../../annotations/model/source.ts";
import type { Files } from "../disk/files.ts";
import { isAny, lookAt, newsBetween } from "./outside-changes.ts";
import { byCreation, readSetOrReport, type StoredProject } from "./project-folder.ts";
import { putBackShared } from "./shared-copies.ts";
import { type SharedFiles, sharedFiles } from "./shared-files.ts";
import { listSources, readSource } from "./source-files.ts";

/** A project's value, as it is safe on the disk, and what other programs do to it. */
export interface ProjectState {
  value: Project;
  readonly shared: SharedFiles;
  /** What is wrong with the files that other analysts write, or that all share. */
  readonly reports: readonly FileReport[];
  /** Puts a set in the place of the same analyst's, or beside the others. */
  putSet(set: AnnotationSet): void;
  /** Takes out the set of an analyst who has none on the disk. */
  removeSet(id: AnalystId): void;
  /**
   * Reads again what other programs have changed since the last time, but for the set that is held here. What cannot be
   * read stays as it was, with a report. True when something was different.
   */
  refresh(held: AnalystId | null): Promise<boolean>;
  /** Whether there is anything to read again. Takes hold of nothing, so that it may be asked at any time. */
  hasNews(held: AnalystId | null): Promise<boolean>;
}

export async function projectState(files: Files, stored: StoredProject): Promise<ProjectState> {
  const { layout } = stored;
  const shared = sharedFiles(stored.file, stored.sources);
  const setReports = new Map<AnalystId, readonly FileReport[]>(stored.reports);
  /** What was put back while the project was open. */
  const mended: FileReport[] = [];
  let sharedReports: readonly FileReport[] = [];
  let looks = await lookAt(files, layout);

  async function refreshShared(): Promise<void> {
    try {
      const file = await shared.readProjectFile();
      const sources = new Map(state.value.sources.map((source) => [source.id, source]));
      for (const id of await listSources(files, layout.sources)) {
        const source = await readSource(files, layout, id);
        shared.add(source);
        sources.set(id, source.source);
      }
      state.value = { ...state.value, file, sources: [...sources.values()].sort(compareSources) };
      sharedReports = [];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      sharedReports = [
        { file: layout.project.label, kind: "unread", message: `${error.message} What it said before is shown.` },
      ];
    }
  }

  async function refreshSet(id: AnalystId): Promise<void> {
    const reports: FileReport[] = [];
    const set = await readSetOrReport(files, layout, state.value, id, reports);
    setReports.set(id, reports);
    if (set) state.putSet(set.set);
  }

  const state: ProjectState = {
    value: stored.project,
    shared,
    get reports() {
      return [...mended, ...sharedReports, ...[...setReports.values()].flat()];
    },
    putSet: (set) => {
      const { sets } = state.value;
      const at = sets.findIndex(({ analyst }) => analyst.id === set.analyst.id);
      const next = at === -1 ? [...sets, set].sort(byCreation) : sets.with(at, set);
      state.value = { ...state.value, sets: next };
    },
    removeSet: (id) => {
      state.value = { ...state.value, sets: state.value.sets.filter(({ analyst }) => analyst.id !== id) };
    },
    refresh: async (held) => {
      const former = looks;
      looks = await lookAt(files, layout);
      const news = newsBetween(former, looks, held);
      if (news.shared) {
        mended.push(...(await putBackShared(files, layout).catch(() => [])));
        await refreshShared();
        looks = await lookAt(files, layout);
      }
      for (const id of news.sets) await refreshSet(id);
      return isAny(news);
    },
    hasNews: async (held) => isAny(newsBetween(looks, await lookAt(files, layout), held)),
  };
  return state;
}
