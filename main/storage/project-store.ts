import { Failure } from "../../annotations/api/reply.ts";
import { apply } from "../../annotations/commands/apply.ts";
import { type Command, isShared, type SetCommand } from "../../annotations/commands/command.ts";
import { Refusal } from "../../annotations/commands/refusal.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import type { AnalystId } from "../../annotations/model/id.ts";
import { annotationSet, type Project } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";
import type { Files } from "./files.ts";
import { requireOwnFolders } from "./own-folders.ts";
import { readProject } from "./project-folder.ts";
import { serial } from "./serial.ts";
import { newSet, type StoredSet } from "./set-files.ts";
import { openSetStore, type SetStore, type SetStoreOptions } from "./set-store.ts";
import { sharedFiles } from "./shared-files.ts";
import { type NewSource, writeNewSources } from "./source-files.ts";
import { asOneCommand, type Transaction, takeRun } from "./transaction.ts";

/** A project that is open for writing. Its value is always what is safe on the disk. */
export interface ProjectStore {
  readonly folder: string;
  readonly project: Project;
  /** From now on this analyst's set may be changed, and no other. One without a set gets its file with the first command. */
  workAs(analyst: Analyst): Promise<void>;
  /** Makes the file of this analyst's set when there is none yet. */
  ensureSet(analyst: Analyst): Promise<void>;
  /**
   * Carries out commands in order, all or none, and returns once they are safe on the disk. Throws a `Refusal` when one
   * does not fit, a `Failure` when they could not be saved; either way nothing has changed.
   */
  apply(commands: readonly Command[]): Promise<void>;
  /** Adds sources, all or none. */
  addSources(additions: readonly NewSource[]): Promise<readonly Source[]>;
  /** Carries out what has been asked for, folds the journals and lets go of the files. */
  close(): Promise<void>;
}

const DEFAULTS: SetStoreOptions = { idleTime: 1_500, report: console.error };

/** Opens the project in `folder`. Throws a `Failure`, and touches nothing, when it cannot be read. */
export async function openProjectStore(
  files: Files,
  folder: string,
  options: Partial<SetStoreOptions> = {},
): Promise<ProjectStore> {
  const { layout, project, file, sources, sets } = await readProject(files, folder);
  await requireOwnFolders(files, layout);
  const shared = sharedFiles(file, sources);
  const stored = new Map<AnalystId, StoredSet>(sets);
  const writable = new Map<AnalystId, SetStore>();
  const inTurn = serial();
  let value = project;
  let writer: AnalystId | null = null;
  let waiting: Transaction[] = [];
  let isClosed = false;

  function storeOf(analyst: Analyst): SetStore {
    const open = writable.get(analyst.id);
    if (open) return open;
    const set = stored.get(analyst.id) ?? newSet(files, layout, value.file.id, analyst);
    if (!stored.has(analyst.id)) value = { ...value, sets: [...value.sets, set.set] };
    const store = openSetStore(files, layout, set, { ...DEFAULTS, ...options });
    stored.set(analyst.id, set);
    writable.set(analyst.id, store);
    return store;
  }

  async function drain(): Promise<void> {
    const group = waiting;
    waiting = [];
    while (group.length > 0) await carryOut(takeRun(group));
  }

  async function carryOut(run: readonly Transaction[]): Promise<void> {
    const { accepted, after } = accept(run);
    try {
      value = await write(
        accepted.map(({ commands }) => commands),
        after,
      );
      for (const { resolve } of accepted) resolve();
    } catch (error) {
      for (const { reject } of accepted) reject(error);
    }
  }

  /** Those that fit, each after the ones before it, and the project that they lead to. */
  function accept(run: readonly Transaction[]): { readonly accepted: readonly Transaction[]; readonly after: Project } {
    const accepted: Transaction[] = [];
    let after = value;
    for (const item of run) {
      try {
        after = applyAsWriter(after, item.commands);
        accepted.push(item);
      } catch (error) {
        item.reject(error);
      }
    }
    return { accepted, after };
  }

  function applyAsWriter(reached: Project, commands: readonly Command[]): Project {
    if (commands.some((command) => !isShared(command) && command.analyst !== writer)) {
      throw new Refusal("Only the set of the analyst who works here may be changed.");
    }
    const batch = commands.some(isShared) ? null : asOneCommand(commands);
    return batch ? apply(reached, batch) : commands.reduce(apply, reached);
  }

  /** The shared files first: they can be taken back when the journal then fails, a journal cannot. */
  async function write(transactions: readonly (readonly Command[])[], after: Project): Promise<Project> {
    const takeBack = await shared.write(value, after);
    try {
      return await append(
        transactions.map(asOneCommand).filter((command) => command !== null),
        after,
      );
    } catch (error) {
      await takeBack();
      throw error;
    }
  }

  async function append(commands: readonly SetCommand[], after: Project): Promise<Project> {
    const set = writer && annotationSet(after, writer);
    const store = writer && writable.get(writer);
    if (commands.length === 0 || !set || !store) return after;
    return withSet(after, await store.append(commands, set));
  }

  async function enter<T>(task: () => Promise<T>): Promise<T> {
    if (isClosed) throw closedFailure();
    return inTurn(task);
  }

  function enqueue(commands: readonly Command[]): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push({ commands, resolve, reject });
      if (waiting.length === 1) void inTurn(drain);
    });
  }

  return {
    folder: layout.folder,
    get project() {
      return value;
    },
    workAs: (analyst) =>
      enter(async () => {
        storeOf(analyst);
        writer = analyst.id;
      }),
    ensureSet: (analyst) => enter(() => storeOf(analyst).begin()),
    apply: async (commands) => {
      if (isClosed) throw closedFailure();
      await enqueue(commands);
    },
    addSources: (additions) =>
      enter(async () => {
        const added = await writeNewSources(files, layout, additions);
        for (const source of added) shared.add(source);
        value = { ...value, sources: [...value.sources, ...added.map(({ source }) => source)] };
        return added.map(({ source }) => source);
      }),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await inTurn(async () => {
        for (const store of writable.values()) await store.close();
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
