import { expect, it } from "vitest";
import type { FileReport } from "../../../annotations/api/file-report.ts";
import { Failure } from "../../../annotations/api/reply.ts";
import { checkProject, type Problem } from "../project/project-check.ts";
import { openProjectStore, type ProjectStore } from "../project/project-store.ts";
import { DAMAGES, type Damage, type Damaged, damagedTree, FILE_KINDS, filesIn, holdsBytes } from "../testing/damage.ts";
import { ANNA, BRUNO, claim, putClaim } from "../testing/example-project.ts";
import { contentOf, HISTORIC_FOLDER, type Part } from "../testing/history.ts";
import { type MemoryFiles, memoryFiles } from "../testing/memory-files.ts";
import { seededRandom } from "../testing/seeded-random.ts";
import { testMachine } from "../testing/test-machine.ts";
import { OLD_QUARANTINE, otherWornProject, PARTS, type WornProject, wornProject } from "../testing/worn-project.ts";

const asked = process.env.PARALLAX_DAMAGES;
const COUNT = Number(asked ?? 150);

/** What came of a damaged project. */
interface Outcome {
  readonly end: "complete" | "reported" | "refused" | "silent";
  /** Whether people are told, by the open project or by a check. */
  readonly isTold: boolean;
  readonly broken: readonly string[];
}

async function opened(files: MemoryFiles, startProgram = testMachine()): Promise<ProjectStore> {
  const options = { idleTime: 60_000, backupEvery: 0, report: () => undefined, processes: startProgram() };
  const store = await openProjectStore(files, HISTORIC_FOLDER, options);
  await store.workAs(ANNA);
  return store;
}

function contents(store: ProjectStore): ReadonlyMap<Part, string> {
  return new Map(PARTS.map((part) => [part, contentOf(store.project, part)]));
}

function isSentence(text: string): boolean {
  return /^.{20,}\.$/su.test(text);
}

/** The sentence of a `Failure`; complains about whatever else is thrown. */
function sentenceOf(error: unknown, broken: string[]): string {
  if (!(error instanceof Failure)) {
    broken.push(`it threw ${error instanceof Error ? error.stack : String(error)}`);
    return "";
  }
  if (!isSentence(error.message)) broken.push(`no sentence: ${error.message}`);
  return error.message;
}

async function checked(files: MemoryFiles, broken: string[]): Promise<readonly Problem[]> {
  const before = files.log.length;
  const [result] = await Promise.allSettled([checkProject(files, HISTORIC_FOLDER)]);
  if (files.log.length !== before) broken.push("checking changed something");
  if (result.status === "fulfilled") return result.value;
  return [{ file: "", problem: sentenceOf(result.reason, broken) }];
}

/** What people are told of a project: by the reports of the open one, and by a check of it. */
interface Told {
  readonly reports: readonly string[];
  readonly problems: readonly string[];
}

/** Of what lies in quarantine from the start is told in any case. */
function told(reports: readonly FileReport[], problems: readonly Problem[]): Told {
  return {
    reports: reports.map(({ file, kind, message }) => `${kind} ${file}: ${message}`),
    problems: problems
      .map(({ file, problem }) => `${file}: ${problem}`)
      .filter((what) => !what.includes(OLD_QUARANTINE)),
  };
}

async function outcomeOf({ contents: expected }: WornProject, { tree, file, bytes }: Damaged): Promise<Outcome> {
  const broken: string[] = [];
  const files = memoryFiles(tree);
  const problems = await checked(files, broken);
  const isKept = () => bytes === null || holdsBytes(files.tree(), HISTORIC_FOLDER, bytes);
  const [result] = await Promise.allSettled([opened(files)]);
  if (result.status === "rejected") {
    const sentence = sentenceOf(result.reason, broken);
    if (!sentence.includes(`bridge/${file}`)) broken.push(`it does not name the file: ${sentence}`);
    if (!isKept()) broken.push("the damaged bytes are gone");
    return { end: "refused", isTold: true, broken };
  }
  const store = result.value;
  const found = contents(store);
  const { reports, problems: other } = told(store.reports, problems);
  const isTold = reports.length + other.length > 0;
  const wrong = PARTS.filter((part) => found.get(part) !== expected.get(part));
  for (const part of wrong) {
    if (part !== "shared" && isOfAnother(file, part)) broken.push(`damage to ${file} changed the set of ${part}`);
  }
  if (store.access.kind === "read-only") {
    if (!isSentence(store.access.reason)) broken.push(`no sentence: ${store.access.reason}`);
    await store.close();
    return { end: "refused", isTold: true, broken };
  }
  const end = wrong.length === 0 ? "complete" : isTold ? "reported" : "silent";
  await store.apply([putClaim(ANNA, claim("AFTER"))]);
  const after = contents(store);
  await store.close();
  // Other line ends in JSON say the same.
  if (!isKept() && (end !== "complete" || isTold)) broken.push("the damaged bytes are gone");
  const again = await opened(files);
  for (const [part, content] of contents(again)) {
    if (content !== after.get(part)) broken.push(`${part} is different when it is opened again`);
  }
  await again.close();
  return { end, isTold, broken };
}

function isOfAnother(file: string, part: Part): boolean {
  return file.includes(part === "anna" ? BRUNO.id : ANNA.id);
}

/** Damage that is not noticed because all is there, or because it looks like the end of a write that was broken off. */
function mayBeUntold(kind: string, damage: Damage, end: Outcome["end"]): boolean {
  if (damage === "removed" || damage === "given CRLF line ends") return end === "complete";
  // What follows the last record that counts need not be whole.
  return kind === "a journal segment" || kind === "a file in quarantine";
}

it(`hides none of ${COUNT} damages, and does no more harm`, async () => {
  const projects = [await wornProject("closed"), await wornProject("killed")];
  const other = await otherWornProject();
  const broken: string[] = [];
  const ends = new Map<string, number>();
  let torn = 0;
  for (let seed = 0; seed < COUNT; seed++) {
    const random = seededRandom(seed);
    const project = projects[random.below(projects.length)];
    const [kind, pattern] = FILE_KINDS[random.below(FILE_KINDS.length)] ?? [];
    const damage = DAMAGES[random.below(DAMAGES.length)];
    if (!project || !kind || !pattern || !damage) throw new Error("chance chose nothing");
    const names = filesIn(project.tree, HISTORIC_FOLDER).filter((name) => pattern.test(name));
    const file = names[random.below(names.length)];
    if (file === undefined) throw new Error(`there is no ${kind}`);
    const damaged = damagedTree(project.tree, other.tree, HISTORIC_FOLDER, file, damage, random);
    const { end, isTold, broken: found } = await outcomeOf(project, damaged);
    ends.set(end, (ends.get(end) ?? 0) + 1);
    const complaints = [...found];
    const isLastOfKilled = project === projects[1] && file === names.findLast((name) => name.includes(ANNA.id));
    if (end === "silent" && kind === "a journal segment" && isLastOfKilled) torn++;
    else if (end === "silent") complaints.push("something is missing, and nothing was said");
    else if (!isTold && !mayBeUntold(kind, damage, end)) complaints.push("nothing was said");
    for (const what of complaints) {
      broken.push(`seed ${seed}, ${projects.indexOf(project) ? "killed" : "closed"}, ${file} ${damage}: ${what}`);
    }
  }
  if (asked !== undefined) {
    const counts = [...ends].map(([end, count]) => `${end} ${count}`).join(", ");
    console.log(
      `damages: ${COUNT}, ${counts} (of these ${torn} in the torn end of a journal); broken ${broken.length}`,
    );
  }
  expect(broken).toEqual([]);
}, 3_600_000);

/** Each file that can be damaged, what happens to it, and what people are told then. */
const CASES: readonly (readonly [file: RegExp, damage: Damage, end: "closed" | "killed", told: Told])[] = [
  [
    /^project\.json$/,
    "truncated",
    "closed",
    {
      reports: [
        "restored bridge/project.json: It could not be used (it is not valid JSON (line 5, column 37)), and was put back from the copy that Parallax keeps. Nothing is missing. What was there is kept as bridge/quarantine/project.<time>.damaged.json.",
      ],
      problems: [
        "bridge/project.json: It cannot be used (it is not valid JSON (line 5, column 37)). Opening the project puts it back from the copy that Parallax keeps; nothing is missing then.",
      ],
    },
  ],
  [
    /^project\.json$/,
    "removed",
    "closed",
    {
      reports: [
        "restored bridge/project.json: It could not be used (it was missing), and was put back from the copy that Parallax keeps. Nothing is missing.",
      ],
      problems: [
        "bridge/project.json: It cannot be used (it is missing). Opening the project puts it back from the copy that Parallax keeps; nothing is missing then.",
      ],
    },
  ],
  [
    /^project\.json$/,
    "swapped with another project's",
    "closed",
    {
      reports: [
        "restored bridge/project.json: It could not be used (it belonged to another project), and was put back from the copy that Parallax keeps. Nothing is missing. What was there is kept as bridge/quarantine/project.<time>.damaged.json.",
      ],
      problems: [
        "bridge/project.json: It cannot be used (it belonged to another project). Opening the project puts it back from the copy that Parallax keeps; nothing is missing then.",
      ],
    },
  ],
  [
    /^project\.json$/,
    "replaced by a folder",
    "closed",
    {
      reports: [
        "refused: bridge/project.json is a folder, and should be a file. Nothing was changed; move it out of the project, and open the project again.",
      ],
      problems: [
        "bridge/project.json: bridge/project.json is a folder, and should be a file. Nothing was changed; move it out of the project, and open the project again.",
      ],
    },
  ],
  [
    /^project\.json$/,
    "duplicated by a sync service",
    "closed",
    {
      reports: [],
      problems: [
        "bridge/project (1).json: It looks like a copy that a file-sync service made of project.json, and is not read. Compare the two, keep what is right under the first name, and move this one out of the project.",
      ],
    },
  ],
  [
    /^sources\/[^.]+\.json$/,
    "emptied",
    "closed",
    {
      reports: [
        "restored bridge/sources/0d4d0000-0000-4000-8000-000000000004.json: It could not be used (it is empty), and was put back from the copy that Parallax keeps. Nothing is missing. What was there is kept as bridge/quarantine/sources/0d4d0000-0000-4000-8000-000000000004.<time>.damaged.json.",
      ],
      problems: [
        "bridge/sources/0d4d0000-0000-4000-8000-000000000004.json: It cannot be used (it is empty). Opening the project puts it back from the copy that Parallax keeps; nothing is missing then.",
      ],
    },
  ],
  [
    /^sources\/[^.]+\.txt$/,
    "one bit flipped",
    "closed",
    {
      reports: [
        "restored bridge/sources/0d4d0000-0000-4000-8000-000000000004.txt: It could not be used (it was not the text that had been imported), and was put back from the copy that Parallax keeps. Nothing is missing. What was there is kept as bridge/quarantine/sources/0d4d0000-0000-4000-8000-000000000004.<time>.damaged.txt.",
      ],
      problems: [
        "bridge/sources/0d4d0000-0000-4000-8000-000000000004.txt: It cannot be used (it was not the text that had been imported). Opening the project puts it back from the copy that Parallax keeps; nothing is missing then.",
      ],
    },
  ],
  [
    /^sources\/.+\.original\.txt$/,
    "truncated",
    "closed",
    {
      reports: [],
      problems: [
        "bridge/sources/0d4d0000-0000-4000-8000-000000000004.original.txt: It is not the imported file any more: it says something else than the article. The article's text itself is sound, and marks stand in that.",
      ],
    },
  ],
  [
    /^sources\/.+\.original\.txt$/,
    "zeroed",
    "closed",
    {
      reports: [],
      problems: [
        "bridge/sources/0d4d0000-0000-4000-8000-000000000004.original.txt: It is not the imported file any more: it is not a text file: byte 1 is NUL. The article's text itself is sound, and marks stand in that.",
      ],
    },
  ],
  [
    /^annotations\/0a/,
    "zeroed",
    "closed",
    {
      reports: [
        "restored bridge/annotations/<anna>.json: It could not be read (it is not valid JSON), and was put together again from bridge/backups/annotations/<anna>/<time>.12-changes.8-marks.4-claims.4-cells.json and the journal. Nothing is missing. The file as it was is kept in quarantine/.",
      ],
      problems: [
        "bridge/annotations/<anna>.json: It could not be read (it is not valid JSON), and was put together again from bridge/backups/annotations/<anna>/<time>.12-changes.8-marks.4-claims.4-cells.json and the journal. Nothing is missing. The file as it was is kept in quarantine/.",
      ],
    },
  ],
  [
    /^annotations\/0a/,
    "removed",
    "killed",
    {
      reports: [
        "restored bridge/annotations/<anna>.json: It was missing, and was put together again from bridge/backups/annotations/<anna>/<time>.9-changes.6-marks.3-claims.3-cells.json and the journal. Nothing is missing.",
      ],
      problems: [
        "bridge/annotations/<anna>.json: It was missing, and was put together again from bridge/backups/annotations/<anna>/<time>.9-changes.6-marks.3-claims.3-cells.json and the journal. Nothing is missing.",
      ],
    },
  ],
  [
    /^annotations\/0b/,
    "swapped with another project's",
    "killed",
    {
      reports: [
        "restored bridge/annotations/<bruno>.json: It could not be read (it belongs to another project), and was put together again from bridge/backups/annotations/<bruno>/<time>.3-changes.2-marks.1-claims.1-cells.json and the journal. Nothing is missing. The file as it was is kept in quarantine/.",
      ],
      problems: [
        "bridge/annotations/<bruno>.json: It could not be read (it belongs to another project), and was put together again from bridge/backups/annotations/<bruno>/<time>.3-changes.2-marks.1-claims.1-cells.json and the journal. Nothing is missing. The file as it was is kept in quarantine/.",
      ],
    },
  ],
  [
    /^annotations\/0a/,
    "duplicated by a sync service",
    "closed",
    {
      reports: [
        "waiting bridge/annotations/<anna> (1).json: A file-sync service left another version of your set beside it: compare the two, and decide.",
      ],
      problems: [
        "bridge/annotations/<anna> (1).json: It looks like a copy that a file-sync service made of <anna>.json, and is not read. Open the project as this analyst to compare the two and decide.",
      ],
    },
  ],
  [
    /^journal\/0a/,
    "one bit flipped",
    "killed",
    {
      reports: [
        "lost bridge/journal/<anna>/00000008.jsonl: This part of the journal is damaged: change 14 is missing; line 4 does not fit its checksum. All that could be read was used, and the file is kept in quarantine/. Look whether the latest marks and claims are there; what is missing has to be made again.",
      ],
      problems: [
        "bridge/journal/<anna>/00000008.jsonl: This part of the journal is damaged: change 14 is missing; line 4 does not fit its checksum. All that could be read was used, and the file is kept in quarantine/. Look whether the latest marks and claims are there; what is missing has to be made again.",
      ],
    },
  ],
  [
    /^journal\/0a/,
    "swapped with another project's",
    "killed",
    {
      reports: [
        "lost bridge/journal/<anna>/00000008.jsonl: This part of the journal is damaged: it belongs to another project. All that could be read was used, and the file is kept in quarantine/. Look whether the latest marks and claims are there; what is missing has to be made again.",
      ],
      problems: [
        "bridge/journal/<anna>/00000008.jsonl: This part of the journal is damaged: it belongs to another project. All that could be read was used, and the file is kept in quarantine/. Look whether the latest marks and claims are there; what is missing has to be made again.",
      ],
    },
  ],
  [
    /^journal\/0a.+4\.jsonl$/,
    "removed",
    "closed",
    {
      reports: [],
      problems: [
        "bridge/journal/<anna>/00000006.jsonl: This part of the journal is damaged: changes 7 to 9 are missing. The set contains all that was in it, so nothing is missing; only a backup from before can no longer be brought up to date.",
      ],
    },
  ],
  [
    /^journal\/0a.+4\.jsonl$/,
    "emptied",
    "closed",
    {
      reports: [],
      problems: [
        "bridge/journal/<anna>/00000004.jsonl: This part of the journal is damaged: its first line is damaged. The set contains all that was in it, so nothing is missing; only a backup from before can no longer be brought up to date.",
        "bridge/journal/<anna>/00000006.jsonl: This part of the journal is damaged: changes 7 to 9 are missing. The set contains all that was in it, so nothing is missing; only a backup from before can no longer be brought up to date.",
      ],
    },
  ],
  [
    /^backups\/annotations\/0a/,
    "bits flipped",
    "closed",
    {
      reports: [],
      problems: [
        "bridge/backups/annotations/<anna>/<time>.12-changes.8-marks.4-claims.4-cells.json: This backup cannot be read: it is not valid JSON (line 12, column 11). The set itself and the other backups are not touched by that.",
      ],
    },
  ],
  [
    /^backups\/project\.json$/,
    "emptied",
    "closed",
    {
      reports: [
        "restored bridge/backups/project.json: It is the copy that Parallax keeps of bridge/project.json, and cannot be used (it is empty). Nothing is missing. A new copy was made; the damaged one is kept as bridge/quarantine/backups/project.<time>.damaged.json.",
      ],
      problems: [
        "bridge/backups/project.json: It is the copy that Parallax keeps of bridge/project.json, and cannot be used (it is empty). Nothing is missing; Parallax makes a new one as soon as it can.",
      ],
    },
  ],
];

it.each(CASES)("tells of %s %s in a project that was %s", async (pattern, damage, end, expected) => {
  const project = await wornProject(end);
  const other = await otherWornProject();
  const file = filesIn(project.tree, HISTORIC_FOLDER).findLast((name) => pattern.test(name));
  if (file === undefined) throw new Error("there is no such file");
  const { tree } = damagedTree(project.tree, other.tree, HISTORIC_FOLDER, file, damage, seededRandom(3));
  const files = memoryFiles(tree);
  const problems = await checked(files, []);
  const [result] = await Promise.allSettled([opened(files)]);
  const reports =
    result.status === "fulfilled"
      ? told(result.value.reports, problems)
      : { ...told([], problems), reports: [`refused: ${sentenceOf(result.reason, [])}`] };
  expect(readable(reports)).toEqual(expected);
});

/** Without what is different each time. */
function readable({ reports, problems }: Told): Told {
  const shortened = (what: string) =>
    what
      .replaceAll(ANNA.id, "<anna>")
      .replaceAll(BRUNO.id, "<bruno>")
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z/g, "<time>");
  return { reports: reports.map(shortened), problems: problems.map(shortened) };
}
