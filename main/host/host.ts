import type { HostEvent, Session } from "../../annotations/api/contract.ts";
import type { Handlers } from "../../annotations/api/handlers.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import { type Files, nodeFiles } from "../storage/disk/files.ts";
import { serial } from "../storage/disk/serial.ts";
import { openHistories } from "../storage/histories.ts";
import { openProjectStore, type ProjectStore } from "../storage/project/project-store.ts";
import { openSettings, type SettingsStore, withRecent } from "../storage/settings.ts";
import { createEventLog } from "./event-log.ts";
import { createHandlers } from "./host-handlers.ts";
import type { Paths } from "./paths.ts";
import { sampleId } from "./sample-project.ts";
import { sessionAnalyst } from "./session-analyst.ts";

/** The system's dialogs, where the host can show them. */
export interface HostDialogs {
  /** Asks for articles; none when the dialog was cancelled. */
  openArticles(): Promise<readonly string[]>;
  /** Asks for files that hold annotations; none when the dialog was cancelled. */
  openAnnotations(): Promise<readonly string[]>;
  /** Asks for another copy of the project, its folder or a file; null when the dialog was cancelled. */
  chooseCopy(what: "file" | "folder"): Promise<string | null>;
  /** Asks where to save; null when the dialog was cancelled. */
  saveExport(suggestedName: string, extension: string): Promise<string | null>;
  /** Asks for a folder; null when the dialog was cancelled. */
  chooseFolder(title: string): Promise<string | null>;
}

export interface HostOptions {
  readonly kind: Session["host"]["kind"];
  readonly version: string;
  readonly dialogs: HostDialogs | null;
  /** The project to begin with. */
  readonly folder: string;
  readonly paths: Pick<Paths, "config" | "sample" | "home">;
  readonly files?: Files;
  /** Is told of faults that nobody waits for; the standard error stream when none is given. */
  readonly report?: (error: unknown) => void;
  /** How often the folder is looked at for what other programs have changed, in milliseconds. */
  readonly lookEvery?: number;
  /** The same while nothing may be changed, so that the marks are here soon after whoever has them is gone. */
  readonly lookEveryWhileReadOnly?: number;
}

/** How the steps read that would be undone and redone. */
export interface StepNames {
  readonly undo: string | undefined;
  readonly redo: string | undefined;
}

/** Parallax without a screen: one open project, one analyst at work, and the answers to the whole contract. */
export interface Host {
  readonly handlers: Handlers;
  readonly projectFolder: string;
  readonly settings: SettingsStore;
  /** What would be undone and redone now, as far as it is known here. */
  readonly stepNames: StepNames;
  /** Opens another project in the place of this one, which stays open when the other is refused with a `Failure`. */
  openProject(folder: string): Promise<void>;
  /** Tells the screens that something happened. */
  emit(event: HostEvent): void;
  /** Puts everything where it belongs on the disk. */
  close(): Promise<void>;
}

/** The project and the analyst that all calls are about, until others take their place. */
export interface CurrentSession {
  store: ProjectStore;
  analyst: Analyst;
}

/** Starts the host with a project. Throws a `Failure` when the project cannot be opened. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { files = nodeFiles, report = console.error, paths, lookEvery = 2_000, lookEveryWhileReadOnly = 400 } = options;
  const settings = await openSettings(files, paths.config, report);
  const sample = await sampleId(files, paths.sample);
  const events = createEventLog();
  const histories = openHistories(files, paths.config, report);
  const inTurn = serial();
  const session = await openSession(options.folder);

  let isClosed = false;
  let timer = lookLater();

  /** The next look waits for the one before: a slow disk takes its time. */
  function lookLater(): NodeJS.Timeout {
    const wait = session.store.access.kind === "read-only" ? lookEveryWhileReadOnly : lookEvery;
    return setTimeout(async () => {
      await lookAround().catch(report);
      if (!isClosed) timer = lookLater();
    }, wait).unref();
  }

  async function lookAround(): Promise<void> {
    if (await session.store.lookAround()) events.emit({ kind: "project-changed", screen: null });
  }

  async function openSession(folder: string): Promise<CurrentSession> {
    const store = await openProjectStore(files, folder, { report });
    const analyst = sessionAnalyst(store.project, settings.value, sample);
    await store.workAs(analyst);
    const recent = { folder: store.folder, title: store.project.file.title };
    await settings.update((value) => withRecent(value, recent)).catch(report);
    return { store, analyst };
  }

  async function openProject(folder: string): Promise<void> {
    const former = session.store;
    // Opened twice, one project would have two writers.
    if ((await realFolder(folder)) === (await realFolder(former.folder))) return;
    Object.assign(session, await openSession(folder));
    events.emit({ kind: "session-changed" });
    await former.close().catch(report);
  }

  async function realFolder(folder: string): Promise<string> {
    return files.realPath(folder).catch(() => folder);
  }

  return {
    handlers: createHandlers({ ...options, files, report, settings, events, histories, session, home: paths.home }),
    get projectFolder() {
      return session.store.folder;
    },
    get stepNames() {
      const { done, undone } = histories.current;
      return { undo: done.at(-1)?.name, redo: undone.at(-1)?.name };
    },
    settings,
    openProject: (folder) => inTurn(() => openProject(folder)),
    emit: events.emit,
    close: () =>
      inTurn(async () => {
        isClosed = true;
        clearTimeout(timer);
        events.close();
        await session.store.close().catch(report);
        // What a closing screen wants remembered is written in turn.
        await settings.update((value) => value).catch(report);
      }),
  };
}
