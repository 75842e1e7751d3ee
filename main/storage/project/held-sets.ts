import { Failure } from "../../../annotations/api/reply.ts";
import type { Command } from "../../../annotations/commands/command.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { AnalystId } from "../../../annotations/model/id.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import type { Files } from "../disk/files.ts";
import { openProjectStore, type ProjectStore, type ProjectStoreOptions } from "./project-store.ts";

/** A set that an analyst is at work on, with the store that holds it. */
export interface OwnSet {
  readonly analyst: Analyst;
  readonly store: ProjectStore;
}

/** Where several analysts' sets are changed together, and how. */
export interface SetsWish {
  readonly files: Files;
  readonly folder: string;
  /** The set that is held already, if any: it goes on being held. */
  readonly own: OwnSet | null;
  /** What is said not to have happened when a set is held by somebody else: “merged”. */
  readonly deed: string;
  readonly options: Partial<ProjectStoreOptions>;
}

/** The sets of several analysts, held for a short while so that nobody else changes them meanwhile. */
export interface HeldSets {
  /** Opens the project beside them, or gives the store that is open. */
  shared(): Promise<ProjectStore>;
  /** The store that holds the analyst's set. Throws a `Failure` with one sentence when it is open elsewhere. */
  hold(analyst: Analyst): Promise<ProjectStore>;
  isHeld(id: AnalystId): boolean;
  /** The project with the held sets as their holders have them. */
  within(project: Project): Project;
  readonly stores: readonly ProjectStore[];
  /** Carries out a command in the set of its analyst, which is held, after what the others have written by now. */
  apply(command: Command): Promise<void>;
  /**
   * Carries out what leads back after something has failed, command by command, as far as the disk lets it. What it lets be
   * done only once it is asked again is asked for again. Never throws.
   */
  takeBack(commands: readonly Command[]): Promise<void>;
  /** Lets go of all but the one that was held before. */
  close(): Promise<void>;
}

export function heldSets({ files, folder, own, deed, options }: SetsWish): HeldSets {
  const opened: ProjectStore[] = [];
  const held = new Map<AnalystId, ProjectStore>();

  async function open(): Promise<ProjectStore> {
    const store = await openProjectStore(files, folder, options);
    opened.push(store);
    return store;
  }

  async function take(analyst: Analyst): Promise<ProjectStore> {
    if (analyst.id === own?.analyst.id) return writable(own.store, analyst);
    const store = await open();
    await store.workAs(analyst);
    return writable(store, analyst);
  }

  function writable(store: ProjectStore, { name }: Analyst): ProjectStore {
    const { access } = store;
    if (access.kind === "writable") return store;
    if (access.remedy !== "take-over") throw new Failure("refused", access.reason);
    throw new Failure(
      "refused",
      `The marks of ${name} are open in another window of Parallax, so nothing was ${deed}. Close it there, then do that again.`,
    );
  }

  async function apply(command: Command): Promise<void> {
    const store = held.get(command.analyst);
    if (!store) throw new Error("a set is held before it is changed");
    await store.lookAround();
    await store.apply([command]);
  }

  async function applyAfterFault(command: Command): Promise<void> {
    const store = held.get(command.analyst);
    if (store?.access.kind === "read-only" && store.access.remedy === "try-again") await store.remedy("try-again");
    await apply(command);
  }

  return {
    shared: async () => own?.store ?? open(),
    hold: async (analyst) => {
      const store = held.get(analyst.id) ?? (await take(analyst));
      held.set(analyst.id, store);
      return store;
    },
    isHeld: (id) => held.has(id),
    within: (project) => ({
      ...project,
      sets: project.sets.map((set) => {
        const store = held.get(set.analyst.id);
        return (store && annotationSet(store.project, set.analyst.id)) ?? set;
      }),
    }),
    get stores() {
      return [...held.values()];
    },
    apply,
    takeBack: async (commands) => {
      for (const command of commands) await applyAfterFault(command).catch(() => undefined);
    },
    close: () => closeAll(opened),
  };
}

/** Closes every one of them, whatever becomes of the others. */
async function closeAll(stores: readonly ProjectStore[]): Promise<void> {
  const closed = await Promise.allSettled(stores.map((store) => store.close()));
  const failed = closed.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}
