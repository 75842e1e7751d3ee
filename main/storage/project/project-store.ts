import { type Access, isSameAccess, type Remedy } from "../../../annotations/api/access.ts";
import type { FileReport } from "../../../annotations/api/file-report.ts";
import { Failure } from "../../../annotations/api/reply.ts";
import type { SetVersion } from "../../../annotations/api/set-version.ts";
import { type Command, isShared, type SetCommand } from "../../../annotations/commands/command.ts";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { type AnnotationSet, emptySet } from "../../../annotations/model/annotation-set.ts";
import type { AnalystId } from "../../../annotations/model/id.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import type { Source } from "../../../annotations/model/source.ts";
import type { Files } from "../disk/files.ts";
import { requireOwnFolders } from "../disk/own-folders.ts";
import type { Place } from "../disk/place.ts";
import { serial } from "../disk/serial.ts";
import type { Processes } from "../journal/holder.ts";
import { machineProcesses } from "../journal/machine-processes.ts";
import { type AnalystDesk, isProjectThere, openDesk, requireWritable } from "../set/analyst-desk.ts";
import { newerThanThis } from "../set/set-access.ts";
import { behindReport, bySeriousness, replacedReport, reportsOf, vanishedReport } from "../set/set-reports.ts";
import { type SetVersions, setVersions } from "../set/set-versions.ts";
import { readProject, requireFolder } from "./project-folder.ts";
import { projectLayout } from "./project-layout.ts";
import { projectState } from "./project-state.ts";
import { clearLeftovers, keepSharedCopies, mendShared } from "./shared-copies.ts";
import { type NewSource, writeNewSources } from "./source-files.ts";
import { asOneCommand } from "./transaction.ts";
import { transactionQueue } from "./transaction-queue.ts";

/** A project that is open. Its value is always what is safe on the disk. */
export interface ProjectStore {
  readonly folder: string;
  readonly project: Project;
  /** Whether the analyst at work may change anything. */
  readonly access: Access;
  /** What happened to the project's files, the most serious first. */
  readonly reports: readonly FileReport[];
  /**
   * From now on this analyst's set may be changed, and no other. Where another program has it, or it cannot be written,
   * the project can only be read, and `access` says why. One without a set gets its file with the first command.
   */
  workAs(analyst: Analyst): Promise<void>;
  /**
   * Like `workAs`, and makes the file of the set when there is none yet. Throws a `Failure` when that cannot be written;
   * then whoever worked here before goes on.
   */
  joinAs(analyst: Analyst): Promise<void>;
  /**
   * Tries the remedy that the person was shown. The set is taken over only when that is what they agreed to, and it is
   * still what helps. Throws a `Failure` with the present reason when nothing can be changed then either.
   */
  remedy(shown: Remedy): Promise<void>;
  /**
   * Carries out commands in order, all or none, and returns once they are safe on the disk. Throws a `Refusal` when one
   * does not fit, a `Failure` when they could not be saved; either way nothing has changed. Only when the set was taken
   * over at that very moment may the other have read them: repeating them does no harm then.
   */
  apply(commands: readonly Command[]): Promise<void>;
  /** Adds sources, all or none. */
  addSources(additions: readonly NewSource[]): Promise<readonly Source[]>;
  /** Notices what other programs have changed in the folder, and takes it over where it is sound. True when anything is different now. */
  lookAround(): Promise<boolean>;
  /** The other versions of the set of the analyst at work, the latest first. */
  versions(): Promise<readonly SetVersion[]>;
  /** One of them. What there is now is kept as a backup once it is replaced. */
  readVersion(id: string): Promise<AnnotationSet>;
  settleVersion(id: string): Promise<void>;
  /** What there is now of the set of the analyst at work is kept as a backup once it is replaced. */
  keepThisVersion(): Promise<void>;
  /** Carries out what has been asked for, folds the journal and lets go of the files. */
  close(): Promise<void>;
}

export interface ProjectStoreOptions {
  /** How long after the last command the journal is folded into the snapshot, in milliseconds. */
  readonly idleTime: number;
  /** The least time between two backups, in milliseconds. */
  readonly backupEvery: number;
  /** Is told of faults that nobody waits for. */
  readonly report: (error: unknown) => void;
  readonly processes: Processes;
}

const DEFAULTS: ProjectStoreOptions = {
  idleTime: 1_500,
  backupEvery: 30 * 60_000,
  report: console.error,
  processes: machineProcesses,
};

/**
 * Opens the project in `folder`. Shared files that are damaged are put back where there is a copy; otherwise throws a
 * `Failure`, and touches nothing, when it cannot be read.
 */
export async function openProjectStore(
  files: Files,
  folder: string,
  given: Partial<ProjectStoreOptions> = {},
): Promise<ProjectStore> {
  const options = { ...DEFAULTS, ...given };
  const layout = projectLayout(folder);
  await requireFolder(files, layout.folder);
  await requireOwnFolders(files, layout);
  const mended = await mendShared(files, layout);
  const stored = await readProject(files, folder);
  const state = await projectState(files, stored);
  const inTurn = serial();
  let desk: AnalystDesk | null = null;
  let versions: SetVersions | null = null;
  let waitingReports: readonly FileReport[] = [];
  /** What happened to the files while they were open. */
  const found: FileReport[] = [];
  let isClosed = false;
  const carryOut = transactionQueue(
    {
      get value() {
        return state.value;
      },
      set value(project) {
        state.value = project;
      },
      check,
      write,
    },
    inTurn,
  );

  function access(): Access {
    if (stored.newer) return newerThanThis(stored.newer);
    return desk?.access ?? { kind: "read-only", reason: "Nobody works on this project.", remedy: null };
  }

  async function sitDown(analyst: Analyst, takeOver: boolean): Promise<void> {
    await desk?.close();
    const { value } = state;
    const wish = { analyst, takeOver, read: stored.sets.get(analyst.id) };
    desk = stored.newer ? null : await openDesk(files, layout, value, wish, { ...options, foundForeign });
    const read = desk?.stored?.set ?? annotationSet(value, analyst.id);
    state.putSet(read ?? emptySet(value.file.id, analyst));
    versions = setVersions(files, layout, () => state.value, analyst.id);
    waitingReports = await versions.reports();
    if (!desk?.store) return;
    await clearLeftovers(files, layout).catch(options.report);
    await keepSharedCopies(files, layout).catch(options.report);
  }

  function foundForeign(kept: Place, isVersion: boolean): void {
    if (!isVersion && desk) found.push(replacedReport(layout.set(desk.analyst.id), kept));
    void inTurn(async () => {
      waitingReports = (await versions?.reports()) ?? [];
    }).catch(options.report);
  }

  function check(commands: readonly Command[]): void {
    requireWritable(access());
    if (commands.some(({ analyst }) => analyst !== desk?.analyst.id)) {
      throw new Refusal("Only the analyst who works here may change anything.");
    }
  }

  /** The shared files first: they can be taken back when the journal then fails, a journal cannot. */
  async function write(transactions: readonly (readonly Command[])[], after: Project): Promise<Project> {
    const takeBack = await state.shared.write(state.value, after).catch(async (error: unknown) => {
      // Another program may have been first: what it wrote is shown from now on.
      await state.refresh(desk?.analyst.id ?? null).catch(options.report);
      throw error;
    });
    try {
      const written = await append(
        transactions.map(asOneCommand).filter((command) => command !== null),
        after,
      );
      if (transactions.flat().some(isShared)) await keepSharedCopies(files, layout).catch(options.report);
      return written;
    } catch (error) {
      await takeBack();
      throw error;
    }
  }

  async function append(commands: readonly SetCommand[], after: Project): Promise<Project> {
    const set = desk && annotationSet(after, desk.analyst.id);
    if (commands.length === 0 || !set || !desk?.store) return after;
    const { store } = desk;
    const written = await store.append(commands, set).catch(async (error: unknown) => {
      if (!(await desk?.mend())) throw error;
      foundVanished();
      return store.append(commands, set);
    });
    return withSet(after, written);
  }

  async function enter<T>(task: () => Promise<T>): Promise<T> {
    if (isClosed) throw closedFailure();
    return inTurn(task);
  }

  /** The set that nobody else may write. */
  function held(): AnalystId | null {
    return desk?.store && desk.store.ended?.kind !== "taken-over" ? desk.analyst.id : null;
  }

  async function mend(): Promise<boolean> {
    const mended = (await desk?.mend()) ?? false;
    if (mended) foundVanished();
    return mended;
  }

  function foundVanished(): void {
    if (desk) found.push(vanishedReport(layout.set(desk.analyst.id)));
  }

  function behind(): readonly FileReport[] {
    const fault = desk?.store?.fault;
    return desk && fault && access().kind === "writable" ? [behindReport(layout.set(desk.analyst.id), fault)] : [];
  }

  async function requireThere(): Promise<void> {
    if (await isProjectThere(files, layout, stored.project.file.id)) return;
    const { label } = layout.project;
    throw new Failure(
      "not-saved",
      `${label} is not there: the project's folder was moved or removed. Put it back, then try again.`,
    );
  }

  async function takeIn(): Promise<boolean> {
    const hasMended = await mend();
    if (desk && (await desk.mayBeFree())) await sitDown(desk.analyst, false);
    const changed = await state.refresh(held());
    if (changed) waitingReports = (await versions?.reports()) ?? [];
    if (changed && desk?.store) await keepSharedCopies(files, layout).catch(options.report);
    return changed || hasMended;
  }

  function versionsHere(): SetVersions {
    if (!versions) throw new Failure("refused", "Nobody works on this project.");
    return versions;
  }

  return {
    folder: layout.folder,
    get project() {
      return state.value;
    },
    get access() {
      return access();
    },
    get reports() {
      const own = desk?.stored ? reportsOf(layout.set(desk.analyst.id), desk.stored) : [];
      return bySeriousness([...mended, ...found, ...behind(), ...own, ...state.reports, ...waitingReports]);
    },
    workAs: (analyst) =>
      enter(async () => {
        if (desk?.analyst.id !== analyst.id || access().kind === "read-only") await sitDown(analyst, false);
      }),
    joinAs: (analyst) =>
      enter(async () => {
        const former = desk?.analyst;
        const { sets } = state.value;
        try {
          await sitDown(analyst, false);
          requireWritable(access());
          await desk?.store?.begin();
        } catch (error) {
          // Whoever worked here goes on.
          if (former && former.id !== analyst.id) await sitDown(former, false);
          if (!sets.some((set) => set.analyst.id === analyst.id)) state.removeSet(analyst.id);
          throw error;
        }
      }),
    remedy: (shown) =>
      enter(async () => {
        const now = access();
        if (now.kind === "writable" || !desk) return;
        await requireThere();
        if (desk.store?.ended?.kind === "disk-failed") await desk.store.tryAgain();
        else if (desk.store?.ended?.kind !== "vanished" || !(await mend()))
          await sitDown(desk.analyst, shown === "take-over" && now.remedy === "take-over");
        requireWritable(access());
      }),
    apply: async (commands) => {
      if (isClosed) throw closedFailure();
      await carryOut(commands);
    },
    addSources: (additions) =>
      enter(async () => {
        if (stored.newer || desk) requireWritable(access());
        const added = await writeNewSources(files, layout, additions);
        for (const source of added) state.shared.add(source);
        const sources = added.map(({ source }) => source);
        state.value = { ...state.value, sources: [...state.value.sources, ...sources] };
        await keepSharedCopies(files, layout).catch(options.report);
        return sources;
      }),
    lookAround: async () => {
      if (isClosed) throw closedFailure();
      const before = access();
      await desk?.store?.lookAround();
      if (!(await isProjectThere(files, layout, stored.project.file.id))) return !isSameAccess(before, access());
      // Only for what is new does work have to wait.
      const isNews =
        desk?.store?.ended?.kind === "vanished" || (await desk?.mayBeFree()) || (await state.hasNews(held()));
      const isDifferent = isNews && (await enter(takeIn));
      return isDifferent || !isSameAccess(before, access());
    },
    versions: async () => versionsHere().list(),
    readVersion: async (id) => {
      const set = await versionsHere().read(id);
      await desk?.store?.keepThisVersion();
      return set;
    },
    settleVersion: (id) =>
      enter(async () => {
        await versionsHere().settle(id);
        waitingReports = await versionsHere().reports();
      }),
    keepThisVersion: async () => desk?.store?.keepThisVersion(),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await inTurn(async () => {
        await state.shared.settle().catch(options.report);
        await desk?.close();
      });
    },
  };
}

function withSet(project: Project, set: AnnotationSet): Project {
  return { ...project, sets: project.sets.map((other) => (other.analyst.id === set.analyst.id ? set : other)) };
}

function closedFailure(): Failure {
  return new Failure("not-saved", "This project has been closed. The change was not saved.");
}
