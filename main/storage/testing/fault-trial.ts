import { join } from "node:path";
import { Failure } from "../../../annotations/api/reply.ts";
import { apply, revisionOf } from "../../../annotations/commands/apply.ts";
import { type Command, isShared } from "../../../annotations/commands/command.ts";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import type { Source } from "../../../annotations/model/source.ts";
import { openProjectStore, type ProjectStore } from "../project/project-store.ts";
import { asOneCommand } from "../project/transaction.ts";
import { ANNA, addMark, article, BRUNO, claim, MOMENT, putClaim } from "./example-project.ts";
import { type FaultyFiles, faultyFiles, type Interference } from "./faulty-files.ts";
import { copyOf, type TreeFolder } from "./file-tree.ts";
import { contentOf, HISTORIC_FOLDER, type Part } from "./history.ts";
import { type MemoryFiles, memoryFiles } from "./memory-files.ts";
import { testMachine } from "./test-machine.ts";

const PARTS: readonly Part[] = ["shared", "anna", "bruno"];
const ANNOTATIONS = join(HISTORIC_FOLDER, "annotations");

/** All that a store can be asked for, or what happens when the project is opened and closed. */
export type TrialLength = "whole day" | "opening";

/** Where a trial stands: the calls may fail; they do not any more, in the same programs; all has been opened again. */
type Phase = "failing" | "repaired" | "reopened";

/** What a day of work on a project with a failing disk came to. */
export interface TrialOutcome {
  /** How many calls were refused. */
  readonly refused: number;
  /** Whatever was not as it is promised. */
  readonly broken: readonly string[];
}

/** A program that an analyst works with; `store` is null as long as the project could not be opened. */
interface Program {
  readonly analyst: Analyst;
  store: ProjectStore | null;
}

/**
 * Two analysts' work on the project in `tree`, with all that a store can be asked for, while `interfere` decides which
 * calls to the files fail; then the same programs go on with files that work, and at the end all is opened again.
 */
export async function faultTrial(
  tree: TreeFolder,
  length: TrialLength,
  interfere: (files: FaultyFiles) => Interference,
): Promise<TrialOutcome> {
  const memory = memoryFiles(copyOf(tree));
  const files = faultyFiles(() => undefined, memory);
  files.interfere = interfere(files);
  const trial = trialOn(memory, files, await brokenSnapshots(memory));
  await trial.start();
  await trial.open();
  if (length === "whole day") await trial.work();
  files.interfere = () => undefined;
  files.writeLimit = Number.POSITIVE_INFINITY;
  await trial.lookAtDisk();
  await trial.workOn();
  await trial.reopen();
  return trial.outcome();
}

function trialOn(memory: MemoryFiles, files: FaultyFiles, brokenBefore: readonly string[]) {
  const startProgram = testMachine();
  const broken: string[] = [];
  /** What each part contains as far as was acknowledged. */
  const acknowledged = new Map<Part, string>();
  /** What each part was to contain, had it been saved, since the last time that it was. */
  const asked = new Map<Part, string[]>(PARTS.map((part) => [part, []]));
  let phase: Phase = "failing";
  let refused = 0;
  let count = 0;

  function complain(what: string): void {
    broken.push(`${phase}: ${what}`);
  }

  /** True when the call was carried out. What it throws must be made for people. */
  async function attempt(what: string, call: () => Promise<unknown>): Promise<boolean> {
    const [result] = await Promise.allSettled([call()]);
    await snapshotsAreWhole(what);
    if (result.status === "fulfilled") return true;
    const error: unknown = result.reason;
    refused++;
    if (!(error instanceof Failure || error instanceof Refusal) || !/^.{20,}\.$/su.test(error.message)) {
      complain(`${what} threw ${error instanceof Error ? error.stack : String(error)}`);
    } else if (phase !== "failing") complain(`${what} was refused: ${error.message}`);
    return false;
  }

  async function snapshotsAreWhole(what: string): Promise<void> {
    for (const name of await brokenSnapshots(memory)) {
      if (!brokenBefore.includes(name)) complain(`${what} left ${name} behind, which is not JSON`);
    }
  }

  async function open(program: Program): Promise<ProjectStore | null> {
    if (program.store) return program.store;
    const report = (error: unknown) => {
      if (!(error instanceof Error)) complain(`reported ${String(error)}`);
    };
    const options = { idleTime: 60_000, backupEvery: 0, report, processes: startProgram() };
    await attempt("opening", async () => {
      program.store = await openProjectStore(files, HISTORIC_FOLDER, options);
    });
    return goToWork(program);
  }

  async function goToWork({ analyst, store }: Program): Promise<ProjectStore | null> {
    if (store) await attempt("going to work", () => store.workAs(analyst));
    return store;
  }

  /** Asks for all calls at once. */
  async function save(program: Program, ...calls: readonly ((store: ProjectStore) => readonly Command[])[]) {
    const store = await open(program);
    if (!store) return;
    // Where nothing of the project could be read on the way, the analyst's set is not at hand.
    if (!annotationSet(store.project, program.analyst.id)) return;
    const own: Part = program.analyst === ANNA ? "anna" : "bruno";
    const before = store.project;
    const asOnce = calls.map((commandsFor) => commandsFor(store));
    const results = await Promise.all(
      asOnce.map((commands) => attempt(commands.map(({ kind }) => kind).join(), () => store.apply(commands))),
    );
    let value = before;
    /** Those that were refused may be there all the same, where the disk did not let them be taken back. */
    let all = before;
    for (const [i, commands] of asOnce.entries()) {
      const carriedOut = (project: Project) => {
        const set = commands.some(isShared) ? null : asOneCommand(commands);
        return set ? apply(project, set) : commands.reduce(apply, project);
      };
      all = carriedOut(all);
      const parts = PARTS.filter((part) => (part === "shared" ? commands.some(isShared) : part === own));
      if (results[i]) value = carriedOut(value);
      for (const part of parts) keep(part, contentOf(results[i] ? value : all, part), results[i] === true);
    }
    for (const part of PARTS) {
      if (contentOf(store.project, part) !== contentOf(value, part)) complain(`${part} is not what was acknowledged`);
    }
  }

  function keep(part: Part, content: string, isSaved: boolean): void {
    if (isSaved) {
      acknowledged.set(part, content);
      asked.set(part, []);
    } else asked.get(part)?.push(content);
  }

  const anna: Program = { analyst: ANNA, store: null };
  const bruno: Program = { analyst: BRUNO, store: null };
  const second: Program = { analyst: ANNA, store: null };

  async function close(program: Program): Promise<void> {
    const { store } = program;
    if (store) await attempt("closing", () => store.close());
    program.store = null;
  }

  async function look(program: Program): Promise<void> {
    const store = await open(program);
    if (store) await attempt("looking around", () => store.lookAround());
  }

  /** What a person does about a project that can only be read. */
  async function mend(program: Program): Promise<void> {
    const store = await open(program);
    if (store?.access.kind !== "read-only") return;
    const { reason, remedy } = store.access;
    if (!/^.{20,}\.$/su.test(reason)) complain(`the reason is no sentence: ${reason}`);
    if (remedy !== "try-again") complain(`${remedy} is to help against: ${reason}`);
    await attempt("trying again", () => store.remedy("try-again"));
    if (store.access.kind === "read-only") complain(`trying again leaves it read-only: ${store.access.reason}`);
  }

  const newClaim = (analyst: Analyst) => () => [putClaim(analyst, claim(`N${++count}`))];

  return {
    outcome: (): TrialOutcome => ({ refused, broken }),

    start: async () => {
      const start = await openProjectStore(memoryFiles(memory.tree()), HISTORIC_FOLDER, { processes: startProgram() });
      for (const part of PARTS) acknowledged.set(part, contentOf(start.project, part));
      await start.close();
    },

    open: async () => {
      await save(anna, newClaim(ANNA));
      await attemptVersions();
      await save(bruno, newClaim(BRUNO));
      await look(anna);
      await close(anna);
      await save(anna, newClaim(ANNA));
    },

    work: async () => {
      await save(anna, newClaim(ANNA), newClaim(ANNA), newClaim(ANNA));
      await save(anna, (store) => [...newClaim(ANNA)(), addMark(ANNA, sourceOf(store), "bridge"), ...newClaim(ANNA)()]);
      await save(anna, () => [{ kind: "revise-project", analyst: ANNA.id, at: MOMENT, title: `Bridge ${++count}` }]);
      await save(anna, (store) => [revision(store, `Ann ${++count}`), ...newClaim(ANNA)()]);
      await save(anna, newClaim(ANNA), (store) => [revision(store, `Ann ${++count}`)], newClaim(ANNA));
      await attemptVersions();
      await save(anna, newClaim(ANNA));
      await addSource();
      await save(bruno, newClaim(BRUNO));
      await look(anna);
      await look(bruno);
      await changeFromOutside();
      await look(anna);
      await save(anna, newClaim(ANNA));
      await open(second);
      await look(second);
      await save(anna, (store) => removals(store));
      await close(anna);
      await look(second);
      await close(second);
      await save(anna, newClaim(ANNA));
      await save(bruno, newClaim(BRUNO));
      await open(second);
    },

    /** A program that began now would find all that was acknowledged, and nothing in part. */
    lookAtDisk: async () => {
      const copy = memoryFiles(memory.tree());
      const store = await openProjectStore(copy, HISTORIC_FOLDER, { processes: testMachine()() });
      for (const part of PARTS) {
        const content = contentOf(store.project, part);
        if (content !== acknowledged.get(part) && !asked.get(part)?.includes(content)) {
          complain(`${part} is not on the disk as it was acknowledged`);
        }
      }
      await store.close();
    },

    workOn: async () => {
      phase = "repaired";
      // Where the first window could not be opened, the second has the set.
      if (second.store?.access.kind === "writable") await close(second);
      await look(anna);
      await mend(anna);
      await mend(bruno);
      await save(anna, newClaim(ANNA));
      await save(anna, (store) => [revision(store, `Ann ${++count}`), ...newClaim(ANNA)()]);
      await save(bruno, newClaim(BRUNO));
      await look(anna);
      await look(bruno);
      await close(anna);
      await look(second);
      await mend(second);
      if (second.store?.access.kind === "read-only") complain(`the second window stays: ${second.store.access.reason}`);
      await save(second, newClaim(ANNA));
      await close(second);
      await close(bruno);
    },

    reopen: async () => {
      phase = "reopened";
      const last: Program = { analyst: ANNA, store: null };
      const store = await open(last);
      if (store?.access.kind !== "writable") complain("it cannot be changed");
      for (const part of PARTS) {
        if (!store || contentOf(store.project, part) !== acknowledged.get(part)) {
          complain(`${part} is not what was acknowledged`);
        }
      }
      for (const { kind, file, message } of store?.reports ?? []) if (kind === "lost") complain(`${file}: ${message}`);
      await close(last);
    },
  };

  async function attemptVersions(): Promise<void> {
    const store = await open(anna);
    if (!store) return;
    await attempt("listing versions", async () => {
      const versions = await store.versions();
      const backup = versions.find(({ kind }) => kind === "backup");
      if (backup) await store.readVersion(backup.id);
      const copy = versions.find(({ kind }) => kind === "conflict-copy");
      if (copy) await store.settleVersion(copy.id);
    });
  }

  async function addSource(): Promise<void> {
    const store = await open(anna);
    if (!store) return;
    const before = contentOf(store.project, "shared");
    const added = article(`Another bridge ${++count}\n\nNobody has seen it yet.\n`, { order: 2 });
    const sources = [...store.project.sources, added.source];
    const after = contentOf({ ...store.project, sources }, "shared");
    const isSaved = await attempt("adding a source", () => store.addSources([added]));
    keep("shared", after, isSaved);
    if (contentOf(store.project, "shared") !== (isSaved ? after : before)) complain("a source was added in part");
  }

  /** Another program writes the set in its own way, which changes nothing that it says. */
  async function changeFromOutside(): Promise<void> {
    const path = join(ANNOTATIONS, `${ANNA.id}.json`);
    if ((await brokenSnapshots(memory)).length > 0) return;
    const content: unknown = JSON.parse(Buffer.from(await memory.read(path)).toString("utf8"));
    const file = await memory.open(path);
    const bytes = Buffer.from(JSON.stringify(content));
    await file.truncate(0);
    await file.write(bytes, 0);
    await file.close();
  }
}

async function brokenSnapshots(memory: MemoryFiles): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const name of await memory.list(ANNOTATIONS)) {
    if (!name.endsWith(".json")) continue;
    try {
      JSON.parse(Buffer.from(await memory.read(join(ANNOTATIONS, name))).toString("utf8"));
    } catch {
      broken.push(name);
    }
  }
  return broken;
}

function sourceOf(store: ProjectStore): Source {
  const [first] = store.project.sources;
  if (!first) throw new Error("the sources are gone");
  return first;
}

function revision(store: ProjectStore, author: string): Command {
  const former = revisionOf(store.project, { analyst: ANNA.id, at: MOMENT, sourceId: sourceOf(store).id });
  return { ...former, metadata: { ...former.metadata, author } };
}

/** Takes the last mark away again, or makes one where there is none. */
function removals(store: ProjectStore): readonly Command[] {
  const mark = annotationSet(store.project, ANNA.id)?.marks.at(-1);
  if (!mark) return [addMark(ANNA, sourceOf(store), "bridge")];
  return [{ kind: "remove-mark", analyst: ANNA.id, at: MOMENT, markId: mark.id }];
}
