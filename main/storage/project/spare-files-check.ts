import { join } from "node:path";
import { Failure } from "../../../annotations/api/reply.ts";
import { AnalystId } from "../../../annotations/model/id.ts";
import type { Source } from "../../../annotations/model/source.ts";
import { shownName } from "../../host/file-name.ts";
import { decodeText } from "../../host/text-decoder.ts";
import type { Files } from "../disk/files.ts";
import { bytesOf, factsAt, namesIn, type Place } from "../disk/place.ts";
import { readJournal } from "../journal/journal-reader.ts";
import { readSegment, segmentNumbers } from "../journal/segment.ts";
import { listBackups } from "../set/backups.ts";
import { readSetFile, type SetGround } from "../set/set-file.ts";
import { listSets } from "../set/set-reading.ts";
import type { ProjectLayout } from "./project-layout.ts";

/** Something that is wrong with a file. */
interface SpareProblem {
  readonly file: string;
  readonly problem: string;
}

/**
 * What is wrong with the files that a project is not read from as long as all is well: parts of journals that the sets
 * contain already, backups, imported files, what lies in quarantine, and copies that file-sync services have made.
 */
export async function* spareProblems(
  files: Files,
  layout: ProjectLayout,
  projectId: SetGround["projectId"],
  sources: readonly Source[],
): AsyncGenerator<SpareProblem> {
  for (const analystId of await listSets(files, layout)) {
    const ground = { projectId, analystId, sources };
    yield* orUnreadable(layout.journal(analystId), journalProblems(files, layout, ground));
    yield* backupProblems(files, layout, ground);
  }
  for (const source of sources) yield* originalProblems(files, layout, source);
  yield* quarantineProblems(files, layout.quarantine);
}

/** Copies that file-sync services have made beside the files of a project. */
export async function* syncCopyProblems(files: Files, layout: ProjectLayout): AsyncGenerator<SpareProblem> {
  yield* copiesIn(files, layout, { path: layout.folder, label: layout.project.label.replace(/\/project\.json$/, "") });
  for (const folder of [layout.sources, layout.annotations, layout.sharedCopy("sources"), layout.backups]) {
    yield* copiesIn(files, layout, folder);
  }
  for (const folder of [layout.journals, layout.allSetBackups]) {
    for (const name of await namesIn(files, folder)) yield* copiesIn(files, layout, within(folder, name));
  }
}

/** What a name was before a file-sync service marked it as that of a copy; null when it does not look like one. */
export function nameBeforeSync(name: string): string | null {
  const former = SYNC_MARKS.reduce((shorter, mark) => shorter.replace(mark, ""), name);
  return former === name ? null : former;
}

/** As Dropbox, Nextcloud and ownCloud; Syncthing; and Google Drive, OneDrive and browsers mark their copies. */
const SYNC_MARKS = [/ \([^()]*conflict[^()]*\)/i, /\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?/, / \(\d+\)(?=\.)/];

async function* copiesIn(files: Files, layout: ProjectLayout, folder: Place): AsyncGenerator<SpareProblem> {
  const facts = await factsAt(files, folder);
  if (facts?.kind !== "folder") return;
  for (const name of await namesIn(files, folder)) {
    const former = nameBeforeSync(name);
    if (former === null) continue;
    const advice =
      isSet(former) && folder.path === layout.annotations.path
        ? "Open the project as this analyst to compare the two and decide."
        : "Compare the two, keep what is right under the first name, and move this one out of the project.";
    yield {
      file: within(folder, name).label,
      problem: `It looks like a copy that a file-sync service made of ${shownName(former)}, and is not read. ${advice}`,
    };
  }
}

/** Damage in a journal, also where the set contains already what was in it, and changes that no segment holds any more. */
async function* journalProblems(
  files: Files,
  layout: ProjectLayout,
  { analystId, projectId }: SetGround,
): AsyncGenerator<SpareProblem> {
  const journal = layout.journal(analystId);
  const first = await firstChange(files, journal);
  const { flaws, segments } = await readJournal(files, journal, first, projectId);
  // Where the next part goes on from tells what was lost of this one, but not to which file it happened.
  const damaged = segments.flatMap((segment) => {
    const { rest } = segment;
    if (rest.kind !== "damaged" || flaws.some((flaw) => flaw.segment === segment)) return [];
    return [{ segment, reason: `line ${rest.line} does not fit its checksum` }];
  });
  for (const { segment, reason } of [...damaged, ...flaws]) {
    yield {
      file: segment.label,
      problem: `This part of the journal is damaged: ${reason}. The set contains all that was in it, so nothing is missing; only a backup from before can no longer be brought up to date.`,
    };
  }
}

/** The last change before the journal. */
async function firstChange(files: Files, journal: Place): Promise<number> {
  for (const number of await segmentNumbers(files, journal)) {
    const segment = await readSegment(files, journal, number);
    if (segment?.after !== null && segment !== null) return segment.after;
  }
  return 0;
}

async function* backupProblems(files: Files, layout: ProjectLayout, ground: SetGround): AsyncGenerator<SpareProblem> {
  for (const backup of await listBackups(files, layout.setBackups(ground.analystId))) {
    yield* orUnreadable(backup, backupProblem(files, backup, ground));
  }
}

async function* backupProblem(files: Files, backup: Place, ground: SetGround): AsyncGenerator<SpareProblem> {
  const file = await readSetFile(files, backup, ground);
  const what = "The set itself and the other backups are not touched by that.";
  if (file.kind === "damaged") {
    yield { file: backup.label, problem: `This backup cannot be read: ${file.reason}. ${what}` };
  } else if (file.kind === "edited") {
    yield {
      file: backup.label,
      problem: `Another program changed this backup: its checksum does not fit it, so it is not relied on. ${what}`,
    };
  }
}

async function* originalProblems(files: Files, layout: ProjectLayout, source: Source): AsyncGenerator<SpareProblem> {
  const place = layout.sourceOriginal(source.id);
  yield* orUnreadable(place, originalProblem(files, place, source));
}

async function* originalProblem(files: Files, place: Place, source: Source): AsyncGenerator<SpareProblem> {
  const bytes = await bytesOf(files, place);
  const what = "The article's text itself is sound, and marks stand in that.";
  if (bytes === null) {
    yield { file: place.label, problem: `The imported file is missing. ${what}` };
    return;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok)
    yield { file: place.label, problem: `It is not the imported file any more: it ${decoded.reason} ${what}` };
  else if (decoded.text !== source.text) {
    yield {
      file: place.label,
      problem: `It is not the imported file any more: it says something else than the article. ${what}`,
    };
  }
}

async function* quarantineProblems(files: Files, folder: Place): AsyncGenerator<SpareProblem> {
  for (const name of await namesIn(files, folder)) {
    const place = within(folder, name);
    if ((await factsAt(files, place))?.kind === "folder") yield* quarantineProblems(files, place);
    else yield { file: place.label, problem: quarantineMessage(name) };
  }
}

function quarantineMessage(name: string): string {
  const [, reason] = /\.(damaged|edited|decided)(\.[^.]+)?$/.exec(name) ?? [];
  const done = "If nothing is missing in the project, you may delete it.";
  switch (reason) {
    case "edited":
      return `It is kept aside because it was not what Parallax had written there. Compare it with what the project shows. ${done}`;
    case "decided":
      return "It is kept aside because somebody decided about it. You may delete it.";
    default:
      return `It is kept aside because it could not be read. ${done}`;
  }
}

/** What cannot be read at all is one problem. */
async function* orUnreadable(place: Place, problems: AsyncGenerator<SpareProblem>): AsyncGenerator<SpareProblem> {
  try {
    yield* problems;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    yield { file: place.label, problem: error.message };
  }
}

function isSet(name: string): boolean {
  return name.endsWith(".json") && AnalystId.safeParse(name.slice(0, -".json".length)).success;
}

function within({ path, label }: Place, name: string): Place {
  return { path: join(path, name), label: `${label}/${shownName(name)}` };
}
