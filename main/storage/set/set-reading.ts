import { isDeepStrictEqual } from "node:util";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { type AnnotationSet, emptySet } from "../../../annotations/model/annotation-set.ts";
import { AnalystId } from "../../../annotations/model/id.ts";
import type { ProjectFile } from "../../../annotations/model/project.ts";
import type { Source } from "../../../annotations/model/source.ts";
import type { Files } from "../disk/files.ts";
import { newerVersion } from "../disk/json-file.ts";
import { damaged, factsAt, namesIn, type Place } from "../disk/place.ts";
import { type JournalContents, readJournal } from "../journal/journal-reader.ts";
import { segmentNumbers, segmentPlace } from "../journal/segment.ts";
import type { ProjectLayout } from "../project/project-layout.ts";
import { listBackups } from "./backups.ts";
import { readSetFile, type SetFile, type SetGround, signatureOf } from "./set-file.ts";
import { type ReplayFault, replay } from "./set-replay.ts";

/** An analyst's set as it was found on the disk, put together from the snapshot or a backup and the journal. */
export interface StoredSet {
  readonly set: AnnotationSet;
  /** What the snapshot's file holds. */
  readonly file: SetFile;
  /** What the set was put together from. */
  readonly base: SetBase;
  readonly journal: JournalContents;
  /** Records that did not fit what came before them, and were left out. */
  readonly faults: readonly ReplayFault[];
  /** Different whenever a program has written a file of this set. */
  readonly signature: string;
}

/** The snapshot; a backup; nothing but the journal; or the snapshot as another program wrote it, for want of anything else. */
type SetBase =
  | { readonly kind: "snapshot" | "journal" | "edited-snapshot" }
  | { readonly kind: "backup"; readonly place: Place };

interface BaseSet {
  readonly base: SetBase;
  readonly set: AnnotationSet;
}

/** What a set belongs to. */
export interface SetProject {
  readonly file: ProjectFile;
  readonly sources: readonly Source[];
}

/** The analysts who have a set in a project, or files that tell of one. */
export async function listSets(files: Files, layout: ProjectLayout): Promise<readonly AnalystId[]> {
  const snapshots = (await namesIn(files, layout.annotations))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -5));
  const journals = await namesIn(files, layout.journals);
  const backups = await namesIn(files, layout.allSetBackups);
  return [...new Set(analystIds([...snapshots, ...journals, ...backups]))].sort();
}

/**
 * Reads an analyst's set: the newest that can be read of its snapshot and backups, then the journal. Changes nothing. Null
 * when there is no set. `analyst` is whose set begins empty where nothing at all can be read; without it that is a `Failure`.
 */
export async function readSet(
  files: Files,
  layout: ProjectLayout,
  project: SetProject,
  id: AnalystId,
  analyst?: Analyst,
): Promise<StoredSet | null> {
  const place = layout.set(id);
  const ground: SetGround = { projectId: project.file.id, analystId: id, sources: project.sources };
  for (let attempts = 5; ; attempts--) {
    const signature = await setSignature(files, layout, id);
    const [result] = await Promise.allSettled([readOnce()]);
    // When the snapshot was replaced meanwhile, the journal may have been shortened in between.
    const after = await setSignature(files, layout, id);
    if (after.snapshot !== signature.snapshot && attempts > 1) continue;
    if (result.status === "rejected") throw result.reason;
    return result.value && { ...result.value, signature: after.snapshot === signature.snapshot ? signature.all : "" };
  }

  async function readOnce(): Promise<Omit<StoredSet, "signature"> | null> {
    const file = await readSetFile(files, place, ground);
    switch (file.kind) {
      case "good": {
        const found = await replayed(file, { base: { kind: "snapshot" }, set: file.set });
        return isOwn(file.seal, found.journal) ? found : ((await withOwn(file)) ?? found);
      }
      case "newer":
        if (file.set === null) throw newerVersion(place.label);
        return replayed(file, { base: { kind: "snapshot" }, set: file.set });
      case "edited":
        return withFormer(file, file.set);
      case "missing":
      case "damaged": {
        const former = await formerSet();
        if (former) return replayed(file, former);
        if (file.kind === "missing" && !analyst) return null;
        if (!analyst) throw damaged(place, file.kind === "damaged" ? file.reason : "it is missing");
        return replayed(file, { base: { kind: "journal" }, set: emptySet(project.file.id, analyst) });
      }
      default:
        return file satisfies never;
    }
  }

  /** A set that another program changed does not count before somebody has agreed, unless there is nothing else. */
  async function withFormer(file: SetFile, edited: AnnotationSet): Promise<Omit<StoredSet, "signature">> {
    const asWritten = await replayed(file, { base: { kind: "edited-snapshot" }, set: edited });
    const recovered = await withoutSnapshot(file);
    if (!recovered) return asWritten;
    if (!isDeepStrictEqual(contentOf(recovered.set), contentOf(asWritten.set))) return recovered;
    const good: SetFile = { kind: "good", set: edited, seal: null, older: false };
    return { ...asWritten, file: good, base: { kind: "snapshot" } };
  }

  /**
   * Neither does a sound one that Parallax did not put there, such as that of another machine, or an older one: the journal
   * does not go on from it.
   */
  async function withOwn(file: SetFile & { kind: "good" }): Promise<Omit<StoredSet, "signature"> | null> {
    const recovered = await withoutSnapshot({ kind: "edited", set: file.set });
    if (!recovered || isDeepStrictEqual(contentOf(recovered.set), contentOf(file.set))) return null;
    return recovered;
  }

  /** The set as the backups and the journal have it; null where they do not have all of it. */
  async function withoutSnapshot(file: SetFile): Promise<Omit<StoredSet, "signature"> | null> {
    const former = await formerSet();
    const recovered = former && (await replayed(file, former));
    return recovered && recovered.journal.flaws.length === 0 ? recovered : null;
  }

  async function replayed(file: SetFile, { base, set }: BaseSet): Promise<Omit<StoredSet, "signature">> {
    const journal = await readJournal(files, layout.journal(id), set.journalThrough, project.file.id);
    const { set: reached, faults } = replay(project, set, journal.records);
    // What is missing keeps its number.
    return { file, base, journal, faults, set: { ...reached, journalThrough: journal.lastSeq } };
  }

  /** What there was before the snapshot, if anything. */
  async function formerSet(): Promise<BaseSet | null> {
    for (const backup of await listBackups(files, layout.setBackups(id))) {
      const file = await readSetFile(files, backup, ground);
      if (file.kind === "good") return { base: { kind: "backup", place: backup }, set: file.set };
    }
    const { segments, records, flaws } = await readJournal(files, layout.journal(id), 0, project.file.id);
    // A journal of which nothing can be read any more tells of a set all the same.
    if (records.length === 0 && flaws.length === 0) return null;
    const owner = segments.find(({ header }) => header?.analyst?.id === id)?.header?.analyst;
    return { base: { kind: "journal" }, set: emptySet(project.file.id, owner ?? analyst ?? nameless(id)) };
  }
}

/** Whether those who wrote the journal wrote the snapshot too, as far as the journal tells. */
function isOwn(seal: string | null, { snapshots, flaws }: JournalContents): boolean {
  return seal === null || snapshots === null || flaws.length > 0 || snapshots.includes(seal);
}

/** What an analyst's files look like at the moment, but for segment `own`. */
export async function setSignature(
  files: Files,
  layout: ProjectLayout,
  id: AnalystId,
  own?: number,
): Promise<{ readonly snapshot: string; readonly all: string }> {
  const snapshot = signatureOf(await factsAt(files, layout.set(id)));
  const journal = layout.journal(id);
  const numbers = (await segmentNumbers(files, journal)).filter((number) => number !== own);
  const last = numbers.at(-1);
  const end = last === undefined ? null : await factsAt(files, segmentPlace(journal, last));
  return { snapshot, all: [snapshot, numbers.length, numbers[0], last, signatureOf(end)].join(" | ") };
}

function contentOf({ analyst, claims, marks, cells }: AnnotationSet) {
  return { analyst, claims, marks, cells };
}

/** An analyst of whom nothing but the id is left. */
function nameless(id: AnalystId): Analyst {
  return { id, name: `Analyst ${id.slice(0, 8)}` };
}

function analystIds(names: readonly string[]): AnalystId[] {
  return names
    .map((name) => AnalystId.safeParse(name))
    .filter((id) => id.success)
    .map((id) => id.data);
}
