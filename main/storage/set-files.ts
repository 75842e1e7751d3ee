import { Low } from "lowdb";
import type { Analyst } from "../../annotations/model/analyst.ts";
import { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import { AnalystId, type ProjectId } from "../../annotations/model/id.ts";
import { SCHEMA_VERSION } from "../../annotations/model/schema-version.ts";
import type { Source } from "../../annotations/model/source.ts";
import { now } from "../../annotations/model/timestamp.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";
import type { Files } from "./files.ts";
import { type JournalContents, readJournal } from "./journal-reader.ts";
import { jsonFile, openJson } from "./json-file.ts";
import { bytesOf, damaged, namesIn, type Place } from "./place.ts";
import type { ProjectLayout } from "./project-layout.ts";
import { type ReplayGround, replay } from "./set-replay.ts";

/** An analyst's set as it is kept: the store of the snapshot, the journal after it, and the set that both make. */
export interface StoredSet {
  readonly db: Low<AnnotationSet>;
  /** Whether the snapshot's file is still as it was read or written here. */
  isCurrent(): Promise<boolean>;
  /** Whether the snapshot's file is there. */
  readonly onDisk: boolean;
  readonly journal: JournalContents;
  readonly set: AnnotationSet;
}

/** The analysts who have a set in a project. */
export async function listSets(files: Files, layout: ProjectLayout): Promise<readonly AnalystId[]> {
  const names = await namesIn(files, layout.annotations);
  return analystIds(names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5)));
}

/** Throws a `Failure` when a journal has lost the set that it continues: the set is missing, not new. */
export async function requireJournalledSets(files: Files, layout: ProjectLayout, known: readonly AnalystId[]) {
  for (const id of analystIds(await namesIn(files, layout.journals))) {
    if (known.includes(id) || (await namesIn(files, layout.journal(id))).length === 0) continue;
    throw damaged(layout.set(id), "it is missing, but there is a journal that continues it");
  }
}

/** Reads an analyst's set: the snapshot, then the journal. Changes nothing. */
export async function readSet(
  files: Files,
  layout: ProjectLayout,
  ground: ReplayGround,
  id: AnalystId,
): Promise<StoredSet> {
  return steadily(files, layout.set(id), () => readSetOnce(files, layout, ground, id));
}

/** Reads again when the snapshot was replaced meanwhile, for then the journal may have been cut in between. */
async function steadily<T>(files: Files, place: Place, read: () => Promise<T>): Promise<T> {
  for (let attempts = 5; ; attempts--) {
    const before = await bytesOf(files, place);
    const [result] = await Promise.allSettled([read()]);
    const after = await bytesOf(files, place);
    const isSteady = before && after ? Buffer.compare(before, after) === 0 : before === after;
    if (!isSteady && attempts > 1) continue;
    if (result.status === "rejected") throw result.reason;
    return result.value;
  }
}

async function readSetOnce(
  files: Files,
  layout: ProjectLayout,
  ground: ReplayGround,
  id: AnalystId,
): Promise<StoredSet> {
  const place = layout.set(id);
  const json = jsonFile(files, place, "annotation-set", AnnotationSet);
  const db = await openJson(json, place.label);
  if (db.data.analyst.id !== id) throw damaged(place, "it belongs to another analyst");
  if (db.data.projectId !== ground.file.id) throw damaged(place, "it belongs to another project");
  requireMarks(db.data, ground.sources, place);
  const journal = await readJournal(files, layout.journal(id), db.data.journalThrough);
  const set = replay(ground, db.data, journal.records);
  if ("reason" in set) throw damaged(journal.place, `change ${set.seq} does not fit: ${set.reason}`);
  return { db, isCurrent: json.isCurrent, onDisk: true, journal, set };
}

/** A set that is not on the disk yet and comes there with its first command. */
export function newSet(files: Files, layout: ProjectLayout, projectId: ProjectId, analyst: Analyst): StoredSet {
  const set: AnnotationSet = {
    schemaVersion: SCHEMA_VERSION,
    projectId,
    analyst,
    createdAt: now(),
    journalThrough: 0,
    claims: [],
    marks: [],
    cells: [],
  };
  const json = jsonFile(files, layout.set(analyst.id), "annotation-set", AnnotationSet);
  return {
    db: new Low(json, set),
    isCurrent: json.isCurrent,
    onDisk: false,
    journal: { place: layout.journal(analyst.id), segments: [], records: [], lastSeq: 0 },
    set,
  };
}

function analystIds(names: readonly string[]): AnalystId[] {
  return names
    .map((name) => AnalystId.safeParse(name))
    .filter((id) => id.success)
    .map((id) => id.data);
}

/** Every mark lies in the text of a source that is there. */
function requireMarks(set: AnnotationSet, sources: readonly Source[], place: Place): void {
  for (const [i, mark] of set.marks.entries()) {
    const source = sources.find((candidate) => candidate.id === mark.sourceId);
    if (!source) throw damaged(place, `the source of mark ${i + 1} is not in the project`);
    const { length } = codePointsOf(source);
    if (mark.ranges.some((range) => range.end > length)) throw damaged(place, `mark ${i + 1} does not lie in the text`);
  }
}
