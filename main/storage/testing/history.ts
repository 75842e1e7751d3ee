import { dirname } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { apply, revisionOf } from "../../../annotations/commands/apply.ts";
import type { Command } from "../../../annotations/commands/command.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import type { Source } from "../../../annotations/model/source.ts";
import type { Files } from "../disk/files.ts";
import { createProject, newProjectFile } from "../project/project-folder.ts";
import { openProjectStore, type ProjectStore } from "../project/project-store.ts";
import { asOneCommand } from "../project/transaction.ts";
import { ANNA, addMark, article, BRUNO, claim, FIRST_TEXT, MOMENT, putClaim, SECOND_TEXT } from "./example-project.ts";
import type { FileOperation } from "./file-operation.ts";
import type { TreeFolder } from "./file-tree.ts";
import { type Guide, guidedFiles } from "./guided-files.ts";
import { memoryFiles } from "./memory-files.ts";
import { testMachine } from "./test-machine.ts";

/** Where the project of every history lies. */
export const HISTORIC_FOLDER = "/home/news/bridge";

/** One part of a project that is saved by itself: what all analysts share, or one analyst's set. */
export type Part = "shared" | "anna" | "bruno";

/** Something that was to be saved. */
export interface Step {
  readonly part: Part;
  /** How many file operations there had been when it was asked for. */
  readonly begun: number;
  /** How many there had been when it was acknowledged; null when it never was. */
  readonly acknowledged: number | null;
  /** What the part contains after it. */
  readonly content: string;
}

/** What happened to the files of a project, and what was promised to the analysts meanwhile. */
export interface History {
  /** What was there before. */
  readonly tree: TreeFolder;
  readonly log: readonly FileOperation[];
  readonly steps: readonly Step[];
  /** How many operations there had been when the project was there. */
  readonly begun: number;
  /** How many there had been whenever copies of the shared files were up to date. */
  readonly copied: readonly number[];
}

const EMPTY = canonical([[], [], []]);

/** What a part of a project contains, as text that is equal where the part is. */
export function contentOf(project: Project, part: Part): string {
  if (part === "shared") return canonical([project.file, project.sources.toSorted((a, b) => (a.id < b.id ? -1 : 1))]);
  const set = annotationSet(project, part === "anna" ? ANNA.id : BRUNO.id);
  return set ? canonical([set.claims, set.marks, set.cells]) : EMPTY;
}

/**
 * Each content that a part may have after so many operations: what was acknowledged last, or what was asked for since.
 */
export function contentsAfter(history: Pick<History, "steps">, operations: number, part: Part): readonly string[] {
  const steps = history.steps.filter((step) => step.part === part && step.begun < operations);
  const last = steps.findLastIndex(({ acknowledged }) => acknowledged !== null && acknowledged <= operations);
  const contents = steps.slice(Math.max(last, 0)).map(({ content }) => content);
  return last === -1 ? [EMPTY, ...contents] : contents;
}

/** Goes to work as an analyst, whoever else does. */
async function takeOver(store: ProjectStore, analyst: Analyst): Promise<void> {
  await store.workAs(analyst);
  if (store.access.kind === "read-only") await store.remedy("take-over");
}

/**
 * Two analysts' work on one project in memory, with all that the store does on its way: single commands and many at
 * once, marks that go again, snapshots and backups, closing and opening again, programs that are killed, and a set that
 * is taken over. `guide` decides what becomes of every call to the files.
 */
export async function recordHistory(guide: Guide = () => "carried-out"): Promise<History> {
  const before = memoryFiles();
  await before.ensureFolder(dirname(dirname(HISTORIC_FOLDER)));
  const tree = before.tree();
  const memory = memoryFiles(before.tree());
  const recorder = recorderOf(guidedFiles(memory, guide), memory.log);
  await recorder.create();
  const begun = recorder.log.length;
  await firstDay(recorder);
  await severalDays(recorder);
  await idleHours(recorder);
  await twoAtWork(recorder);
  await killedPrograms(recorder);
  await takenOver(recorder);
  return { tree, log: recorder.log, steps: recorder.steps, begun, copied: recorder.copied };
}

/** A store whose commands become steps of a history. */
interface Desk {
  readonly store: ProjectStore;
  readonly sources: readonly [Source, Source];
  /** Asks for all calls at once, and returns when each is acknowledged or refused. */
  save(...calls: readonly (readonly Command[])[]): Promise<void>;
  addSource(text: string): Promise<void>;
  close(): Promise<void>;
  /** What its program is dead to is for its files to say; the others know from now on. */
  kill(): void;
}

interface Recorder extends Pick<History, "log" | "steps" | "copied"> {
  readonly files: Files;
  create(): Promise<void>;
  /** Opens the project in a program of its own. */
  sitDown(analyst: Analyst, options?: { readonly idleTime?: number; readonly through?: Files }): Promise<Desk>;
  /** Waits for a snapshot that is written while nothing else is to be done. */
  untilFolded(task: Promise<void>): Promise<void>;
}

function recorderOf(files: Files, log: readonly FileOperation[]): Recorder {
  const steps: Step[] = [];
  const copied: number[] = [];
  const startProgram = testMachine();

  async function record(part: Part, content: string, call: () => Promise<unknown>): Promise<void> {
    const step = { part, begun: log.length, acknowledged: null, content };
    const at = steps.push(step) - 1;
    const [result] = await Promise.allSettled([call()]);
    if (result.status === "fulfilled") steps[at] = { ...step, acknowledged: log.length };
  }

  return {
    files,
    log,
    steps,
    copied,
    create: async () => {
      const file = newProjectFile("The bridge");
      const sources = [
        article(FIRST_TEXT, { outlet: "The Post" }),
        article(SECOND_TEXT, { outlet: "The Echo", order: 1 }),
      ];
      const project = { file, sources: sources.map(({ source }) => source), sets: [] };
      await record("shared", contentOf(project, "shared"), () => createProject(files, HISTORIC_FOLDER, file, sources));
    },
    sitDown: async (analyst, { idleTime = 60_000, through = files } = {}) => {
      const program = startProgram();
      const options = { idleTime, backupEvery: 0, report: () => undefined, processes: program };
      const store = await openProjectStore(through, HISTORIC_FOLDER, options);
      await takeOver(store, analyst);
      copied.push(log.length);
      const own: Part = analyst === ANNA ? "anna" : "bruno";
      const [first, second] = store.project.sources;
      let value = store.project;
      if (!first || !second) throw new Error("the sources are gone");
      // What is read must be what was saved, or the history would prove nothing.
      for (const part of [own, "shared"] as const) {
        const known = contentsAfter({ steps }, log.length, part);
        if (!known.includes(contentOf(value, part))) throw new Error(`${part} is not what was saved`);
      }
      return {
        store,
        sources: [first, second],
        save: async (...calls) => {
          await Promise.all(
            calls.map((commands) => {
              const set = asOneCommand(commands);
              value = set ? apply(value, set) : commands.reduce(apply, value);
              const part = set ? own : "shared";
              return record(part, contentOf(value, part), () => store.apply(commands));
            }),
          );
        },
        addSource: async (text) => {
          const added = article(text, { order: value.sources.length });
          value = { ...value, sources: [...value.sources, added.source] };
          await record("shared", contentOf(value, "shared"), () => store.addSources([added]));
        },
        close: () => store.close(),
        kill: () => program.kill(),
      };
    },
    untilFolded: async (task) => {
      const from = log.length;
      await task;
      await until(() => log.slice(from).some(({ kind, path }) => kind === "rename" && /annotations.*json$/.test(path)));
    },
  };
}

async function firstDay({ sitDown }: Recorder): Promise<void> {
  const anna = await sitDown(ANNA);
  const [first, second] = anna.sources;
  const [c1, c2] = [claim("C1"), claim("C2")];
  const mark = addMark(ANNA, first, "opened on Monday 🌉", c1.id, "supports");
  await anna.save([putClaim(ANNA, c1)]);
  await anna.save([mark]);
  await anna.save([
    putClaim(ANNA, c2),
    addMark(ANNA, second, "Three people", c2.id, "refutes"),
    addMark(ANNA, first, "the mayor"),
  ]);
  await anna.save([removed(ANNA, mark)]);
  await anna.save(...["Nobody", "hurt", "crowd"].map((quote) => [addMark(ANNA, first, quote)]));
  await anna.save([
    { kind: "set-cell", analyst: ANNA.id, at: MOMENT, claimId: c1.id, sourceId: second.id, state: "not-mentioned" },
  ]);
  await anna.save([{ kind: "revise-project", analyst: ANNA.id, at: MOMENT, title: "The new bridge" }]);
  const revision = revisionOf(anna.store.project, { analyst: ANNA.id, at: MOMENT, sourceId: first.id });
  await anna.save([{ ...revision, metadata: { ...revision.metadata, author: "Ann Other" } }]);
  await anna.addSource("A third bridge\n\nNobody has seen it yet.\n");
  await anna.close();
}

/** Enough of them that old backups go, and with them the segments that they contain. */
async function severalDays({ sitDown }: Recorder): Promise<void> {
  for (let day = 0; day < 13; day++) {
    const anna = await sitDown(ANNA);
    const mark = addMark(ANNA, anna.sources[0], "bridge");
    await anna.save([mark]);
    await anna.save([removed(ANNA, mark)], [putClaim(ANNA, claim(`D${day}`))]);
    await anna.close();
  }
  await (await sitDown(ANNA)).close();
}

async function idleHours({ sitDown, untilFolded }: Recorder): Promise<void> {
  const anna = await sitDown(ANNA, { idleTime: 1 });
  for (const quote of ["Monday", "said", "hurt"]) {
    const mark = addMark(ANNA, anna.sources[0], quote);
    await untilFolded(anna.save([mark]));
    await untilFolded(anna.save([removed(ANNA, mark)]));
  }
  const revised = Array.from({ length: 15 }, (_, i) => claim(`E${i}`));
  // So many that the snapshot is begun while further ones arrive.
  for (let round = 0; round < 15; round++) {
    await anna.save(...revised.map((value) => [putClaim(ANNA, { ...value, text: `Round ${round}.` })]));
  }
  await anna.close();
}

async function twoAtWork({ sitDown }: Recorder): Promise<void> {
  const [anna, bruno] = await Promise.all([sitDown(ANNA), sitDown(BRUNO)]);
  const mark = addMark(BRUNO, bruno.sources[1], "bridge");
  await Promise.all([anna.save([putClaim(ANNA, claim("F1"))]), bruno.save([mark])]);
  await Promise.all([bruno.save([removed(BRUNO, mark)]), anna.save([putClaim(ANNA, claim("F2"))])]);
  await Promise.all([bruno.save([putClaim(BRUNO, claim("B1"))]), anna.close()]);
  await bruno.close();
}

/** The calls in which a program dies, by name of file. */
const DEATHS: readonly (readonly [call: string, path: RegExp])[] = [
  ["syncData", /journal/],
  ["syncFolder", /journal.*/],
  ["sync", /annotations/],
  ["link", /backups/],
  ["rename", /annotations/],
  ["syncFolder", /annotations$/],
  ["syncFolder", /backups/],
  ["remove", /journal.*jsonl$/],
];

/** What was written and not synced is still there for the next program, but not after a power cut. */
async function killedPrograms({ files, sitDown }: Recorder): Promise<void> {
  for (const [deadly, place] of DEATHS) {
    let armed = false;
    let dead = false;
    const mortal = guidedFiles(files, (call, path) => {
      dead ||= armed && call === deadly && place.test(path);
      return dead ? "never-returns" : "carried-out";
    });
    const killed = await sitDown(ANNA, { through: mortal });
    await killed.save([putClaim(ANNA, claim("K1"))]);
    armed = true;
    let over = false;
    void killed
      .save([putClaim(ANNA, claim("K2"))])
      .then(() => killed.close())
      .then(() => {
        over = true;
      });
    await until(() => dead || over);
    killed.kill();
    const anna = await sitDown(ANNA);
    await anna.save([putClaim(ANNA, claim("K3"))]);
    await anna.close();
  }
}

async function takenOver({ sitDown }: Recorder): Promise<void> {
  const first = await sitDown(ANNA);
  await first.save([putClaim(ANNA, claim("T1"))]);
  const second = await sitDown(ANNA);
  await second.save([putClaim(ANNA, claim("T2"))]);
  await first.save([putClaim(ANNA, claim("T3"))]);
  await second.save([putClaim(ANNA, claim("T4"))]);
  await first.close();
  await second.save([putClaim(ANNA, claim("T5"))]);
  await second.close();
}

function removed(analyst: Analyst, { mark }: ReturnType<typeof addMark>): Command {
  return { kind: "remove-mark", analyst: analyst.id, at: MOMENT, markId: mark.id };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turns = 0; !isSo(); turns++) {
    if (turns > 1_000_000) throw new Error("what was waited for does not happen");
    await nextTurn();
  }
}

/** JSON with the properties of each object in the order of their names. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join()}}`;
}
