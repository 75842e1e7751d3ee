import { Failure } from "../../../annotations/api/reply.ts";
import { isShared } from "../../../annotations/commands/command.ts";
import type { Step } from "../../../annotations/commands/step.ts";
import { changesSet, type MergePlan, mergePlan, type PlannedSet } from "../../../annotations/merging/merge-plan.ts";
import { mergeStep } from "../../../annotations/merging/merge-step.ts";
import type { Take } from "../../../annotations/merging/merged-items.ts";
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
  /** How the step reads after “Undo”. */
  readonly name?: string;
}

/** What a merge did, and that as one step over all sets; null where nothing of a set came. */
export interface CarriedOutMerge {
  readonly plan: MergePlan;
  readonly step: Step | null;
}

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
  { own, name = "the merge", ...options }: MergeOptions = {},
): Promise<CarriedOutMerge> {
  const layout = projectLayout(folder);
  const sets = heldSets({ files, folder, own: own ?? null, deed: "merged", options });
  try {
    const shared = await sets.shared();
    if (own) await sets.hold(own.analyst);
    for (const { analyst, isNew } of setsToHold(mergePlan(shared.project, there, take), own)) {
      if (isNew) await requireNoSet(files, layout, shared.project, analyst, options.processes ?? machineProcesses);
      else await sets.hold(analyst);
    }
    // From here on nobody else changes these sets, so that this is what is carried out.
    await shared.lookAround();
    const before = sets.within(shared.project);
    const plan = mergePlan(before, there, take);
    requireHeld(plan, sets);
    const by = own?.analyst ?? plan.sets[0]?.analyst;
    const step = by ? mergeStep(before, plan, { analyst: by.id, at: now() }, name) : null;
    const additions = await Promise.all(plan.sources.map((source) => there.withOriginal(source)));
    if (additions.length > 0) await shared.addSources(additions);
    for (const { isNew, set } of plan.sets) if (isNew) await writeNewSet(files, layout, set);
    for (const store of sets.stores) await store.keepThisVersion();
    if (step) await carryOut(step, plan, sets);
    return { plan, step };
  } finally {
    await sets.close();
  }
}

/** Those that change, and the one whose analyst writes what all share unless somebody is at work. */
function setsToHold({ sets, speakers }: MergePlan, own: OwnSet | undefined): readonly PlannedSet[] {
  return sets.filter((set, i) => changesSet(set) || (i === 0 && !own && speakers.length > 0));
}

function requireHeld({ sets }: MergePlan, held: HeldSets): void {
  const other = sets.find((planned) => changesSet(planned) && !planned.isNew && !held.isHeld(planned.analyst.id));
  if (!other) return;
  throw new Failure(
    "refused",
    `The marks of ${other.analyst.name} were changed just now, so nothing was merged. Merge again.`,
  );
}

/** All that the files of new sources and sets do not hold already. */
async function carryOut(step: Step, { sets }: MergePlan, held: HeldSets): Promise<void> {
  const newcomers = new Map(sets.filter(({ isNew }) => isNew).map(({ analyst }) => [analyst.id, analyst]));
  for (const command of step.done) {
    const newcomer = newcomers.get(command.analyst);
    if (command.kind === "revise-source" || (newcomer && !isShared(command))) continue;
    // Whoever is new here writes what all share, where nobody else is at work.
    if (newcomer) await held.hold(newcomer);
    await held.apply(command);
  }
}
