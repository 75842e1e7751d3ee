import { basename } from "node:path";
import { isSameAccess } from "../../annotations/api/access.ts";
import type { Input, Output } from "../../annotations/api/contract.ts";
import type { Handlers } from "../../annotations/api/handlers.ts";
import { Failure } from "../../annotations/api/reply.ts";
import type { Command } from "../../annotations/commands/command.ts";
import { EMPTY_HISTORY } from "../../annotations/commands/history.ts";
import { fitting } from "../../annotations/commands/kept-history.ts";
import { Refusal } from "../../annotations/commands/refusal.ts";
import type { WritableFormat } from "../../annotations/exchange/format.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import { AnalystId, newId, type ProjectId } from "../../annotations/model/id.ts";
import { annotationSet } from "../../annotations/model/project.ts";
import type { Files } from "../storage/disk/files.ts";
import type { Histories, HistoryPlace } from "../storage/histories.ts";
import { rememberedLayout, withLayout } from "../storage/layouts.ts";
import { rememberedPreferences, withPreferences } from "../storage/preferences.ts";
import type { SettingsStore } from "../storage/settings.ts";
import { annotationReading } from "./annotation-handlers.ts";
import { copyElsewhere } from "./copy-elsewhere.ts";
import type { EventLog } from "./event-log.ts";
import { exportName, renderExport, renderedOutput, requireFormat, saveExport } from "./export-file.ts";
import type { CurrentSession, HostDialogs, HostOptions } from "./host.ts";
import { createIntake } from "./intake.ts";
import { type HostStep, projectMerging } from "./merge-handlers.ts";
import { chosenCopy, uploadedCopy } from "./merging.ts";
import { renderReport, reportName, requireReportFormat } from "./report-file.ts";
import { turns } from "./turns.ts";

interface HostParts extends Pick<HostOptions, "kind" | "version" | "dialogs"> {
  readonly files: Files;
  readonly settings: SettingsStore;
  readonly events: EventLog;
  readonly histories: Histories;
  /** Its parts are replaced when another project is opened. */
  readonly session: CurrentSession;
  readonly report: (error: unknown) => void;
  /** Where projects go that were given no folder. */
  readonly home: string;
}

/** The answers to the whole contract. */
export function createHandlers(parts: HostParts): Handlers {
  const { kind, version, dialogs, files, settings, events, session, histories } = parts;
  const intake = createIntake(files);
  const merging = projectMerging(parts);
  const reading = annotationReading({ session, events, dialogs: () => required(dialogs) });
  const turn = turns();
  let eventsAtOpening = 0;

  /** Tells the screens what a call has changed: everything when it succeeded, else what is now the case where nothing can be changed. */
  async function withNews(call: Promise<void>, screen: string | null): Promise<void> {
    const before = session.store.access;
    try {
      await call;
      events.emit({ kind: "project-changed", screen });
    } finally {
      if (!isSameAccess(session.store.access, before)) events.emit({ kind: "project-changed", screen: null });
    }
  }

  /** The sets of others may have changed even where a call has failed. */
  async function tellingAll<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } finally {
      events.emit({ kind: "project-changed", screen: null });
    }
  }

  return {
    "session.open": async () => {
      eventsAtOpening = events.last;
      return {
        host: { kind, version, dialogs: dialogs !== null },
        project: session.store.project,
        folder: basename(session.store.folder),
        analyst: session.analyst,
        access: session.store.access,
        reports: [...session.store.reports],
        preferences: rememberedPreferences(settings.value),
        layout: rememberedLayout(settings.value, session.store.project.file.id, session.analyst.id),
      };
    },
    "session.workAs": (choice) =>
      turn.alone(async () => {
        await workAs(parts, "name" in choice ? await newAnalyst(session, choice.name) : analystHere(session, choice));
        return {};
      }),
    "project.apply": ({ projectId, screen, commands, steps = [] }) =>
      turn.beside(async () => {
        requireOpen(session, projectId);
        const { place, at } = historyPlace(session);
        const { store } = session;
        await withNews(store.apply(commands), screen);
        const after = annotationSet(store.project, place.analystId)?.journalThrough ?? 0;
        await histories.note(place, { before: at, after, commands, steps });
        return {};
      }),
    "history.read": async ({ projectId, analystId }) => {
      const { store, analyst } = session;
      if (store.project.file.id !== projectId || analyst.id !== analystId || store.access.kind !== "writable")
        return EMPTY_HISTORY;
      const { place, at } = historyPlace(session);
      return fitting(store.project, await histories.read(place, at));
    },
    "project.saveCopy": async ({ projectId, commands }) => {
      requireOpen(session, projectId);
      return { place: await saveCopy(parts, commands) };
    },
    "session.remedy": async ({ remedy }) => {
      await withNews(session.store.remedy(remedy), null);
      return {};
    },
    "versions.list": async () => ({ versions: [...(await session.store.versions())] }),
    "versions.read": async ({ id }) => ({ set: await session.store.readVersion(id) }),
    "versions.settle": async ({ id }) => {
      await withNews(session.store.settleVersion(id), null);
      return {};
    },
    "intake.stage": async (input) => intake.stage(session.store.project, input),
    "intake.choose": async () => intake.stageFiles(session.store.project, await required(dialogs).openArticles()),
    "intake.confirm": async (input) => {
      const sources = await session.store.addSources(intake.sourcesOf(session.store.project, input));
      intake.forget(input);
      events.emit({ kind: "project-changed", screen: null });
      return { sources: [...sources] };
    },
    "merge.stage": (input) => merging.stage(uploadedCopy(input)),
    "merge.choose": async ({ what }) => {
      const path = await required(dialogs).chooseCopy(what);
      return path === null ? { staged: null, refused: null } : merging.stage(chosenCopy(path));
    },
    "merge.confirm": ({ projectId, ...input }) =>
      turn.alone(async () => {
        requireOpen(session, projectId);
        return stepOrRefused(tellingAll(merging.confirm(input)));
      }),
    "merge.forget": async ({ id }) => {
      merging.forget(id);
      return {};
    },
    "merge.undo": ({ projectId, merge }) =>
      turn.alone(async () => {
        requireOpen(session, projectId);
        return tellingAll(merging.undo(merge));
      }),
    "merge.redo": ({ projectId, merge }) =>
      turn.alone(async () => {
        requireOpen(session, projectId);
        return tellingAll(merging.redo(merge));
      }),
    ...reading.handlers,
    "annotations.readForEach": ({ projectId, id, decisions }) =>
      turn.alone(async () => {
        requireOpen(session, projectId);
        return stepOrRefused(tellingAll(merging.read(() => reading.forEach(id, decisions))));
      }),
    "export.render": async (input) =>
      renderedOutput(await renderExport(session.store.project, input), requireFormat(input.format).shape === "file"),
    "export.save": async (input) => saveChosen(parts, input),
    "report.render": async (input) => renderReport(session.store.project, reportWish(parts, input)),
    "report.save": async (input) => ({ name: await saveReport(parts, input) }),
    "preferences.set": async (preferences) => {
      await settings.update((value) => withPreferences(value, preferences));
      return {};
    },
    "layout.set": async (remembered) => {
      await settings.update((value) => withLayout(value, remembered));
      return {};
    },
    // A screen that has just opened the session knows all that was before; the menu's old wishes are not repeated.
    "events.next": async ({ after }) => events.next(after === 0 ? eventsAtOpening : after),
  };
}

/** A step, or the sentence why there is none: a set that is open elsewhere is nothing out of the ordinary. */
async function stepOrRefused(work: Promise<HostStep>): Promise<Output<"merge.confirm">> {
  try {
    return { step: await work, refused: null };
  } catch (error) {
    if (error instanceof Refusal || (error instanceof Failure && error.code === "refused"))
      return { step: null, refused: error.message };
    throw error;
  }
}

/** The set at work, and the last record of its journal. */
function historyPlace({ store, analyst }: CurrentSession): { readonly place: HistoryPlace; readonly at: number } {
  const { project, folder } = store;
  const at = annotationSet(project, analyst.id)?.journalThrough ?? 0;
  return { place: { folder, projectId: project.file.id, analystId: analyst.id }, at };
}

/** A screen may have made a change just before another project took the place of the one it shows. */
function requireOpen({ store }: CurrentSession, projectId: ProjectId): void {
  if (store.project.file.id === projectId) return;
  throw new Failure(
    "refused",
    "The change was made in a project that is not open any more, so it was not carried out. Open that project again and repeat the change.",
  );
}

function analystHere({ store }: CurrentSession, { analystId }: { readonly analystId: AnalystId }): Analyst {
  const set = annotationSet(store.project, analystId);
  if (!set) throw new Failure("refused", "This analyst has no annotation set in the project.");
  return set.analyst;
}

/** Somebody who is named here for the first time gets a set at once, so that they are in the list from now on. */
async function newAnalyst({ store }: CurrentSession, name: string): Promise<Analyst> {
  if (store.project.sets.some(({ analyst }) => analyst.name === name)) {
    throw new Failure(
      "refused",
      `There is an analyst named ${name} here already. Choose them from the list, or another name.`,
    );
  }
  const analyst = { id: newId(AnalystId), name };
  await store.joinAs(analyst);
  return analyst;
}

async function workAs({ session, settings, events, report }: HostParts, analyst: Analyst): Promise<void> {
  await session.store.workAs(analyst);
  session.analyst = analyst;
  const { id } = session.store.project.file;
  const remember = settings.update((value) => ({ ...value, analysts: { ...value.analysts, [id]: analyst } }));
  await remember.catch(report);
  events.emit({ kind: "session-changed" });
}

/** Writes an export where the person says; the name of the file, or null when they cancelled. */
async function saveChosen(
  { dialogs, files, session }: HostParts,
  input: Input<"export.save">,
): Promise<Output<"export.save">> {
  const { store } = session;
  const format = requireFormat(input.format);
  const path = await required(dialogs).saveExport(exportName(store.project, format), lastExtension(format));
  if (path === null) return { name: null, losses: [] };
  const { bytes, losses } = await renderExport(store.project, input);
  await saveExport(files, path, bytes, store.folder);
  return { name: basename(path), losses: [...losses] };
}

/** System dialogs know the part after the last dot. */
function lastExtension({ extension }: WritableFormat): string {
  return extension.slice(extension.lastIndexOf(".") + 1);
}

/** Writes a report where the person says; the name of the file, or null when they cancelled. */
async function saveReport(parts: HostParts, input: Input<"report.save">): Promise<string | null> {
  const { dialogs, files, session } = parts;
  const { project, folder } = session.store;
  const path = await required(dialogs).saveExport(reportName(project, requireReportFormat(input.format)), input.format);
  if (path === null) return null;
  await saveExport(files, path, renderReport(project, reportWish(parts, input)).text, folder);
  return basename(path);
}

/** Whoever has marked nothing yet has no set, and sees what nobody has looked at. */
function reportWish({ session, version }: HostParts, { format, analystId }: Input<"report.render">) {
  const analyst = analystId === session.analyst.id ? session.analyst : analystHere(session, { analystId });
  return { format, analyst, madeAt: new Date(), version };
}

/** Where the system shows no dialogs, the copy goes where projects usually are. */
async function saveCopy(
  { dialogs, files, session, home }: HostParts,
  commands: readonly Command[],
): Promise<string | null> {
  const parent = dialogs ? await dialogs.chooseFolder("Save a Copy In") : home;
  return parent && (await copyElsewhere(files, session.store, commands, parent));
}

function required(dialogs: HostDialogs | null): HostDialogs {
  if (!dialogs) throw new Failure("refused", "Parallax shows no file dialogs here; use those of the browser.");
  return dialogs;
}
