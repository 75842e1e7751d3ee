import { Failure } from "../../../annotations/api/reply.ts";
import { type Command, isShared } from "../../../annotations/commands/command.ts";
import type { Step } from "../../../annotations/commands/step.ts";
import { changesSet, type MergePlan, mergePlan, type PlannedSet } from "../../../annotations/merging/merge-plan.ts";
import { mergeStep } from "../../../annotations/merging/merge-step.ts";
import { mergeWords, ofPlan } from "../../../annotations/merging/merge-words.ts";
import type { Take } from "../../../annotations/merging/merged-items.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { Project } from "../../../annotations/model/project.ts";
import { now } from "../../../annotations/model/timestamp.ts";
import type { Files } from "../disk/files.ts";
import { machineProcesses } from "../journal/machine-processes.ts";
import { requireNoSet, writeNewSet } from "../set/new-set.ts";
import { type HeldSets, heldSets, type OwnSet } from "./held-sets.ts";
import type { ReadCopy } from "./other-copy.ts";
import { projectLayout } from "./project-layout.ts";
import type { ProjectStoreOptions } from "./project-store.ts";

/** How a merge is carried out. */
export interface MergeOptions extends Partial<ProjectStoreOptions> {
  /** The set of the analyst at work, where the project is open; its store carries out what changes it. */
  readonly own?: OwnSet;
  /** How the step reads after “Undo”, before what comes, and what is said not to have happened: “merging”, “merged”. */
  readonly words?: { readonly doing: string; readonly done: string };
}

const MERGE_WORDS = { doing: "merging", done: "merged" };

/** What a merge did, and that as one step over all sets; null where nothing of a set came. */
export interface CarriedOutMerge {
  readonly plan: MergePlan;
  readonly step: Step | null;
}

/**
 * Merges another copy into the project in `folder`, or what `there` makes of the project as it is; gives back what that did. Every set that changes is held before
 * anything is written, and its version from before is kept as a backup. Sources are written first, then new sets, then the
 * changes of the others through their journals. Where the disk fails on the way, what was done is taken back as undo would
 * take it; a merge that was broken off altogether leaves each file whole, and is finished by the next one. Throws a `Refusal` or `Failure`, and has changed nothing, when it does not fit or a set is open elsewhere.
 */
export async function mergeInto(
  files: Files,
  folder: string,
  there: (here: Project) => ReadCopy,
  take: Take,
  { own, words = MERGE_WORDS, ...options }: MergeOptions = {},
): Promise<CarriedOutMerge> {
  const layout = projectLayout(folder);
  const sets = heldSets({ files, folder, own: own ?? null, deed: words.done, options });
  try {
    const shared = await sets.shared();
    if (own) await sets.hold(own.analyst);
    for (const { analyst, isNew } of setsToHold(mergePlan(shared.project, there(shared.project), take), own)) {
      if (isNew) await requireNoSet(files, layout, shared.project, analyst, options.processes ?? machineProcesses);
      else await sets.hold(analyst);
    }
    // From here on nobody else changes these sets, so that this is what is carried out.
    await shared.lookAround();
    const before = sets.within(shared.project);
    const copy = there(before);
    const plan = mergePlan(before, copy, take);
    requireHeld(plan, sets, words.done);
    const by = own?.analyst ?? plan.sets[0]?.analyst;
    const name = `${words.doing} ${mergeWords(ofPlan(plan), take)}`;
    const made = by && mergeStep(before, plan, { analyst: by.id, at: now() }, name);
    const step = made && made.done.length > 0 ? made : null;
    const additions = await Promise.all(plan.sources.map((source) => copy.withOriginal(source)));
    for (const store of sets.stores) await store.keepThisVersion();
    const progress: Progress = { plan, step, held: sets, written: new Set() };
    try {
      if (additions.length > 0) await shared.addSources(additions);
      noteWritten(progress, ({ kind }) => kind === "revise-source");
      for (const { isNew, set, analyst } of plan.sets) {
        if (!isNew) continue;
        // A file may be there although the disk says that it failed.
        noteWritten(progress, (command) => command.analyst === analyst.id && !isShared(command));
        await writeNewSet(files, layout, set);
      }
      await carryOut(progress);
    } catch (error) {
      await takeBack(progress);
      throw error;
    }
    return { plan, step };
  } finally {
    await sets.close();
  }
}

/** Those that change, and the one whose analyst writes what all share unless somebody is at work. */
function setsToHold({ sets, speakers }: MergePlan, own: OwnSet | undefined): readonly PlannedSet[] {
  return sets.filter((set, i) => changesSet(set) || (i === 0 && !own && speakers.length > 0));
}

function requireHeld({ sets }: MergePlan, held: HeldSets, deed: string): void {
  const other = sets.find((planned) => changesSet(planned) && !planned.isNew && !held.isHeld(planned.analyst.id));
  if (!other) return;
  throw new Failure(
    "refused",
    `The marks of ${other.analyst.name} were changed just now, so nothing was ${deed}. Do that again.`,
  );
}

/** How far a merge has come. */
interface Progress {
  readonly plan: MergePlan;
  readonly step: Step | null;
  readonly held: HeldSets;
  /** Those commands of the step whose outcome is on the disk, or may be. */
  readonly written: Set<Command>;
}

function noteWritten({ step, written }: Progress, isWritten: (command: Command) => boolean): void {
  for (const command of step?.done ?? []) if (isWritten(command)) written.add(command);
}

/** All that the files of new sources and sets do not hold already. */
async function carryOut({ plan, step, held, written }: Progress): Promise<void> {
  const newcomers = new Map(newAnalysts(plan).map((analyst) => [analyst.id, analyst]));
  for (const command of step?.done ?? []) {
    if (written.has(command)) continue;
    // Whoever is new here writes what all share, where nobody else is at work.
    const newcomer = newcomers.get(command.analyst);
    if (newcomer) await held.hold(newcomer);
    await held.apply(command);
    written.add(command);
  }
}

/** Leads back as undoing the step would: sources that came are hidden, and new sets are empty. */
async function takeBack({ plan, step, held, written }: Progress): Promise<void> {
  if (!step) return;
  const last = step.done.toReversed();
  const inverse = step.inverse.filter((_, i) => last.slice(i, i + 1).some((command) => written.has(command)));
  for (const { analyst } of plan.sets) {
    // A set that has just come is held by nobody yet.
    if (inverse.some((command) => command.analyst === analyst.id)) await held.hold(analyst).catch(() => undefined);
  }
  await held.takeBack(inverse);
}

function newAnalysts({ sets }: MergePlan): readonly Analyst[] {
  return sets.flatMap(({ analyst, isNew }) => (isNew ? [analyst] : []));
}
