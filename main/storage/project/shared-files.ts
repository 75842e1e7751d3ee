import type { Low } from "lowdb";
import { Failure } from "../../../annotations/api/reply.ts";
import type { SourceId } from "../../../annotations/model/id.ts";
import type { Project, ProjectFile } from "../../../annotations/model/project.ts";
import { recordOf, type StoredSource } from "./source-files.ts";

/** The files that all analysts of a project share: `project.json` and each source's metadata. */
export interface SharedFiles {
  /**
   * Writes what differs between the two values, all or none, each file only if it is still what was read. Gives back a
   * function that takes the change back as far as the disk allows.
   */
  write(before: Project, after: Project): Promise<() => Promise<void>>;
  /** Takes back what could not be taken back before. Throws a `Failure` when the disk still does not allow it. */
  settle(): Promise<void>;
  /** Reads `project.json` again. */
  readProjectFile(): Promise<ProjectFile>;
  /** A source that has joined the project, or was read again. */
  add(source: StoredSource): void;
}

/** One file's change. */
interface Change {
  redo(): Promise<void>;
  undo(): Promise<void>;
}

export function sharedFiles(file: Low<ProjectFile>, sources: ReadonlyMap<SourceId, StoredSource>): SharedFiles {
  const known = new Map(sources);
  /** Changes that were not acknowledged and are on the disk all the same. */
  let owed: readonly Change[] = [];

  async function takeBack(changes: readonly Change[]): Promise<void> {
    const stuck: Change[] = [];
    let fault: unknown = null;
    for (const change of [...owed, ...changes].toReversed()) {
      try {
        await change.undo();
      } catch (error) {
        // What another program has written since is not ours to take back.
        if (error instanceof Failure && error.code === "refused") continue;
        stuck.unshift(change);
        fault ??= error;
      }
    }
    owed = stuck;
    if (fault !== null) throw fault;
  }

  const settle = () => takeBack([]);

  function changesBetween(before: Project, after: Project): readonly Change[] {
    const changes = before.file === after.file ? [] : [change(file, before.file, after.file)];
    for (const source of after.sources) {
      const former = before.sources.find(({ id }) => id === source.id);
      const stored = known.get(source.id);
      if (!former || !stored || former === source) continue;
      changes.push(change(stored.db, recordOf(former), recordOf(source)));
    }
    return changes;
  }

  return {
    write: async (before, after) => {
      await settle();
      const begun: Change[] = [];
      // What cannot be taken back now is before the next write.
      const undo = () => takeBack(begun).catch(() => undefined);
      try {
        for (const next of changesBetween(before, after)) {
          begun.push(next);
          await next.redo();
        }
      } catch (error) {
        await undo();
        throw error;
      }
      return undo;
    },
    settle,
    readProjectFile: async () => {
      await settle();
      await file.read();
      return file.data;
    },
    add: (source) => {
      known.set(source.source.id, source);
    },
  };
}

function change<T>(db: Low<T>, before: T, after: T): Change {
  const write = (data: T) => {
    db.data = data;
    return db.write();
  };
  return { redo: () => write(after), undo: () => write(before) };
}
