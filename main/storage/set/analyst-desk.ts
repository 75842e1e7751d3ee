import type { Access } from "../../../annotations/api/access.ts";
import { Failure } from "../../../annotations/api/reply.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { ProjectId } from "../../../annotations/model/id.ts";
import { ProjectFile } from "../../../annotations/model/project.ts";
import { unsaved } from "../disk/fault.ts";
import type { Files } from "../disk/files.ts";
import { jsonContent } from "../disk/json-content.ts";
import { bytesOf, factsAt, type Place } from "../disk/place.ts";
import type { Processes } from "../journal/holder.ts";
import type { ProjectLayout } from "../project/project-layout.ts";
import { ended, heldBy, newerThanThis, notWritable, WRITABLE } from "./set-access.ts";
import { holdSet, isFree, type SetHold } from "./set-hold.ts";
import { readSet, type SetProject, type StoredSet, setSignature } from "./set-reading.ts";
import { openSetStore, type SetStore, type SetStoreOptions } from "./set-store.ts";

/** The set of the analyst who works here: held and open for writing, or the reason why it is not. */
export interface AnalystDesk {
  readonly analyst: Analyst;
  readonly access: Access;
  /** Null as long as nothing can be written. */
  readonly store: SetStore | null;
  /** The set as it was read when it was taken hold of; null when it could not be. */
  readonly stored: StoredSet | null;
  /** Goes on in new files when those of the set have vanished from a project that is still there. True when it does. */
  mend(): Promise<boolean>;
  /** Whether the set might be held now, when another program had it. */
  mayBeFree(): Promise<boolean>;
  close(): Promise<void>;
}

export interface DeskOptions extends SetStoreOptions {
  readonly processes: Processes;
}

export interface DeskWish {
  readonly analyst: Analyst;
  readonly takeOver: boolean;
  /** The set as it was read before, if it was; where nobody has changed it since, it need not be read again. */
  readonly read: StoredSet | undefined;
}

/** Takes hold of an analyst's set if that is possible; of one that another program has only when told to take it over. */
export async function openDesk(
  files: Files,
  layout: ProjectLayout,
  project: SetProject,
  wish: DeskWish,
  options: DeskOptions,
): Promise<AnalystDesk> {
  const { analyst } = wish;
  const { processes } = options;
  const place = layout.journal(analyst.id);
  try {
    const hold = await holdSet(files, layout, processes, { ...wish, projectId: project.file.id });
    return hold.kind === "held" ? await held(hold) : closedDesk(heldBy(hold));
  } catch (error) {
    return closedDesk(notWritable(unsaved(layout.set(analyst.id).label, error)));
  }

  async function readHeld(own: number): Promise<StoredSet | null> {
    const { read } = wish;
    if (read && read.signature === (await setSignature(files, layout, analyst.id, own)).all) return read;
    return readSet(files, layout, project, analyst.id, analyst);
  }

  async function held(hold: Extract<SetHold, { kind: "held" }>): Promise<AnalystDesk> {
    const letGo = async () => {
      await hold.segment.file.close().catch(() => undefined);
      await files.remove(hold.segment.path).catch(() => undefined);
      processes.end(hold.owner.owner);
    };
    try {
      const stored = await readHeld(hold.segment.number);
      if (stored === null) throw new Error("a set that is held has somebody to be the set of");
      if (stored.file.kind === "newer" || stored.journal.newer) {
        await letGo();
        return closedDesk(newerThanThis(layout.set(analyst.id)));
      }
      const store = await openSetStore(files, layout, hold, stored, options);
      return {
        analyst,
        stored,
        store,
        get access() {
          return store.ended ? ended(store.ended) : WRITABLE;
        },
        mend: async () => {
          if (store.ended?.kind !== "vanished" || !(await isProjectThere(files, layout, project.file.id))) return false;
          if (!(await isFree(files, place, processes, hold.owner.owner))) return false;
          await store.tryAgain();
          return true;
        },
        mayBeFree: async () => store.ended?.kind === "taken-over" && (await isFree(files, place, processes)),
        close: async () => {
          await store.close();
          processes.end(hold.owner.owner);
        },
      };
    } catch (error) {
      await letGo();
      throw error;
    }
  }

  function closedDesk(access: Access): AnalystDesk {
    const isHeld = access.kind === "read-only" && access.remedy === "take-over";
    return {
      analyst,
      access,
      store: null,
      stored: null,
      mend: async () => false,
      mayBeFree: async () => isHeld && (await isFree(files, place, processes)),
      close: async () => {},
    };
  }
}

/**
 * Whether the folder still holds the project: nothing is made where it is not, nor where another project has come. A
 * project file that cannot be read tells nothing.
 */
export async function isProjectThere(files: Files, layout: ProjectLayout, id: ProjectId): Promise<boolean> {
  const ids = await Promise.all(
    [layout.project, layout.sharedCopy("project.json")].map((place) => projectIdAt(files, place)),
  );
  const known = ids.filter((found) => found !== null);
  return known.length > 0 && known.some((found) => found === "unreadable" || found === id);
}

async function projectIdAt(files: Files, place: Place): Promise<ProjectId | "unreadable" | null> {
  if ((await factsAt(files, place)) === null) return null;
  const bytes = await bytesOf(files, place).catch(() => null);
  const content = bytes && jsonContent(bytes, "project", ProjectFile);
  return content?.kind === "good" ? content.value.id : "unreadable";
}

/** Throws a `Failure` with the reason when nothing may be changed. */
export function requireWritable(access: Access): void {
  if (access.kind === "read-only") throw new Failure("not-saved", access.reason);
}
