import { dirname, join } from "node:path";
import type { FileReport } from "../../../annotations/api/file-report.ts";
import { Failure } from "../../../annotations/api/reply.ts";
import type { SetVersion } from "../../../annotations/api/set-version.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import type { AnalystId } from "../../../annotations/model/id.ts";
import { shownName } from "../../host/file-name.ts";
import { unsaved } from "../disk/fault.ts";
import type { Files } from "../disk/files.ts";
import { factsAt, namesIn, type Place } from "../disk/place.ts";
import { quarantine, removeIfThere } from "../disk/quarantine.ts";
import { readJournal } from "../journal/journal-reader.ts";
import type { ProjectLayout } from "../project/project-layout.ts";
import { contentsOf, listBackups } from "./backups.ts";
import { readSetFile, type SetGround } from "./set-file.ts";
import type { SetProject } from "./set-reading.ts";
import { replay } from "./set-replay.ts";

/** A version of a set that another program has written: in the place of ours, or beside it. */
interface OtherVersion {
  readonly kind: "edited" | "conflict-copy";
  readonly place: Place;
}

/** The other versions of one analyst's set: backups, what other programs wrote in its place, and what they wrote beside it. */
export interface SetVersions {
  /** The latest first. */
  list(): Promise<readonly SetVersion[]>;
  /** Throws a `Failure` when there is no such version, or when it cannot be read. */
  read(id: string): Promise<AnnotationSet>;
  /** A version that waited for a decision waits no longer; it stays in quarantine. */
  settle(id: string): Promise<void>;
  /** A report for each version that waits for a decision. */
  reports(): Promise<readonly FileReport[]>;
}

export function setVersions(
  files: Files,
  layout: ProjectLayout,
  project: () => SetProject,
  analystId: AnalystId,
): SetVersions {
  const ground = (): SetGround => {
    const { file, sources } = project();
    return { projectId: file.id, analystId, sources };
  };

  async function others(): Promise<readonly OtherVersion[]> {
    const edited = within(layout.quarantined("annotations"), await namesIn(files, layout.quarantined("annotations")))
      .filter(({ name }) => name.startsWith(`${analystId}.`) && name.endsWith(".edited.json"))
      .map(({ place }) => ({ kind: "edited", place }) as const);
    const copies = within(layout.annotations, await namesIn(files, layout.annotations))
      .filter(({ name }) => isConflictCopy(name, analystId))
      .map(({ place }) => ({ kind: "conflict-copy", place }) as const);
    return [...edited, ...copies];
  }

  /** An id is the file's place in the project as it was listed; nothing else is ever opened. */
  async function otherVersion(id: string): Promise<OtherVersion> {
    const found = (await others()).find(({ place }) => idOf(place) === id);
    if (!found) throw new Failure("refused", "This version is not there any more. Look at the list again.");
    return found;
  }

  function idOf({ label }: Place): string {
    return label.slice(label.indexOf("/") + 1);
  }

  async function contentOf(place: Place): Promise<AnnotationSet | null> {
    const file = await readSetFile(files, place, ground());
    return file.kind === "good" || file.kind === "edited" ? file.set : null;
  }

  async function described({ kind, place }: OtherVersion): Promise<SetVersion> {
    const set = await contentOf(place);
    const modified = (await factsAt(files, place))?.modified ?? 0;
    return { id: idOf(place), kind, at: new Date(modified).toISOString(), contents: set && contentsOf(set) };
  }

  async function readable(place: Place): Promise<AnnotationSet> {
    const set = await contentOf(place);
    if (!set)
      throw new Failure("refused", `${place.label} cannot be read as a version of this set. It was left as it is.`);
    return set;
  }

  async function putAway({ kind, place }: OtherVersion): Promise<void> {
    if (kind === "edited") {
      const decided = place.path.replace(/\.edited\.json$/, ".decided.json");
      await files.rename(place.path, decided);
      await files.syncFolder(dirname(decided));
    } else if (await quarantine(files, layout, place, "decided")) {
      await removeIfThere(files, place.path);
      await files.syncFolder(dirname(place.path));
    }
  }

  return {
    list: async () => {
      const backups = (await listBackups(files, layout.setBackups(analystId))).map(
        (backup): SetVersion => ({
          id: idOf(backup),
          kind: "backup",
          at: new Date(backup.at).toISOString(),
          contents: backup.contents,
        }),
      );
      const versions = [...backups, ...(await Promise.all((await others()).map(described)))];
      return versions.sort((a, b) => (a.at < b.at ? 1 : -1));
    },
    read: async (id) => {
      const backup = (await listBackups(files, layout.setBackups(analystId))).find((other) => idOf(other) === id);
      if (backup) return readable(backup);
      const { kind, place } = await otherVersion(id);
      const set = await readable(place);
      const file = await readSetFile(files, place, ground());
      // A whole former file, as git puts one there, is what it is.
      if (kind === "conflict-copy" || file.kind === "good") return set;
      // What was marked here since the other program read the set belongs to both versions.
      const { records } = await readJournal(files, layout.journal(analystId), set.journalThrough, project().file.id);
      return replay(project(), set, records).set;
    },
    settle: async (id) => {
      const other = await otherVersion(id);
      try {
        await putAway(other);
      } catch (error) {
        throw unsaved(other.place.label, error);
      }
    },
    reports: async () => (await others()).map(waiting),
  };
}

/** Whether a file beside the sets looks like a copy of this analyst's set that a file-sync service made. */
function isConflictCopy(name: string, id: AnalystId): boolean {
  return name.startsWith(id) && name.endsWith(".json") && name !== `${id}.json`;
}

function within(folder: Place, names: readonly string[]): readonly { readonly name: string; readonly place: Place }[] {
  return names.map((name) => ({
    name,
    place: { path: join(folder.path, name), label: `${folder.label}/${shownName(name)}` },
  }));
}

function waiting({ kind, place }: OtherVersion): FileReport {
  const message =
    kind === "edited"
      ? "Another program changed your set. Parallax goes on with its own version and keeps the other: compare the two, and decide."
      : "A file-sync service left another version of your set beside it: compare the two, and decide.";
  return { file: place.label, kind: "waiting", message };
}
