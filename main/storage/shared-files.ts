import type { Low } from "lowdb";
import type { SourceId } from "../../annotations/model/id.ts";
import type { Project, ProjectFile } from "../../annotations/model/project.ts";
import { recordOf, type StoredSource } from "./source-files.ts";

/** The files that all analysts of a project share: `project.json` and each source's metadata. */
export interface SharedFiles {
  /**
   * Writes what differs between the two values, all or none, each file only if it is still what was read. Gives back a
   * function that takes the change back as far as the disk allows.
   */
  write(before: Project, after: Project): Promise<() => Promise<void>>;
  /** A source that has joined the project. */
  add(source: StoredSource): void;
}

/** One file's change. */
interface Change {
  redo(): Promise<void>;
  undo(): Promise<void>;
}

export function sharedFiles(file: Low<ProjectFile>, sources: ReadonlyMap<SourceId, StoredSource>): SharedFiles {
  const known = new Map(sources);

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
      const begun: Change[] = [];
      const takeBack = async () => {
        for (const { undo } of begun.toReversed()) await undo().catch(() => undefined);
      };
      try {
        for (const next of changesBetween(before, after)) {
          begun.push(next);
          await next.redo();
        }
      } catch (error) {
        await takeBack();
        throw error;
      }
      return takeBack;
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
