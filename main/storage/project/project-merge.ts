import { Failure } from "../../../annotations/api/reply.ts";
import type { SimpleCommand } from "../../../annotations/commands/command.ts";
import {
  batchOf,
  changesSet,
  claimCommands,
  type MergePlan,
  mergePlan,
  otherCommands,
  type PlannedSet,
} from "../../../annotations/merging/merge-plan.ts";
import type { Take } from "../../../annotations/merging/merged-items.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import { now } from "../../../annotations/model/timestamp.ts";
import type { Files } from "../disk/files.ts";
import { machineProcesses } from "../journal/machine-processes.ts";
import { requireNoSet, writeNewSet } from "../set/new-set.ts";
import type { ReadCopy } from "./other-copy.ts";
import { projectLayout } from "./project-layout.ts";
import { openProjectStore, type ProjectStore, type ProjectStoreOptions } from "./project-store.ts";

/** An analyst's set, held while others are merged. */
interface Desk {
  readonly analyst: Analyst;
  readonly store: ProjectStore;
}

type CommandsOf = (commands: readonly SimpleCommand[]) => readonly SimpleCommand[];

/**
 * Merges another copy into the project in `folder`; gives back what that did. Every set that changes is held before
 * anything is written, and its version from before is kept as a backup. Sources are written first, then new sets, then the
 * changes of the others through their journals: a merge that was broken off leaves each file whole, and is finished by the
 * next one. Throws a `Refusal` or `Failure`, and has changed nothing, when it does not fit or a set is open elsewhere.
 */
export async function mergeInto(
  files: Files,
  folder: string,
  there: ReadCopy,
  take: Take,
  options: Partial<ProjectStoreOptions> = {},
): Promise<MergePlan> {
  const layout = projectLayout(folder);
  const opened: ProjectStore[] = [];
  const desks: Desk[] = [];
  try {
    const shared = await open();
    for (const { analyst, isNew } of setsToHold(mergePlan(shared.project, there, take))) {
      if (isNew) await requireNoSet(files, layout, shared.project, analyst, options.processes ?? machineProcesses);
      else desks.push({ analyst, store: await heldBy(analyst) });
    }
    // From here on nobody else changes these sets, so that this is what is carried out.
    await shared.lookAround();
    const plan = mergePlan(withHeld(shared.project, desks), there, take);
    requireHeld(plan, desks);
    const additions = await Promise.all(plan.sources.map((source) => there.withOriginal(source)));
    if (additions.length > 0) await shared.addSources(additions);
    for (const { isNew, set } of plan.sets) if (isNew) await writeNewSet(files, layout, set);
    for (const { store } of desks) await store.keepThisVersion();
    // Marks of one analyst may need claims that another one's set gets as well.
    const parts: readonly CommandsOf[] = desks.length > 1 ? [claimCommands, otherCommands] : [(all) => all];
    for (const part of parts) await carryOut(plan, desks, part);
    await addSpeakers(plan);
    return plan;
  } finally {
    await closeAll(opened);
  }

  /** The first analyst writes them, who is new here perhaps. */
  async function addSpeakers({ sets: [first], speakers }: MergePlan): Promise<void> {
    if (!first || speakers.length === 0) return;
    const { analyst } = first;
    const store = desks.find((desk) => desk.analyst.id === analyst.id)?.store ?? (await heldBy(analyst));
    await store.lookAround();
    const index = store.project.file.speakers?.length ?? 0;
    const stamp = { analyst: analyst.id, at: now() };
    await store.apply(speakers.map((speaker, i) => ({ kind: "put-speaker", ...stamp, index: index + i, speaker })));
  }

  async function open(): Promise<ProjectStore> {
    const store = await openProjectStore(files, folder, options);
    opened.push(store);
    return store;
  }

  async function heldBy(analyst: Analyst): Promise<ProjectStore> {
    const store = await open();
    await store.workAs(analyst);
    const { access } = store;
    if (access.kind === "writable") return store;
    if (access.remedy !== "take-over") throw new Failure("refused", access.reason);
    throw new Failure(
      "refused",
      `The marks of ${analyst.name} are open in another window of Parallax, so nothing was merged. Close it there, then merge again.`,
    );
  }
}

/** Those that change, and the one whose analyst writes what all share. */
function setsToHold({ sets, speakers }: MergePlan): readonly PlannedSet[] {
  return sets.filter((set, i) => changesSet(set) || (i === 0 && speakers.length > 0));
}

/** The project with the sets that are held as their holders have them. */
function withHeld(project: Project, desks: readonly Desk[]): Project {
  const held = new Map(desks.map(({ analyst, store }) => [analyst.id, annotationSet(store.project, analyst.id)]));
  return { ...project, sets: project.sets.map((set) => held.get(set.analyst.id) ?? set) };
}

function requireHeld({ sets }: MergePlan, desks: readonly Desk[]): void {
  const held = new Set(desks.map(({ analyst }) => analyst.id));
  const other = sets.find((planned) => changesSet(planned) && !planned.isNew && !held.has(planned.analyst.id));
  if (!other) return;
  throw new Failure(
    "refused",
    `The marks of ${other.analyst.name} were changed just now, so nothing was merged. Merge again.`,
  );
}

async function carryOut({ sets }: MergePlan, desks: readonly Desk[], part: CommandsOf): Promise<void> {
  for (const { analyst, store } of desks) {
    const planned = sets.find((set) => set.analyst.id === analyst.id);
    const batch = planned && batchOf(part(planned.commands));
    if (!batch) continue;
    // What the others have written.
    await store.lookAround();
    await store.apply([batch]);
  }
}

/** Closes every one of them, whatever becomes of the others. */
async function closeAll(stores: readonly ProjectStore[]): Promise<void> {
  const closed = await Promise.allSettled(stores.map((store) => store.close()));
  const failed = closed.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}
