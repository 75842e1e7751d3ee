import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { Failure } from "../../../annotations/api/reply.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { AnalystId, newId, SpeakerId } from "../../../annotations/model/id.ts";
import type { Project } from "../../../annotations/model/project.ts";
import type { Files } from "../disk/files.ts";
import { ANNA, addMark, article, BRUNO, claim, FIRST_TEXT, MOMENT, putClaim } from "../testing/example-project.ts";
import { type Call, faultyFiles, type Interference } from "../testing/faulty-files.ts";
import { copyOf, type TreeFolder } from "../testing/file-tree.ts";
import { memoryFiles } from "../testing/memory-files.ts";
import { testMachine } from "../testing/test-machine.ts";
import { type ReadCopy, readCopy } from "./other-copy.ts";
import { checkProject } from "./project-check.ts";
import { createProject, newProjectFile, readProject } from "./project-folder.ts";
import { mergeInto } from "./project-merge.ts";
import { openProjectStore } from "./project-store.ts";

const CLARA: Analyst = { id: AnalystId.parse("0c3c0000-0000-4000-8000-000000000003"), name: "Clara" };
const FOLDER = "/home/news/bridge";
const FORMER_COPY = /^bridge\/quarantine\/backups\/project\..*\.edited\.json$/;

/** Calls that change something. */
const CHANGING: ReadonlySet<Call> = new Set([
  ...(["create", "open", "link", "rename", "remove", "removeFolder", "createFolder", "ensureFolder"] as const),
  ...(["write", "truncate", "setMode", "sync", "syncData", "syncFolder"] as const),
]);

/** Lets so many changes through, and then nothing more, as for a program that was killed. */
function failingAt(at: number): Interference {
  let changes = 0;
  return (call) => {
    if (CHANGING.has(call)) changes++;
    return changes > at ? "EIO" : undefined;
  };
}

/** What a disk that fails makes the program say beside the failure itself. */
function report(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}

async function work(files: Files, analyst: Analyst, label: string, source = 0): Promise<void> {
  const store = await openProjectStore(files, FOLDER, { processes: testMachine()() });
  await store.workAs(analyst);
  const text = store.project.sources[source];
  if (!text) throw new Error("the source is gone");
  // A claim that another analyst has made already is used as it is.
  const known = store.project.sets.flatMap(({ claims }) => claims).find((each) => each.label === label);
  const made = known ?? claim(label);
  await store.apply([
    ...(known ? [] : [putClaim(analyst, made)]),
    addMark(analyst, text, "bridge", made.id, "supports"),
  ]);
  await store.close();
}

async function nameSpeaker(files: Files): Promise<void> {
  const store = await openProjectStore(files, FOLDER, { processes: testMachine()() });
  await store.workAs(ANNA);
  const speaker = { id: newId(SpeakerId), name: "The mayor", aliases: [] };
  await store.apply([{ kind: "put-speaker", analyst: ANNA.id, at: MOMENT, index: 0, speaker }]);
  await store.close();
}

/** A project of Anna and Bruno, and a copy of it in which they, a third analyst and a second article have joined in. */
async function twoCopies(): Promise<{ readonly here: TreeFolder; readonly there: ReadCopy }> {
  const files = memoryFiles();
  await files.ensureFolder("/home/news");
  await createProject(files, FOLDER, newProjectFile("The bridge"), [article(FIRST_TEXT)]);
  await work(files, ANNA, "C1");
  await work(files, BRUNO, "C2");
  const other = memoryFiles(copyOf(files.tree()));
  const store = await openProjectStore(other, FOLDER);
  await store.addSources([article("The other bridge\n", { order: 1 })]);
  await store.close();
  await work(other, ANNA, "C3", 1);
  await work(other, BRUNO, "C4", 1);
  await work(other, CLARA, "C3", 1);
  await work(other, ANNA, "C4");
  await work(other, BRUNO, "C3");
  await nameSpeaker(other);
  return { here: files.tree(), there: await readCopy(other, FOLDER) };
}

async function contents(files: Files): Promise<Project> {
  const { project, reports } = await readProject(files, FOLDER);
  expect([...reports.values()].flat()).toEqual([]);
  return { ...project, sets: project.sets.map((set) => ({ ...set, journalThrough: 0 })) };
}

it("leaves each file whole wherever it is broken off, and is finished by the next merge", async () => {
  const { here, there } = await twoCopies();
  const sound = memoryFiles(copyOf(here));
  const before = await contents(sound);
  await mergeInto(sound, FOLDER, () => there, "ours", { processes: testMachine()() });
  const after = await contents(sound);
  expect([after.file, after.sources, after.sets]).toEqual([
    there.file,
    there.sources,
    there.sets.map((set) => ({ ...set, journalThrough: 0 })),
  ]);

  /** How many sets were merged when it was broken off. */
  const reached = new Set<number>();
  let isOver = false;
  for (let at = 0; !isOver; at++) {
    const files = memoryFiles(copyOf(here));
    const startProgram = testMachine();
    const program = startProgram();
    const merge = mergeInto(faultyFiles(failingAt(at), files), FOLDER, () => there, "ours", {
      processes: program,
      report,
    });
    const error: unknown = await merge.then(
      () => null,
      (reason) => reason,
    );
    isOver = error === null;
    if (!isOver) expect(error).toBeInstanceOf(Failure);
    program.kill();

    const found = await contents(files);
    expect([before.sources, after.sources]).toContainEqual(found.sources);
    for (const set of found.sets) {
      const [former, merged] = [before, after].map(({ sets }) =>
        sets.find(({ analyst }) => analyst.id === set.analyst.id),
      );
      // Claims may come before the marks that need them.
      expect([former?.marks, merged?.marks]).toContainEqual(set.marks);
      expect([former?.claims, merged?.claims]).toContainEqual(set.claims);
    }
    reached.add(found.sets.filter((set) => after.sets.some((merged) => isDeepStrictEqual(merged, set))).length);
    await mergeInto(files, FOLDER, () => there, "ours", { processes: startProgram() });
    expect(await contents(files)).toEqual(after);
    // Where the copy of a shared file was not renewed any more, the next program keeps the former one.
    const problems = (await checkProject(files, FOLDER)).filter(({ file }) => !FORMER_COPY.test(file));
    expect(problems).toEqual([]);
  }
  expect(reached).toEqual(new Set([0, 1, 2, 3]));
});

/** A program in which Anna is at work merges the copy, while her disk refuses one change, the one after `at` others. */
async function mergedOverFault(here: TreeFolder, there: ReadCopy, at: number) {
  const files = memoryFiles(copyOf(here));
  let changes = 0;
  let isFailing = false;
  const faulty = faultyFiles(
    (call) => (isFailing && CHANGING.has(call) && changes++ === at ? "EIO" : undefined),
    files,
  );
  const processes = testMachine()();
  const store = await openProjectStore(faulty, FOLDER, { processes, report, idleTime: 60_000 });
  await store.workAs(ANNA);
  isFailing = true;
  const merge = mergeInto(faulty, FOLDER, () => there, "ours", { own: { analyst: ANNA, store }, processes, report });
  const error: unknown = await merge.then(
    () => null,
    (reason) => reason,
  );
  isFailing = false;
  const isOver = changes <= at;
  await store.lookAround();
  const shown = store.project;
  await store.close();
  return { error, isOver, shown, onDisk: await contents(files) };
}

/** What people find in a project: the articles in view, and of each analyst with marks or claims what they have made. */
function foundIn({ file, sources, sets }: Project) {
  return {
    speakers: file.speakers ?? [],
    articles: sources.filter(({ removed }) => !removed),
    sets: sets
      .filter(({ marks, claims }) => marks.length + claims.length > 0)
      .map(({ analyst, marks, claims, bin = [] }) => ({ analyst, marks, claims, bin })),
  };
}

it("takes back what it has done where the disk fails on the way, in the sets of all", async () => {
  const { here, there } = await twoCopies();
  const sound = memoryFiles(copyOf(here));
  const before = foundIn(await contents(sound));
  await mergeInto(sound, FOLDER, () => there, "ours", { processes: testMachine()() });
  const after = foundIn(await contents(sound));
  expect(after).not.toEqual(before);
  let failures = 0;
  for (let at = 0; ; at++) {
    const { error, isOver, shown, onDisk } = await mergedOverFault(here, there, at);
    if (isOver) break;
    if (error !== null) failures++;
    expect(error === null || error instanceof Failure).toBe(true);
    expect([at, foundIn(onDisk)]).toEqual([at, error === null ? after : before]);
    expect([at, foundIn(shown)]).toEqual([at, error === null ? after : before]);
  }
  expect(failures).toBeGreaterThan(20);
});
